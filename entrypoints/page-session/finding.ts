import { type Block, isStanding } from '@/lib/dom/block';
import { headingBefore, isHeading } from '@/lib/dom/headings';
import type { PageBlocks } from '@/lib/dom/page-blocks';
import { SignsOfLife } from '@/lib/frame/signs-of-life';
import type { Mention } from '@/lib/model/mention';
import { Resource } from '@/lib/resource/resource';
import { attempt } from './attempt';
import { type Find, findMentions, MOST_UNITS, type Read } from './find-mentions';

/** A block with the mentions in its text. */
export interface Found extends Read {
  mentions: readonly Mention[];
}

/** What the reader of the page told, in its order. */
type Step =
  | { name: 'change'; read: Read[]; gone: readonly Block[] }
  | { name: 'settled'; isAll: boolean };

export interface FindingOptions {
  find: Find;
  /** Blocks that came, with their mentions, and those that went; each as it was told of. */
  onFound(found: Found[], gone: readonly Block[]): void;
  /** Everything that was read up to a rest has been answered. */
  onSettled(isAll: boolean): void;
  onError(error: unknown): void;
  signal: AbortSignal;
}

/**
 * Brings what is read of a page to what marks it, in its order, once the names in it are known. As
 * long as they are not the page stays as it is, and who does not answer is asked again: after a
 * pause, or when the reader next does something.
 */
export class Finding {
  private steps: Step[] = [];
  private readonly signs: SignsOfLife;
  private isGoing = false;
  /** Under way: what could not be answered is asked again. */
  private retrying: Promise<void> | null = null;
  /** Something changed while it was asked for: the reader of the page has told, or will, what stands there now. */
  private isBehind = false;
  /** What went, and what stands there now is not read yet. */
  private going: readonly Block[] = [];
  private readonly answers = new Resource<true>({
    ask: () => this.answer(),
    onFailed: (error) => {
      if (error !== null) this.options.onError(error);
    },
    now: () => performance.now(),
  });

  constructor(
    private readonly blocks: PageBlocks,
    private readonly options: FindingOptions,
  ) {
    this.signs = new SignsOfLife(options.signal);
  }

  /** True while what was asked last could not be answered. */
  get hasFailed(): boolean {
    return this.answers.state.name === 'failed';
  }

  /** True while the names in a block that was read are asked for. */
  isAwaited(block: Block): boolean {
    return this.steps.some(
      (step) => step.name === 'change' && step.read.some((each) => each.block === block),
    );
  }

  /** Takes in what came and went; what comes is in the order of the page. */
  take(fresh: readonly Block[], gone: readonly Block[]): void {
    this.steps.push({ name: 'change', read: this.underHeadings(fresh), gone });
    void this.go();
  }

  settle(isAll: boolean): void {
    this.steps.push({ name: 'settled', isAll });
    void this.go();
  }

  /** Asks again at once for what could not be answered; done when it is, or is not again. */
  async askNow(): Promise<void> {
    if (this.hasFailed) await this.answers.renew();
    else if (!this.retrying) return;
    await this.retry();
  }

  private retry(): Promise<void> {
    this.retrying ??= this.go().finally(() => {
      this.retrying = null;
    });
    return this.retrying;
  }

  private async go(): Promise<void> {
    if (this.isGoing) return;
    this.isGoing = true;
    const { signal } = this.options;
    // What is read in one turn is asked for in one go: each question costs the page a message.
    await null;
    while (this.steps.length > 0 && !signal.aborted) {
      if (this.answers.state.name === 'known') this.answers.forget();
      if ((await this.answers.get()).ok) continue;
      this.joinSteps();
      this.signs.wait(this.answers.pause, () => void this.retry());
      break;
    }
    this.isGoing = false;
  }

  /**
   * Answers as many steps as are asked for in one go, and no more: what was read first shows first.
   * Null when nobody answers.
   */
  private async answer(): Promise<true | null> {
    const { find, onError } = this.options;
    const steps = this.steps.slice(0, this.countOfNext());
    const read = steps.flatMap((step) => (step.name === 'change' ? step.read : []));
    const current = read.filter(({ block }) => this.isCurrent(block));
    const mentions = await findMentions(current, find, onError);
    if (!mentions) return null;
    if (this.options.signal.aborted) return true;
    this.steps.splice(0, steps.length);
    const known = new Map(current.map(({ block }, i) => [block, mentions[i] ?? []]));
    for (const step of steps) attempt(() => this.hand(step, known), onError);
    return true;
  }

  private hand(step: Step, known: ReadonlyMap<Block, Mention[]>): void {
    if (step.name === 'change') {
      const found = this.found(step.read, known);
      const isLate = step.read.some(({ block }) => !this.isCurrent(block));
      this.isBehind ||= isLate;
      const gone = [...this.going, ...step.gone];
      // A mark stays until it is known what stands in its place.
      this.going = isLate && found.length === 0 ? gone : [];
      if (this.going.length === 0) this.options.onFound(found, gone);
      return;
    }
    const isAll = step.isAll && !this.isBehind;
    this.isBehind = false;
    this.options.onSettled(isAll);
  }

  /** A page that moves on while nobody answers must not pile up what it showed meanwhile. */
  private joinSteps(): void {
    const changes = this.steps.filter((step) => step.name === 'change');
    const read = changes.flatMap((change) => change.read);
    const unseen = new Set(read.map(({ block }) => block));
    const gone = changes.flatMap((change) => change.gone).filter((block) => !unseen.has(block));
    const settled = this.steps.findLast((step) => step.name === 'settled');
    const current = read.filter(({ block }) => this.isCurrent(block));
    this.steps = [{ name: 'change', read: current, gone }, ...(settled ? [settled] : [])];
  }

  /** Of a block that changed meanwhile, what still stands there: else a line that never rests had no marks. */
  private found(read: Read[], known: ReadonlyMap<Block, Mention[]>): Found[] {
    return read.flatMap((each) => {
      const mentions = known.get(each.block) ?? [];
      if (this.isCurrent(each.block)) return [{ ...each, mentions }];
      const standing = mentions.filter((mention) => isStanding(each.block, mention));
      return standing.length > 0 ? [{ ...each, mentions: standing }] : [];
    });
  }

  private countOfNext(): number {
    let units = 0;
    const end = this.steps.findIndex((step) => {
      if (step.name === 'change') for (const { block } of step.read) units += block.text.length;
      return units > MOST_UNITS;
    });
    return end === -1 ? this.steps.length : Math.max(1, end);
  }

  /** False once the page took the block away or changed it: that was told of in a later step. */
  private isCurrent(block: Block): boolean {
    return this.blocks.of(block.nodes[0] as Text) === block;
  }

  private underHeadings(fresh: readonly Block[]): Read[] {
    const [first] = fresh;
    if (!first) return [];
    const { onError } = this.options;
    let heading = attempt(() => headingBefore(first, this.blocks), onError) ?? '';
    return fresh.map((block) => {
      const heads = attempt(() => isHeading(block), onError) ?? false;
      if (heads) heading = block.text.trim();
      return { block, heading, isHeading: heads };
    });
  }
}
