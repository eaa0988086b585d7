import type { Block, BoundaryPoint } from '@/lib/dom/block';
import { copyText } from '@/lib/dom/clipboard';
import { rectsBetween } from '@/lib/dom/geometry';
import { isOurs } from '@/lib/dom/ours';
import type { PageText } from '@/lib/dom/page-text';
import type { Choice, Keeper, KeeperPage, KeepingError, Words } from '@/lib/dom/page-views';
import { selectedRange, textEdges } from '@/lib/dom/selected';
import type { MessageKey } from '@/lib/language/translate';
import type { Highlight } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import type { Span } from '@/lib/model/span';
import { sentenceAround, trimSpan } from './sentence';

const PLAIN: Choice = { colour: 'yellow', note: '', tags: [] };

/** Sentences for the ways a save can fail that are not the extension's own fault. */
const FAILURES: Partial<Record<string, MessageKey>> = {
  'storage-full': 'toolbar_failed_full',
  'store-unavailable': 'toolbar_failed_store',
  'store-blocked': 'toolbar_failed_blocked',
  disconnected: 'toolbar_failed_silent',
  reloaded: 'toolbar_failed_reloaded',
};

export interface ToolbarContent extends Words {
  /** The saved highlight that is edited; absent for a fresh selection. */
  highlight?: Highlight;
  /** The lines of the passage as they are now, in viewport coordinates; empty when it is gone. */
  lines(): DOMRect[];
  onSave(choice: Choice): void;
  onDelete?: () => void;
}

/** The toolbar on the screen, as entrypoints/page-views draws it. */
export interface Toolbar {
  readonly isShown: boolean;
  /** True while it is about a saved passage rather than the selection. */
  readonly isEditing: boolean;
  show(content: ToolbarContent): void;
  /** The page was scrolled: the toolbar stays beside its passage, and goes with it. */
  follow(): void;
  hide(): void;
}

export interface NoticeContent extends Words {
  text: string;
  action?: { label: string; run(): void };
}

/** The sentence at the foot of the window. */
export interface NoticeHost {
  readonly isShown: boolean;
  show(content: NoticeContent): void;
  hide(): void;
}

interface Edges {
  start: BoundaryPoint;
  end: BoundaryPoint;
}

/** Offers, keeps, edits and deletes passages, and says what became of it. */
export class PassageKeeper implements Keeper {
  /** What is on its way to be kept: a second press of the same key or button is not a second passage. */
  private readonly underWay = new Set<string>();

  constructor(
    private readonly page: KeeperPage,
    private readonly toolbar: Toolbar,
    private readonly notice: NoticeHost,
  ) {}

  get isShown(): boolean {
    return this.toolbar.isShown || this.notice.isShown;
  }

  get isSelecting(): boolean {
    return this.toolbar.isShown;
  }

  async offer(): Promise<void> {
    if (this.toolbar.isEditing || (document.activeElement && isOurs(document.activeElement)))
      return;
    const edges = this.selectedEdges();
    if (!edges) {
      this.toolbar.hide();
      return;
    }
    await this.showToolbar(edges, { onSave: (choice) => void this.keep(edges, choice) });
  }

  async edit(highlight: Highlight): Promise<void> {
    const { passages } = this.page;
    const edges = passages.edges(highlight.id);
    if (!edges) return;
    await this.showToolbar(edges, {
      highlight,
      onSave: async (choice) => {
        const changed = await passages.change(highlight.id, choice);
        if (this.isDone(changed, highlight)) this.toolbar.hide();
      },
      onDelete: () => void this.remove(highlight),
    });
  }

  async keepSelection(): Promise<void> {
    const edges = this.selectedEdges();
    if (edges) await this.keep(edges, PLAIN);
    else await this.say('toolbar_failed_nothing');
  }

  async keepSentence(block: Block, span: Span): Promise<void> {
    const text = this.page.pageText();
    const [node] = block.nodes;
    const base = node ? text.offsetOf({ node, offset: 0 }) : null;
    if (base === null) return;
    const { start, end } = sentenceAround(block.text, span);
    await this.save(text, { start: base + start, end: base + end }, PLAIN);
  }

  follow(): void {
    this.toolbar.follow();
  }

  withdraw(): void {
    this.toolbar.hide();
  }

  hide(): void {
    this.toolbar.hide();
    this.notice.hide();
  }

  private selectedEdges(): Edges | null {
    const range = selectedRange(this.page.shadowRoots());
    return range && textEdges(range, (node) => this.page.isRead(node));
  }

  private async showToolbar(
    { start, end }: Edges,
    actions: { highlight?: Highlight; onSave(choice: Choice): void; onDelete?: () => void },
  ): Promise<void> {
    const words = await this.page.words();
    if (words) this.toolbar.show({ ...words, ...actions, lines: () => rectsBetween(start, end) });
  }

  private async keep(edges: Edges, choice: Choice): Promise<void> {
    const text = this.page.pageText();
    const start = text.offsetOf(edges.start);
    const end = text.offsetOf(edges.end);
    if (start === null || end === null || start >= end) {
      await this.say('toolbar_failed_changed');
      return;
    }
    await this.save(text, trimSpan(text.text, { start, end }), choice);
  }

  private async save(text: PageText, span: Span, choice: Choice): Promise<void> {
    const place = `${span.start} ${span.end}`;
    if (span.start >= span.end || this.underWay.has(place)) return;
    this.underWay.add(place);
    const saved = await this.page.passages.save(text, span, choice);
    this.underWay.delete(place);
    if (!saved.ok) {
      this.explain(saved.error, text.text.slice(span.start, span.end));
      return;
    }
    this.toolbar.hide();
    getSelection()?.removeAllRanges();
    await this.say(this.page.isMarked ? 'toolbar_kept' : 'toolbar_kept_unmarked');
  }

  private async remove(highlight: Highlight): Promise<void> {
    const { passages } = this.page;
    if (!this.isDone(await passages.remove(highlight.id), highlight)) return;
    this.toolbar.hide();
    await this.say('toolbar_deleted', {
      key: 'toolbar_undo',
      run: async () => this.isDone(await passages.restore(highlight), highlight),
    });
  }

  private isDone(result: Result<unknown, KeepingError>, { selectors }: Highlight): boolean {
    if (!result.ok) this.explain(result.error, selectors.quote.exact);
    return result.ok;
  }

  /** Why it failed, and the text for the clipboard: what was selected must not be lost. */
  private explain({ code }: KeepingError, quote: string): void {
    void this.say(FAILURES[code] ?? 'toolbar_failed', {
      key: 'toolbar_copy',
      run: () => void copyText(quote),
    });
  }

  /** Shows a sentence of the catalogue, with at most one thing to do about it. */
  private async say(key: MessageKey, action?: { key: MessageKey; run(): void }): Promise<void> {
    const words = await this.page.words();
    if (!words) return;
    const { t } = words;
    const button = action && { action: { label: t(action.key), run: action.run } };
    this.notice.show({ ...words, text: t(key), ...button });
  }
}
