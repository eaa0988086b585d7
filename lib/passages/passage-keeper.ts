import type { Block } from '@/lib/dom/block';
import { copyText } from '@/lib/dom/clipboard';
import { rectsBetween } from '@/lib/dom/geometry';
import { isOurs } from '@/lib/dom/ours';
import type { PageText } from '@/lib/dom/page-text';
import {
  type Choice,
  type Keeper,
  type KeeperPage,
  type KeepingError,
  PLAIN,
} from '@/lib/dom/page-views';
import type { Publication } from '@/lib/dom/publication';
import { type SelectedText, selectedRanges, selectedTexts } from '@/lib/dom/selected';
import { isInEditable } from '@/lib/dom/shown';
import type { MessageKey } from '@/lib/language/translate';
import { type Highlight, MOST_QUOTE_UNITS } from '@/lib/model/highlight';
import type { Span } from '@/lib/model/span';
import type { NoteContent, NoteEditor, NoticeHost, Toolbar } from './keeper-views';
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

/** Offers, keeps, edits and deletes passages, and says what became of it. */
export class PassageKeeper implements Keeper {
  /** What is on its way to be kept: a second press of the same key or button is not a second passage. */
  private readonly underWay = new Set<string>();

  constructor(
    private readonly page: KeeperPage,
    private readonly toolbar: Toolbar,
    private readonly note: NoteEditor,
    private readonly notice: NoticeHost,
    /** Who published the page and when, which no reader should have to look up again. */
    private readonly publication: () => Publication,
  ) {}

  get isShown(): boolean {
    return this.isSelecting || this.notice.isShown;
  }

  get isSelecting(): boolean {
    return this.toolbar.isShown || this.note.isShown;
  }

  /** Where the reader writes nothing is offered; what they ask to be kept there is. */
  async offer(): Promise<void> {
    const { activeElement } = document;
    const isElsewhere = activeElement && (isOurs(activeElement) || isInEditable(activeElement));
    if (this.note.isShown || isElsewhere) return;
    const selected = this.selected();
    if (selected.length === 0) {
      this.toolbar.hide();
      return;
    }
    const words = await this.page.words();
    if (!words) return;
    this.toolbar.show({
      ...words,
      lines: () => linesOf(selected),
      privately: this.page.privately(),
      onKeep: (colour) => void this.keep(selected, { ...PLAIN, colour }),
      onWrite: () => void this.write(selected),
    });
  }

  async edit({ id, selectors }: Highlight): Promise<void> {
    const begun = await this.page.passages.beginNote(id);
    if (begun.ok) await this.open(begun.value.token, id);
    else this.explain(begun.error, selectors.quote.exact);
  }

  async keepSelection(): Promise<void> {
    const selected = this.selected();
    if (selected.length > 0) await this.keep(selected, PLAIN);
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
    this.hideNote();
    if (hasTyped) void this.sayDraft('toolbar_draft');
  }

  async offerDraft(): Promise<void> {
    if (!this.isSelecting) await this.sayDraft('toolbar_draft_found');
  }

  hide(): void {
    this.toolbar.hide();
    this.hideNote();
    this.notice.hide();
  }

  private hideNote(): void {
    this.note.hide();
    this.page.passages.holdVisible(null);
  }

  private selected(): SelectedText[] {
    return selectedTexts(selectedRanges(this.page.shadowRoots()), (node) => this.page.isRead(node));
  }

  /** Each stretch of the selection is a passage. */
  private async keep(selected: readonly SelectedText[], choice: Choice): Promise<void> {
    for (const each of selected) {
      const place = this.placeOf(each);
      if (!place) return this.say('toolbar_failed_changed');
      await this.save(place.text, place.span, choice);
    }
  }

  /** A note on what is selected, on the first stretch of it: kept with the note, when that is saved. */
  private async write([first, ...rest]: readonly SelectedText[]): Promise<void> {
    const place = first && this.placeOf(first);
    if (!place) return this.say('toolbar_failed_changed');
    const { text, span } = place;
    const quote = text.text.slice(span.start, span.end);
    const before = this.page.passages.keptAt(text, span);
    if (before) return this.edit(before);
    if (quote.length > MOST_QUOTE_UNITS) return this.sayTooLong();
    const begun = await this.page.passages.beginNew(text, span, {
      ...PLAIN,
      ...this.publication(),
    });
    if (begun.ok) await this.open(begun.value.token, null, [first, ...rest]);
    else this.explain(begun.error, quote);
  }

