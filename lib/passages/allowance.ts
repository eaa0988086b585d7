/** What may be spent at once, in ms of a core: a page that is built from what arrives is followed. */
const AT_ONCE_MS = 1_000;
/** Share of a core that may be spent for as long as a page changes. */
const SHARE = 0.01;

/** How much time may be spent on a page that changes for as long as it is open. */
export class Allowance {
  private spent = 0;
  private readonly since = performance.now();

  spend(ms: number): void {
    this.spent += ms;
  }

  /** How long, in ms, to wait before more is spent; 0 where nothing is to be waited for. */
  get wait(): number {
    const owed = (this.spent - AT_ONCE_MS) / SHARE;
    return Math.max(0, owed - (performance.now() - this.since));
  }
}
