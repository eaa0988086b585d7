import { type Block, type BoundaryPoint, boundariesOf } from '@/lib/dom/block';
import type { PageText } from '@/lib/dom/page-text';
import type { Paint } from '@/lib/dom/paint';
import { callAgain } from '@/lib/messages/call-again';
import type { Highlight } from '@/lib/model/highlight';
import type { HighlightPlace } from '@/lib/model/views';
import { Resource } from '@/lib/resource/resource';
import { type Part, Passage } from './passage';

export interface PlacingOptions {
  /** The page as it is addressed now. */
  page(): Pick<Highlight, 'pageKey' | 'url' | 'title'>;
  /** What 0.1.0 kept its highlights under, where that is another key. */
  formerKey(): string | null;
  /** A snapshot of the page's text. */
  pageText(): PageText;
  /** Whether the page may see what is kept of it: anyone can read what is painted. */
  isShown(): boolean;
  /** False once the page has taken the block away or changed it. */
  isCurrent(block: Block): boolean;
}

/**
 * The passages kept of the page that is open: asks for them, looks in the page's text for those
 * that are not found, paints them. What fails is asked again at the next `refresh` or `load`.
 */
export class PlacedPassages {
  protected readonly passages = new Map<string, Passage>();
  /** The page they are of. */
  private key = '';
  private readonly kept = new Resource({ ask: () => this.list(), now });
  /** One search at a time. */
  private readonly search = new Resource({ ask: () => this.look(), now });
  /** How often the page's text has changed, and how often it had when all of it had been read. */
  private changes = 0;
  private reading = 0;

  constructor(
    private readonly paint: Paint,
    protected readonly options: PlacingOptions,
  ) {}

  get isEmpty(): boolean {
    return this.passages.size === 0;
  }

  /** What is kept may have changed elsewhere: asks anew; what is unchanged stays as it is. */
  async load(): Promise<void> {
    this.kept.forget();
    if (this.search.state.name === 'failed') this.search.forget();
    await this.follow();
  }

  /** The page's text has been read: asks what is not known yet, looks for what is not found. */
  async refresh(): Promise<void> {
    this.reading = this.changes;
    await this.follow();
  }

  /** The reader did something on the page: what is missing may be shown by it, however late. */
  expect(): void {
    for (const passage of this.passages.values()) passage.expect();
  }

  /** Blocks went or came; passages in those that went have to be found again. */
  lose(gone: readonly Block[]): void {
    this.changes++;
    if (this.isEmpty || gone.length === 0) return;
    const lost = new Set(gone);
    for (const passage of this.passages.values()) {
      if (passage.parts.some(({ block }) => lost.has(block))) passage.lose();
    }
    this.nest();
  }

  /** How each highlight of this page fares; none while those known are of the address before. */
  places(): HighlightPlace[] {
    if (this.key !== this.options.page().pageKey) return [];
    return [...this.passages.values()].map(({ place }) => place);
  }

  /** The saved passage at a place of the page: of several the shortest, of like ones the newest. */
  at(place: BoundaryPoint): Highlight | null {
    const there = [...this.passages.values()].filter((passage) => passage.holds(place)).reverse();
    const [innermost] = there.toSorted((a, b) => a.length - b.length);
    return innermost?.highlight ?? null;
  }

  get(id: string): Highlight | null {
    return this.passages.get(id)?.highlight ?? null;
  }

  /** Paints what is found as it is to be shown now. */
  repaint(): void {
    for (const passage of this.passages.values()) {
      if (passage.parts.length > 0) passage.show([...passage.parts]);
    }
  }

