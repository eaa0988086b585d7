import { type Block, type BoundaryPoint, boundariesOf } from '@/lib/dom/block';
import { rangeSelector } from '@/lib/dom/element-path';
import type { PageText } from '@/lib/dom/page-text';
import type { Choice, PassageStore } from '@/lib/dom/page-views';
import type { Paint } from '@/lib/dom/paint';
import { callBackground } from '@/lib/messages/client';
import type { CallError } from '@/lib/messages/protocol';
import type { Anchoring } from '@/lib/model/anchoring';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight, HighlightSelectors } from '@/lib/model/highlight';
import { err, type Result } from '@/lib/model/result';
import type { Span } from '@/lib/model/span';
import type { HighlightPlace } from '@/lib/model/views';
import { currentPageKey, pageAddress } from './page-address';
import { randomUuid } from './uuid';

/** Text may arrive late; after this time, in ms, a highlight that was not found is said to be missing. */
const LOOK_FOR_MS = 30_000;
/** Below the marks, whose lines stay visible on a saved passage. */
const SAVED_PRIORITY = -1;

interface Passage {
  highlight: Highlight;
  place: HighlightPlace;
  /** Where it is on the page; empty unless found. */
  parts: { block: Block; span: Span; range: StaticRange; name: string }[];
  /** Where in the text of the last search something like it stands; the reader may accept it. */
  candidate: Span | null;
}

export interface PassageOptions {
  /** A snapshot of the page's text. */
  pageText(): PageText;
  /** Entities named in a span of it. */
  entitiesIn(text: PageText, span: Span): EntityId[];
  /** False once the page has taken the block away or changed it. */
  isCurrent(block: Block): boolean;
}

/** What the reader kept on this page: looked for, painted, changed. The store is the background's. */
export class SavedPassages implements PassageStore {
  private readonly passages = new Map<string, Passage>();
  /** What was asked for last; '' when that failed, so that it is asked for again. */
  private key = '';
  /** Counts askings: only the answer to the last one says what is kept on this page. */
  private loads = 0;
  private lookUntil = 0;
  private looking = false;
  /** More was to be looked for while a search was under way. */
  private lookAgain = false;

  constructor(
    private readonly paint: Paint,
    private readonly options: PassageOptions,
  ) {}

  get isEmpty(): boolean {
    return this.passages.size === 0;
  }

  /** Asks for the highlights of this page and looks for them; what is unchanged stays as it is. */
  async load(): Promise<void> {
    const turn = ++this.loads;
    this.key = currentPageKey();
    const answer = await callBackground('listHighlights', { pageKey: this.key });
    if (turn !== this.loads) return;
    if (!answer.ok) {
      this.key = '';
      return;
    }
    const kept = new Set(answer.value.map(({ id }) => id));
    for (const id of [...this.passages.keys()]) if (!kept.has(id)) this.drop(id);
    for (const highlight of answer.value) {
      const known = this.passages.get(highlight.id)?.highlight;
      if (known?.modifiedAt !== highlight.modifiedAt) this.put(highlight);
    }
    this.lookUntil = performance.now() + LOOK_FOR_MS;
    await this.look();
  }

  /** Text arrived or changed: looks again for what is not found, for a bounded time. */
  async refresh(): Promise<void> {
    if (currentPageKey() !== this.key) await this.load();
    else if (performance.now() < this.lookUntil) await this.look();
  }

  /** The page's text changed; passages in blocks that are gone have to be found again. */
  lose(gone: readonly Block[]): void {
    if (this.passages.size === 0 || gone.length === 0) return;
    const lost = new Set(gone);
    for (const passage of this.passages.values()) {
      if (!passage.parts.some(({ block }) => lost.has(block))) continue;
      this.erase(passage);
      passage.place = { state: 'looking', id: passage.highlight.id };
      this.lookUntil = performance.now() + LOOK_FOR_MS;
    }
  }

  /** How each highlight of this page fares. */
  places(): HighlightPlace[] {
    const isOver = performance.now() >= this.lookUntil;
    return [...this.passages.values()].map(({ place }) =>
      place.state === 'missing' && !isOver ? { state: 'looking', id: place.id } : place,
    );
  }

  /** The newest saved passage at a place of the page. */
  at({ node, offset }: BoundaryPoint): Highlight | null {
    let found: Highlight | null = null;
    for (const { highlight, parts } of this.passages.values()) {
      for (const { block, span } of parts) {
        const piece = block.nodes.indexOf(node);
        const at = piece < 0 ? -1 : (block.starts[piece] as number) + offset;
        if (at >= span.start && at < span.end) found = highlight;
      }
    }
    return found;
  }

  /** Where a passage begins and ends on the page; null when it is not found. */
  edges(id: string): { start: BoundaryPoint; end: BoundaryPoint } | null {
    const parts = this.passages.get(id)?.parts ?? [];
    const [first] = parts;
    const last = parts[parts.length - 1];
    if (!first || !last) return null;
    return {
      start: boundariesOf(first.block, first.span).start,
      end: boundariesOf(last.block, last.span).end,
    };
  }

  /** Stores a span of the page's text; it is painted once the store has confirmed it. */
  async save(text: PageText, span: Span, choice: Choice): Promise<Result<Highlight, CallError>> {
    // Of the page as it is when the reader asks: it may go on to another address meanwhile.
    const page = { pageKey: currentPageKey(), url: pageAddress(), title: document.title };
    const described = await callBackground('describePassage', { text: text.text, span });
    if (!described.ok) return described;
    const draft = {
      ...choice,
      ...page,
      selectors: { ...described.value, ...path(text, span) },
      entities: this.options.entitiesIn(text, span),
    };
    const answer = await callBackground('saveHighlight', { draft, id: randomUuid() });
    if (answer.ok && page.pageKey === currentPageKey()) {
      if (!this.draw(this.put(answer.value), text.parts(span))) await this.look();
    }
    return answer;
  }

