import type { Block, BoundaryPoint } from '@/lib/dom/block';
import type { PageText } from '@/lib/dom/page-text';
import type { Paint } from '@/lib/dom/paint';
import type { Highlight } from '@/lib/model/highlight';
import type { Span } from '@/lib/model/span';
import type { HighlightPlace } from '@/lib/model/views';
import { Resource } from '@/lib/resource/resource';
import { Allowance } from './allowance';
import { Arrivals } from './arrivals';
import { askForKept, askForPlaces } from './ask-background';
import { HeldText, type Stretch } from './held-text';
import { type Part, Passage } from './passage';
import type { PlacingOptions } from './placing-options';
import { settle } from './settle';
import { TextOwner } from './text-owner';

/**
 * The passages kept of the page that is open: asks for them, looks in the page's text for those
 * that are not found, paints them. What fails is asked again at the next `refresh` or `load`.
 */
export class PlacedPassages {
  protected readonly passages = new Map<string, Passage>();
  /** The page they are of. */
  private key = '';
  private readonly kept = new Resource({
    ask: () => askForKept(this.key, this.options.formerKey()),
    now,
  });
  /** One search at a time. */
  private readonly search = new Resource({ ask: () => this.look(), now });
  /** How often the page's text has changed, and how often it had when all of it had been read. */
  private changes = 0;
  private reading = 0;
  /** What came since the last search, in which what was not found may stand. */
  private readonly arrivals = new Arrivals();
  private readonly allowance = new Allowance();
  /** What the reader writes about, painted while they do. */
  private readonly held: HeldText;
  protected readonly owner: TextOwner;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly paint: Paint,
    protected readonly options: PlacingOptions,
  ) {
    this.held = new HeldText(paint);
    this.owner = new TextOwner(options.page, options.historyEntry);
  }

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

  /** Ends what waits for its time. */
  stop(): void {
    clearTimeout(this.timer);
  }

  /** Blocks came or went; passages in those that went have to be found again. */
  change(fresh: readonly Block[], gone: readonly Block[]): void {
    this.changes++;
    this.owner.change(fresh, gone);
    if (!this.isEmpty) this.arrivals.change(fresh, gone);
    if (this.isEmpty || gone.length === 0) return;
    const lost = new Set(gone);
    for (const passage of this.passages.values()) {
      if (passage.parts.some(({ block }) => lost.has(block))) passage.lose();
    }
    this.nest();
  }

  /**
   * How each highlight of this page fares; none while those known are of the address before. While text
   * arrives nobody can say that one is missing.
   */
  places(): HighlightPlace[] {
    if (this.key !== this.options.page().pageKey) return [];
    const isArriving =
      this.options.isLoading() || this.reading !== this.changes || this.owner.isOfPageBefore;
    return [...this.passages.values()].map(({ place }) =>
      isArriving && place.state === 'missing' ? { state: 'looking', id: place.id } : place,
    );
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

  /** The passage that stands just at a span of the text, if one was kept. */
  keptAt(text: PageText, span: Span): Highlight | null {
    const parts = text.parts(span);
    const there = [...this.passages.values()].find((passage) => passage.standsAt(parts));
    return there?.highlight ?? null;
  }

  /** Paints what is found as it is to be shown now. */
  repaint(): void {
    for (const passage of this.passages.values()) {
      if (passage.parts.length > 0) passage.show([...passage.parts]);
    }
  }

  holdVisible(stretches: readonly Stretch[] | null): void {
    this.held.show(this.options.isShown() ? stretches : null);
  }

  /** Where a passage begins and ends on the page; null when it is not found. */
  edges(id: string): Stretch | null {
    return this.passages.get(id)?.edges ?? null;
  }

  /** Asks and looks until all is known and nothing is left to be found, or a question fails. */
  protected async follow(): Promise<void> {
    for (;;) {
      this.turn();
      const kept = await this.kept.get();
      if (!kept.ok) return;
      this.take(kept.value);
      if (this.wanted().length === 0 && !this.mayLookInArrivals()) return;
      if (this.search.state.name === 'known') this.search.forget();
      if (!(await this.search.get()).ok) return;
    }
  }

  /**
   * Whether something that was not found is to be looked for in what has arrived. Pages that never rest
   * must not cost much: what is beyond the allowance waits.
   */
  private mayLookInArrivals(): boolean {
    if (this.awaited().length === 0) return false;
    const { wait } = this.allowance;
    if (wait === 0) return true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.follow(), wait);
    return false;
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
    if (before && before.parts.length > 0 && before.isPlacedAs(highlight)) {
      passage.takePlaces(before);
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

  private awaited(): Passage[] {
    return [...this.passages.values()].filter((passage) => passage.isAwaitedIn(this.reading));
  }

  /** One search, of all of the page or of what has arrived; null when nobody answers. */
  private async look(): Promise<true | null> {
    const begun = now();
    const done = await (this.wanted().length > 0 ? this.lookEverywhere() : this.lookInArrivals());
    this.allowance.spend(now() - begun);
    return done;
  }

  /** Looks for all that is not found in the text as it is now. */
  private async lookEverywhere(): Promise<true | null> {
    const wanted = this.wanted();
    const { reading } = this;
    const text = this.options.pageText();
    const placed = await askForPlaces(this.key, wanted, text.text);
    if (!placed) return null;
    for (const passage of wanted) {
      const { id, revision } = passage.highlight;
      // Changed or deleted here meanwhile, or of the page before.
      if (this.passages.get(id) !== passage) continue;
      passage.lookedIn = reading;
      const { highlight, anchoring } = placed.get(id) ?? {};
      // Changed or deleted elsewhere meanwhile: this answer is about another record.
      if (!anchoring || highlight?.revision !== revision) this.kept.forget();
      else if (anchoring.state === 'missing') passage.miss(anchoring.candidate, text.text);
      else {
        const parts = settle(passage, anchoring, text, [...this.passages.values()]);
        if (parts) this.show(passage, parts);
      }
    }
    return true;
  }

  /** What may stand in the text that has arrived is to be looked for in all of the page once more. */
  private async lookInArrivals(): Promise<true | null> {
    const awaited = this.awaited();
    const { reading } = this;
    const arrived = this.arrivals.take();
    const arrivedText = arrived.map(({ text }) => text).join('\n');
    const placed = await askForPlaces(this.key, awaited, arrivedText);
    if (!placed) {
      this.arrivals.change(
        arrived.filter((block) => this.options.isCurrent(block)),
        [],
      );
      return null;
    }
    for (const passage of awaited) {
      passage.lookedIn = reading;
      const anchoring = placed.get(passage.highlight.id)?.anchoring;
      const isThere = anchoring && !(anchoring.state === 'missing' && anchoring.candidate === null);
      if (isThere) passage.lookAgain();
    }
    return true;
  }
}

function now(): number {
  return performance.now();
}