  /** Where a passage begins and ends on the page; null when it is not found. */
  edges(id: string): { start: BoundaryPoint; end: BoundaryPoint } | null {
    const parts = this.passages.get(id)?.parts ?? [];
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last) return null;
    return {
      start: boundariesOf(first.block, first.span).start,
      end: boundariesOf(last.block, last.span).end,
    };
  }

  /** Asks and looks until all is known and nothing is left to be found, or a question fails. */
  protected async follow(): Promise<void> {
    for (;;) {
      this.turn();
      const kept = await this.kept.get();
      if (!kept.ok) return;
      this.take(kept.value);
      if (this.wanted().length === 0) return;
      if (this.search.state.name === 'known') this.search.forget();
      if (!(await this.search.get()).ok) return;
    }
  }

  /** Nobody knows what is kept now: it is asked when something next stirs. */
  protected doubt(): void {
    this.kept.forget();
  }

  /** Takes in what the store has confirmed, newer than any list on its way; null if of another page. */
  protected learn(highlight: Highlight): Passage | null {
    this.turn();
    if (highlight.pageKey !== this.key) return null;
    this.know(highlight.id, [highlight]);
    return this.put(highlight);
  }

  /** Paints a passage, unless the page has changed there: then it is to be looked for. */
  protected show(passage: Passage, parts: readonly Part[]): void {
    if (parts.every(({ block }) => this.options.isCurrent(block))) passage.show(parts);
    else passage.lose();
    this.nest();
  }

  /** Lifts those that stand inside a longer one. */
  private nest(): void {
    const found = [...this.passages.values()].filter(({ parts }) => parts.length > 0);
    for (const passage of found) {
      passage.lift(found.some((other) => other.length > passage.length && other.overlaps(passage)));
    }
  }

  /** A page that changes its address, as single-page sites do, is another: nothing is known of it. */
  private turn(): void {
    const { pageKey } = this.options.page();
    if (pageKey === this.key) return;
    this.key = pageKey;
    this.kept.forget();
    for (const id of [...this.passages.keys()]) this.drop(id);
  }

  private async list(): Promise<Highlight[] | null> {
    const former = this.options.formerKey();
    const where = { pageKey: this.key, ...(former === null ? {} : { formerKey: former }) };
    const answer = await callAgain('placePassages', { ...where, search: null });
    return answer.ok ? answer.value.map(({ highlight }) => highlight) : null;
  }

  private know(id: string, now: Highlight[]): void {
    const { state } = this.kept;
    if (state.name !== 'known') this.kept.forget();
    else this.kept.put([...state.value.filter((highlight) => highlight.id !== id), ...now]);
  }

  private take(kept: readonly Highlight[]): void {
    const ids = new Set(kept.map(({ id }) => id));
    for (const id of [...this.passages.keys()]) if (!ids.has(id)) this.drop(id);
    for (const highlight of kept) {
      const known = this.passages.get(highlight.id)?.highlight;
      if (known?.revision !== highlight.revision) this.put(highlight);
    }
  }

  /** A record that is new, or changed: painted where it was unless its place is another. */
  private put(highlight: Highlight): Passage {
    const before = this.passages.get(highlight.id);
    const passage = new Passage(highlight, this.paint, () => this.options.isShown());
    this.passages.set(highlight.id, passage);
    before?.erase();
    if (before && before.parts.length > 0 && isSamePlace(before.highlight, highlight)) {
      this.show(passage, before.parts);
    }
    return passage;
  }

  private drop(id: string): void {
    this.passages.get(id)?.erase();
    this.passages.delete(id);
    this.nest();
  }

  private wanted(): Passage[] {
    return [...this.passages.values()].filter((passage) => passage.isWantedIn(this.reading));
  }

  /** Looks for all that is not found in the text as it is now; null when nobody answers. */
  private async look(): Promise<true | null> {
    const wanted = this.wanted();
    const { reading } = this;
    const text = this.options.pageText();
    const ids = wanted.map(({ highlight }) => highlight.id);
    const search = { text: text.text, ids };
    const answer = await callAgain('placePassages', { pageKey: this.key, search });
    if (!answer.ok) return null;
    const placed = new Map(answer.value.map((each) => [each.highlight.id, each]));
    for (const passage of wanted) {
      const { id, revision } = passage.highlight;
      // Changed or deleted here meanwhile, or of the page before.
      if (this.passages.get(id) !== passage) continue;
      passage.lookedIn = reading;
      const { highlight, anchoring } = placed.get(id) ?? {};
      // Changed or deleted elsewhere meanwhile: this answer is about another record.
      if (!anchoring || highlight?.revision !== revision) this.kept.forget();
      else if (anchoring.state === 'found') this.show(passage, text.parts(anchoring.span));
      else passage.miss(anchoring, text.text);
    }
    return true;
  }
}

function now(): number {
  return performance.now();
}

function isSamePlace(a: Highlight, b: Highlight): boolean {
  return JSON.stringify(a.selectors) === JSON.stringify(b.selectors);
}