  async change(id: string, choice: Choice): Promise<Result<Highlight, CallError>> {
    const answer = await callBackground('updateHighlight', { id, change: choice });
    if (answer.ok) await this.replace(answer.value, false);
    return answer;
  }

  async remove(id: string): Promise<Result<Highlight, CallError>> {
    const answer = await callBackground('deleteHighlight', { id });
    if (answer.ok) this.drop(id);
    return answer;
  }

  async restore(highlight: Highlight): Promise<Result<Highlight, CallError>> {
    const answer = await callBackground('restoreHighlight', { highlight });
    if (answer.ok && answer.value.pageKey === currentPageKey()) {
      this.put(answer.value);
      await this.look();
    }
    return answer;
  }

  /** The reader accepts the best candidate of a missing passage as its place. */
  async acceptCandidate(id: string): Promise<Result<null, CallError>> {
    const passage = this.passages.get(id);
    if (!passage?.candidate || passage.place.state !== 'missing') {
      return err({ code: 'unknown-id', detail: id });
    }
    const { candidate: span, place } = passage;
    const text = this.options.pageText();
    if (text.text.slice(span.start, span.end) !== place.candidate?.text) {
      // The page changed since: at that place stands something the reader never saw.
      await this.look();
      return err({ code: 'unknown-id', detail: id });
    }
    const described = await callBackground('describePassage', { text: text.text, span });
    if (!described.ok) return described;
    const change = { selectors: { ...described.value, ...path(text, span) } };
    const answer = await callBackground('updateHighlight', { id, change });
    if (!answer.ok) return answer;
    await this.replace(answer.value, true);
    return { ok: true, value: null };
  }

  clear(): void {
    for (const id of [...this.passages.keys()]) this.drop(id);
  }

  /** Looks for all that is not found, in the text as it is now. One search at a time. */
  private async look(): Promise<void> {
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    const wanted = [...this.passages.values()].filter(
      ({ place, highlight }) => place.state !== 'found' && !highlight.detached,
    );
    if (wanted.length === 0) return;
    this.looking = true;
    const text = this.options.pageText();
    const selectors = wanted.map(({ highlight }) => highlight.selectors);
    const answer = await callBackground('anchorHighlights', { text: text.text, selectors });
    const again = this.lookAgain;
    this.looking = false;
    this.lookAgain = false;
    if (!answer.ok) return;
    wanted.forEach((passage, i) => {
      const anchoring = answer.value[i];
      const isCurrent = this.passages.get(passage.highlight.id) === passage;
      if (anchoring && isCurrent) this.settle(passage, text, anchoring);
    });
    if (again) await this.look();
  }

  private settle(passage: Passage, text: PageText, anchoring: Anchoring): void {
    const { id } = passage.highlight;
    if (anchoring.state === 'found') {
      this.draw(passage, text.parts(anchoring.span));
    } else if (anchoring.state === 'ambiguous') {
      passage.place = { state: 'ambiguous', id, places: anchoring.spans.length };
    } else {
      const { candidate } = anchoring;
      passage.candidate = candidate?.span ?? null;
      passage.place = {
        state: 'missing',
        id,
        candidate: candidate && {
          text: text.text.slice(candidate.span.start, candidate.span.end),
          score: candidate.score,
        },
      };
    }
  }

  private put(highlight: Highlight): Passage {
    const before = this.passages.get(highlight.id);
    if (before) this.erase(before);
    const place: HighlightPlace = { state: 'looking', id: highlight.id };
    const passage: Passage = { highlight, place, parts: [], candidate: null };
    this.passages.set(highlight.id, passage);
    return passage;
  }

  /** Takes in a changed record: painted where it was, or looked for if its place changed. */
  private async replace(highlight: Highlight, isMoved: boolean): Promise<void> {
    const parts = this.passages.get(highlight.id)?.parts ?? [];
    const passage = this.put(highlight);
    if (isMoved || parts.length === 0 || !this.draw(passage, parts)) await this.look();
  }

  private drop(id: string): void {
    const passage = this.passages.get(id);
    if (passage) this.erase(passage);
    this.passages.delete(id);
  }

  /** Paints a passage; false when the page has changed there: then it is to be looked for. */
  private draw(passage: Passage, parts: readonly { block: Block; span: Span }[]): boolean {
    this.erase(passage);
    if (!parts.every(({ block }) => this.options.isCurrent(block))) {
      this.lookUntil = performance.now() + LOOK_FOR_MS;
      return false;
    }
    const { id, colour } = passage.highlight;
    const name = `govgloss-saved-${colour}`;
    passage.parts = parts.map(({ block, span }) => {
      const { start, end } = boundariesOf(block, span);
      return { block, span, name, range: this.paint.add(name, start, end, SAVED_PRIORITY) };
    });
    passage.place = { state: 'found', id };
    return true;
  }

  private erase(passage: Passage): void {
    for (const { name, range } of passage.parts) this.paint.remove(name, range);
    passage.parts = [];
  }
}

/** Where the span lies among the page's elements, where a path can say so. */
function path(text: PageText, span: Span): Pick<HighlightSelectors, 'range'> {
  const places = text.places(span);
  const [first] = places;
  const last = places[places.length - 1];
  const range = first && last && rangeSelector(first.start, last.end);
  return range ? { range } : {};
}
