import { closestOf } from '@/lib/dom/dom-members';
import { listenFirst } from '@/lib/dom/first-listener';
import { boundaryAtPoint } from '@/lib/dom/geometry';
import type { Mark } from '@/lib/dom/mark-index';
import { isOurs } from '@/lib/dom/ours';
import type { Keeper, KeeperPage, PageViews, Words } from '@/lib/dom/page-views';
import { selectedRanges } from '@/lib/dom/selected';
import { watchSelection } from '@/lib/dom/watch-selection';
import type { Highlight } from '@/lib/model/highlight';
import type { Settings } from '@/lib/model/settings';
import type { SavedPassages } from './saved-passages';

export interface KeepingOptions extends Omit<KeeperPage, 'passages' | 'words'> {
  passages: SavedPassages;
  /** What it takes to show something; null when that cannot be had. */
  stage: { get(): Promise<{ views: PageViews; words: Words } | null> };
  /** When the toolbar is offered for what the reader has selected. */
  offers(): Settings['toolbar'];
}

/** A selection that rests so long, in ms, was not only made to copy or to follow the line. */
const PAUSE_MS = 700;

/** Notices when the reader has to do with passages, and calls the keeper then, not before. */
export class Keeping {
  private keeper: Keeper | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: KeepingOptions) {}

  get isShown(): boolean {
    return this.keeper?.isShown ?? false;
  }

  /** The reader is about to keep or to edit something. */
  get isSelecting(): boolean {
    return this.keeper?.isSelecting ?? false;
  }

  /** Offers what was begun here, and listens to selections and presses until `signal` aborts. */
  watch(signal: AbortSignal): void {
    void this.offerDraft();
    watchSelection((isKeyHeld) => this.settle(isKeyHeld), signal);
    signal.addEventListener('abort', () => clearTimeout(this.timer));
    const withdraw = ({ target }: Event) => {
      if (!(target instanceof Node && isOurs(target))) this.keeper?.withdraw();
    };
    listenFirst('pointerdown', withdraw, signal);
    listenFirst('click', (event) => void this.edit(event), signal);
  }

  async keepSelection(): Promise<void> {
    await (await this.call())?.keepSelection();
  }

  async keepSentence({ block, mention }: Mark): Promise<void> {
    await (await this.call())?.keepSentence(block, mention);
  }

  follow(): void {
    this.keeper?.follow();
  }

  hide(): void {
    this.keeper?.hide();
  }

  /** Esc: what is about a passage goes first, then what was said. */
  takeBack(): void {
    if (this.keeper?.isSelecting) this.keeper.withdraw();
    else this.keeper?.hide();
  }

  /** Offers a note that was begun on this page before and is not saved. */
  private async offerDraft(): Promise<void> {
    if (await this.options.passages.findDraft()) await (await this.call())?.offerDraft();
  }

  /** The selection has come to rest: it is offered when the reader wants it so, or withdrawn. */
  private settle(isKeyHeld: boolean): void {
    clearTimeout(this.timer);
    const offers = this.options.offers();
    const isUnwanted = offers === 'never' || (offers === 'key' && !isKeyHeld);
    if (isUnwanted && this.selects()) this.keeper?.withdraw();
    else this.timer = setTimeout(() => void this.offer(), offers === 'pause' ? PAUSE_MS : 0);
  }

  private async offer(): Promise<void> {
    const keeper = this.selects() ? await this.call() : this.keeper;
    await keeper?.offer();
  }

  /** A press on a saved passage opens it for editing, unless the press was the page's or selects. */
  private async edit({ target, clientX, clientY }: MouseEvent): Promise<void> {
    if (!(target instanceof Element) || isOurs(target)) return;
    if (closestOf(target, 'a[href], button, summary, label, input, textarea, select')) return;
    if (this.selects()) return;
    const highlight = this.savedAt(clientX, clientY);
    if (highlight) await (await this.call())?.edit(highlight);
  }

  private selects(): boolean {
    return selectedRanges(this.options.shadowRoots()).length > 0;
  }

  private savedAt(x: number, y: number): Highlight | null {
    const { passages, shadowRoots } = this.options;
    const place = passages.isEmpty ? null : boundaryAtPoint(x, y, shadowRoots());
    return place && passages.at(place);
  }

  private async call(): Promise<Keeper | null> {
    const { stage, offers: _, ...page } = this.options;
    if (this.keeper) return this.keeper;
    const set = await stage.get();
    const words = async () => (await stage.get())?.words ?? null;
    this.keeper ??= set?.views.createKeeper({ ...page, words }) ?? null;
    return this.keeper;
  }
}