  /** Where in the page's text a selection lies; null when it is there no more. */
  private placeOf({ start, end, unseen }: SelectedText): { text: PageText; span: Span } | null {
    const text = this.page.pageText(unseen);
    const from = text.offsetOf(start);
    const to = text.offsetOf(end);
    if (from === null || to === null || from >= to) return null;
    return { text, span: trimSpan(text.text, { start: from, end: to }) };
  }

  /** @param id of the passage, where it is kept */
  private async open(
    token: string,
    id: string | null,
    selected: readonly SelectedText[] = [],
  ): Promise<void> {
    const words = await this.page.words();
    if (!words) return;
    this.toolbar.hide();
    this.notice.hide();
    const { passages } = this.page;
    const lines = () => {
      const kept = id === null ? null : passages.edges(id);
      return linesOf(kept ? [kept] : selected);
    };
    const highlight = id === null ? null : passages.get(id);
    const onEnd: NoteContent['onEnd'] = (how) => void this.end(how, highlight, selected.slice(1));
    passages.holdVisible(selected);
    this.note.show({ ...words, token, lines, onEnd });
  }

  /** @param rest of what was selected: kept as it is when the note on the first stretch is */
  private async end(
    how: Parameters<NoteContent['onEnd']>[0],
    highlight: Highlight | null,
    rest: readonly SelectedText[],
  ): Promise<void> {
    if (how === 'closed') {
      this.withdraw();
      return;
    }
    this.hideNote();
    if (how === 'silent' || how === 'taken') return this.say(`toolbar_note_${how}`);
    const { passages } = this.page;
    await passages.load();
    if (how === 'saved') {
      await this.keep(rest, PLAIN);
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
    const before = this.page.passages.keptAt(text, span);
    if (before) return this.sayKeptBefore(before);
    if (span.end - span.start > MOST_QUOTE_UNITS) return this.sayTooLong();
    this.underWay.add(place);
    const saved = await this.page.passages.save(text, span, {
      ...choice,
      ...this.publication(),
    });
    this.underWay.delete(place);
    if (!saved.ok) {
      this.explain(saved.error, text.text.slice(span.start, span.end));
      return;
    }
    this.toolbar.hide();
    getSelection()?.removeAllRanges();
    await this.say(this.keptKey());
  }

  /** The same passage is not kept twice: the reader may change the one there is. */
  private async sayKeptBefore(highlight: Highlight): Promise<void> {
    this.toolbar.hide();
    getSelection()?.removeAllRanges();
    await this.say('toolbar_kept_before', {
      key: 'toolbar_edit',
      run: () => void this.edit(highlight),
    });
  }

  private sayTooLong(): Promise<void> {
    return this.say('toolbar_failed_long', undefined, { most: MOST_QUOTE_UNITS });
  }

  /** Why it failed, and the text for the clipboard: what was selected must not be lost. */
  private explain({ code }: KeepingError, quote: string): void {
    void this.say(FAILURES[code] ?? 'toolbar_failed', {
      key: 'toolbar_copy',
      run: () => void copyText(quote),
    });
  }

  /** Shows a sentence of the catalogue, with at most one thing to do about it. */
  private async say(
    key: MessageKey,
    action?: { key: MessageKey; run(): void },
    values?: Record<string, number>,
  ): Promise<void> {
    const words = await this.page.words();
    if (!words) return;
    const { t } = words;
    const button = action && { action: { label: t(action.key), run: action.run } };
    this.notice.show({ ...words, text: t(key, values), ...button });
  }
}

/** The lines of stretches of the page, in viewport coordinates. */
function linesOf(stretches: readonly Pick<SelectedText, 'start' | 'end'>[]): DOMRect[] {
  return stretches.flatMap(({ start, end }) => rectsBetween(start, end));
}
