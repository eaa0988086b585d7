import { boundaryAtPoint } from '@/lib/dom/geometry';
import { listen } from '@/lib/dom/listen';
import type { Mark } from '@/lib/dom/mark-index';
import { isOurs } from '@/lib/dom/ours';
import type { Keeper, KeeperPage, PageViews, Words } from '@/lib/dom/page-views';
import { selectedRange } from '@/lib/dom/selected';
import { watchSelection } from '@/lib/dom/watch-selection';
import type { Highlight } from '@/lib/model/highlight';
import type { SavedPassages } from './saved-passages';

export interface KeepingOptions extends Omit<KeeperPage, 'passages' | 'words'> {
  passages: SavedPassages;
  /** What it takes to show something; null when that cannot be had. */
  stage: { get(): Promise<{ views: PageViews; words: Words } | null> };
}

/** Notices when the reader has to do with passages, and calls the keeper then, not before. */
export class Keeping {
  private keeper: Keeper | null = null;

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
    watchSelection(() => void this.offer(), signal);
    const listening = { signal, capture: true, passive: true };
    const withdraw = ({ target }: Event) => {
      if (!(target instanceof Node && isOurs(target))) this.keeper?.withdraw();
    };
    listen(document, 'pointerdown', withdraw, listening);
    listen(document, 'click', (event) => void this.edit(event), listening);
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

  private async offer(): Promise<void> {
    const keeper = this.selects() ? await this.call() : this.keeper;
    await keeper?.offer();
  }

  /** A press on a saved passage opens it for editing, unless the press was the page's or selects. */
  private async edit({ target, clientX, clientY }: MouseEvent): Promise<void> {
    if (!(target instanceof Element) || isOurs(target)) return;
    if (target.closest('a[href], button, summary, label, input, textarea, select')) return;
    if (this.selects()) return;
    const highlight = this.savedAt(clientX, clientY);
    if (highlight) await (await this.call())?.edit(highlight);
  }

  private selects(): boolean {
    return selectedRange(this.options.shadowRoots()) !== null;
  }

  private savedAt(x: number, y: number): Highlight | null {
    const { passages, shadowRoots } = this.options;
    const place = passages.isEmpty ? null : boundaryAtPoint(x, y, shadowRoots());
    return place && passages.at(place);
  }

  private async call(): Promise<Keeper | null> {
    const { stage, ...page } = this.options;
    if (this.keeper) return this.keeper;
    const set = await stage.get();
    const words = async () => (await stage.get())?.words ?? null;
    this.keeper ??= set?.views.createKeeper({ ...page, words }) ?? null;
    return this.keeper;
  }
}
