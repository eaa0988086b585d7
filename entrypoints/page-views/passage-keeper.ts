import type { Block, BoundaryPoint } from '@/lib/dom/block';
import { rectsBetween } from '@/lib/dom/geometry';
import { isOurs } from '@/lib/dom/ours';
import type { PageText } from '@/lib/dom/page-text';
import type { Choice, Keeper, KeeperPage, KeepingError } from '@/lib/dom/page-views';
import { selectedRange, textEdges } from '@/lib/dom/selected';
import { sentenceAround, trimSpan } from '@/lib/dom/sentence';
import type { MessageKey } from '@/lib/language/translate';
import type { Highlight } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import type { Span } from '@/lib/model/span';
import { copyText } from './clipboard';
import { NoticeView } from './notice-view';
import { ToolbarView } from './toolbar-view';

const PLAIN: Choice = { colour: 'yellow', note: '', tags: [] };

/** Sentences for the ways a save can fail that are not the extension's own fault. */
const FAILURES: Partial<Record<string, MessageKey>> = {
  'storage-full': 'toolbar_failed_full',
  'store-unavailable': 'toolbar_failed_store',
  disconnected: 'toolbar_failed_reloaded',
};

interface Edges {
  start: BoundaryPoint;
  end: BoundaryPoint;
}

/** Offers, keeps, edits and deletes passages, and says what became of it. */
export class PassageKeeper implements Keeper {
  private readonly toolbar = new ToolbarView();
  private readonly notice = new NoticeView();

  constructor(private readonly page: KeeperPage) {}

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
    if (span.start >= span.end) return;
    const saved = await this.page.passages.save(text, span, choice);
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

  private isDone(result: Result<Highlight, KeepingError>, { selectors }: Highlight): boolean {
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
