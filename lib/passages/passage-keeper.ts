import type { Block, BoundaryPoint } from '@/lib/dom/block';
import { copyText } from '@/lib/dom/clipboard';
import { rectsBetween } from '@/lib/dom/geometry';
import type { NoteEnding } from '@/lib/dom/note-port';
import { isOurs } from '@/lib/dom/ours';
import type { PageText } from '@/lib/dom/page-text';
import {
  type Choice,
  type Keeper,
  type KeeperPage,
  type KeepingError,
  PLAIN,
  type Words,
} from '@/lib/dom/page-views';
import { selectedRange, textEdges } from '@/lib/dom/selected';
import type { MessageKey } from '@/lib/language/translate';
import type { Highlight } from '@/lib/model/highlight';
import type { Span } from '@/lib/model/span';
import { sentenceAround, trimSpan } from './sentence';

/** Sentences for the ways a save can fail that are not the extension's own fault. */
const FAILURES: Partial<Record<string, MessageKey>> = {
  'storage-full': 'toolbar_failed_full',
  'store-unavailable': 'toolbar_failed_store',
  'store-blocked': 'toolbar_failed_blocked',
  disconnected: 'toolbar_failed_silent',
  reloaded: 'toolbar_failed_reloaded',
  private: 'toolbar_private_refuse',
};

export interface ToolbarContent extends Words {
  /** The lines of the passage as they are now, in viewport coordinates; empty when it is gone. */
  lines(): DOMRect[];
  /** As `KeeperPage.privately`. */
  privately: 'session' | 'refuse' | undefined;
  onKeep(colour: Choice['colour']): void;
  onWrite(): void;
}

/** The toolbar on the screen, as entrypoints/page-views draws it. */
export interface Toolbar {
  readonly isShown: boolean;
  show(content: ToolbarContent): void;
  /** The page was scrolled: the toolbar stays beside its passage, and goes with it. */
  follow(): void;
  hide(): void;
}

export interface NoteContent extends Words {
  token: string;
  /** As the toolbar's; none where it is not known where the passage stands. */
  lines(): DOMRect[];
  /**
   * The reader is done: saved, deleted, thrown away, or closed. Or the page is at fault: it lets nothing be
   * written here (`silent`), or takes what is typed (`taken`).
   */
  onEnd(how: NoteEnding | 'silent' | 'taken'): void;
}

/** The note being written, in a frame of the extension's. */
export interface NoteEditor {
  readonly isShown: boolean;
  /** Something was typed that is not saved. */
  readonly hasTyped: boolean;
  show(content: NoteContent): void;
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
    private readonly note: NoteEditor,
    private readonly notice: NoticeHost,
  ) {}

  get isShown(): boolean {
    return this.isSelecting || this.notice.isShown;
  }

  get isSelecting(): boolean {
    return this.toolbar.isShown || this.note.isShown;
  }

  async offer(): Promise<void> {
    const { activeElement } = document;
    if (this.note.isShown || (activeElement && isOurs(activeElement))) return;
    const edges = this.selectedEdges();
    if (!edges) {
      this.toolbar.hide();
      return;
    }
    const words = await this.page.words();
    if (!words) return;
    this.toolbar.show({
      ...words,
      lines: () => rectsBetween(edges.start, edges.end),
      privately: this.page.privately(),
      onKeep: (colour) => void this.keep(edges, { ...PLAIN, colour }),
      onWrite: () => void this.write(edges),
    });
  }

  async edit({ id, selectors }: Highlight): Promise<void> {
    const begun = await this.page.passages.beginNote(id);
    if (begun.ok) await this.open(begun.value.token, id);
    else this.explain(begun.error, selectors.quote.exact);
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
    this.note.follow();
  }

  withdraw(): void {
    this.toolbar.hide();
    const { hasTyped } = this.note;
    this.note.hide();
    if (hasTyped) void this.sayDraft('toolbar_draft');
  }

  async offerDraft(): Promise<void> {
    if (!this.isSelecting) await this.sayDraft('toolbar_draft_found');
  }

  hide(): void {
    this.toolbar.hide();
    this.note.hide();
    this.notice.hide();
  }

  private selectedEdges(): Edges | null {
    const range = selectedRange(this.page.shadowRoots());
    return range && textEdges(range, (node) => this.page.isRead(node));
  }

  private async keep(edges: Edges, choice: Choice): Promise<void> {
    const place = this.placeOf(edges);
    if (place) await this.save(place.text, place.span, choice);
    else await this.say('toolbar_failed_changed');
  }

  /** A note on what is selected: it is kept with the note, when that is saved. */
  private async write(edges: Edges): Promise<void> {
    const place = this.placeOf(edges);
    if (!place) return this.say('toolbar_failed_changed');
    const { text, span } = place;
    const begun = await this.page.passages.beginNew(text, span);
    if (begun.ok) await this.open(begun.value.token, null, edges);
    else this.explain(begun.error, text.text.slice(span.start, span.end));
  }

  /** Where in the page's text a selection lies; null when it is there no more. */
  private placeOf(edges: Edges): { text: PageText; span: Span } | null {
    const text = this.page.pageText();
    const start = text.offsetOf(edges.start);
    const end = text.offsetOf(edges.end);
    if (start === null || end === null || start >= end) return null;
    return { text, span: trimSpan(text.text, { start, end }) };
  }

  /** @param id of the passage, where it is kept */
  private async open(token: string, id: string | null, edges?: Edges): Promise<void> {
    const words = await this.page.words();
    if (!words) return;
    this.toolbar.hide();
    this.notice.hide();
    const { passages } = this.page;
    const place = () => edges ?? (id === null ? null : passages.edges(id));
    const lines = () => {
      const at = place();
      return at ? rectsBetween(at.start, at.end) : [];
    };
    const highlight = id === null ? null : passages.get(id);
    const onEnd: NoteContent['onEnd'] = (how) => void this.end(how, highlight);
    this.note.show({ ...words, token, lines, onEnd });
  }

  private async end(
    how: Parameters<NoteContent['onEnd']>[0],
    highlight: Highlight | null,
  ): Promise<void> {
    if (how === 'closed') {
      this.withdraw();
      return;
    }
    this.note.hide();
    if (how === 'silent' || how === 'taken') return this.say(`toolbar_note_${how}`);
    const { passages } = this.page;
    await passages.load();
    if (how === 'saved') {
      getSelection()?.removeAllRanges();
      await this.say(highlight ? 'toolbar_saved' : this.keptKey());
    }
    if (how === 'deleted') {
      const undo = async () => {
        const restored = highlight && (await passages.restore(highlight));
        if (restored && !restored.ok) this.explain(restored.error, highlight.selectors.quote.exact);
      };
      await this.say('toolbar_deleted', highlight ? { key: 'toolbar_undo', run: undo } : undefined);
    }
  }

  private sayDraft(key: MessageKey): Promise<void> {
    const goOn = async () => {
      const id = await this.page.passages.findDraft();
      const begun = id === null ? null : await this.page.passages.beginNote(id);
      if (begun?.ok) await this.open(begun.value.token, id);
      else await this.say('toolbar_failed_silent');
    };
    return this.say(key, { key: 'toolbar_continue', run: () => void goOn() });
  }

  private keptKey(): MessageKey {
    if (this.page.privately()) return 'toolbar_private_session';
    return this.page.isMarked ? 'toolbar_kept' : 'toolbar_kept_unmarked';
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
    await this.say(this.keptKey());
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
