import { type Block, type BoundaryPoint, boundariesOf } from '@/lib/dom/block';
import { isDrawn } from '@/lib/dom/drawn';
import type { Paint } from '@/lib/dom/paint';
import type { Highlight } from '@/lib/model/highlight';
import { overlaps, type Span } from '@/lib/model/span';
import type { HighlightPlace } from '@/lib/model/views';

/** Below the marks, whose lines stay visible on a saved passage. */
const SAVED_PRIORITY = -2;
/** Above the passage it stands inside. */
const INNER_PRIORITY = -1;

/** A stretch of one block's text. */
export interface Part {
  block: Block;
  span: Span;
}

/** What the reader may accept as the place of a passage: a span of the text that was searched. */
export interface Candidate {
  span: Span;
  text: string;
  score: number;
}

/** `looking`: no search has answered yet for the text as it is now. */
type Standing =
  | { state: 'looking' }
  | { state: 'found'; parts: (Part & { name: string; range: StaticRange | null })[] }
  | { state: 'ambiguous' }
  | { state: 'missing'; candidate: Candidate | null };

/** One highlight of this page: where it stands, and its paint there. */
export class Passage {
  /** Which reading of the page's text it was looked for in last; they are counted from 0. */
  lookedIn = -1;
  private standing: Standing = { state: 'looking' };
  /** All the places that are equally its own, in page order; and at which of them it is shown. */
  places: readonly (readonly Part[])[] = [];
  private at = 0;
  /** Painted once more, to be seen inside another passage. */
  private inner: { name: string; range: StaticRange }[] = [];

  constructor(
    readonly highlight: Highlight,
    private readonly paint: Paint,
    /** Whether the page may see where it stands. */
    private readonly isShown: () => boolean,
  ) {}

  /** Where it is on the page, in page order; empty unless found. */
  get parts(): readonly Part[] {
    return this.standing.state === 'found' ? this.standing.parts : [];
  }

  get candidate(): Candidate | null {
    return this.standing.state === 'missing' ? this.standing.candidate : null;
  }

  /** How it fares, as the reader is told. */
  get place(): HighlightPlace {
    const { standing } = this;
    const { id } = this.highlight;
    const count = this.places.length;
    if (standing.state === 'ambiguous') return { ...standing, id, places: count };
    if (standing.state === 'found' && count > 1) {
      return { state: 'found', id, nth: this.at, places: count };
    }
    if (standing.state !== 'missing') return { state: standing.state, id };
    const { candidate } = standing;
    const offer = candidate && { text: candidate.text, score: candidate.score };
    return { state: 'missing', id, candidate: offer };
  }

  /** Whether it is to be looked for in all of the page's text, as it was at a reading. */
  isWantedIn(reading: number): boolean {
    const isDue = !this.highlight.detached && this.lookedIn !== reading;
    return isDue && this.standing.state === 'looking';
  }

  /** Whether it was looked for in vain, and may stand in what has arrived until a reading. */
  isAwaitedIn(reading: number): boolean {
    const { state } = this.standing;
    return (state === 'missing' || state === 'ambiguous') && this.lookedIn !== reading;
  }

  /** Where it begins and ends on the page; null unless found. */
  get edges(): { start: BoundaryPoint; end: BoundaryPoint } | null {
    const [first] = this.parts;
    const last = this.parts.at(-1);
    if (!first || !last) return null;
    return {
      start: boundariesOf(first.block, first.span).start,
      end: boundariesOf(last.block, last.span).end,
    };
  }

  /** True where a record says of the same place what this one does. */
  isPlacedAs({ selectors }: Highlight): boolean {
    return JSON.stringify(this.highlight.selectors) === JSON.stringify(selectors);
  }

  /** True when it begins and ends where these parts do. */
  standsAt(parts: readonly Part[]): boolean {
    const [first] = parts;
    const last = parts.at(-1);
    const [mine] = this.parts;
    const mineLast = this.parts.at(-1);
    if (!first || !last || !mine || !mineLast) return false;
    const isSameStart = mine.block === first.block && mine.span.start === first.span.start;
    return isSameStart && mineLast.block === last.block && mineLast.span.end === last.span.end;
  }

  /** True when it stands at a place of the page. */
  holds({ node, offset }: BoundaryPoint): boolean {
    return this.parts.some(({ block, span }) => {
      const piece = block.nodes.indexOf(node);
      const at = piece < 0 ? -1 : (block.starts[piece] as number) + offset;
      return at >= span.start && at < span.end;
    });
  }

  /** It stands here: paints it. */
  show(parts: readonly Part[]): void {
    this.erase();
    const name = `govgloss-saved-${this.highlight.colour}`;
    const painted = parts.map(({ block, span }) => {
      const { start, end } = boundariesOf(block, span);
      const range = this.isShown() ? this.paint.add(name, start, end, SAVED_PRIORITY) : null;
      return { block, span, name, range };
    });
    this.standing = { state: 'found', parts: painted };
  }

  /** How much text it takes up, in UTF-16 units. */
  get length(): number {
    return this.parts.reduce((sum, { span }) => sum + span.end - span.start, 0);
  }

  /** True when it shares text with another passage. */
  overlaps(other: Passage): boolean {
    return this.parts.some(({ block, span }) =>
      other.parts.some((part) => part.block === block && overlaps(part.span, span)),
    );
  }

  /** Lets it be seen inside a longer passage, whatever the colours of both, or no more. */
  lift(isInner: boolean): void {
    if (isInner === this.inner.length > 0) return;
    for (const { name, range } of this.inner.splice(0)) this.paint.remove(name, range);
    if (!isInner) return;
    const name = `govgloss-inner-${this.highlight.colour}`;
    this.inner = this.parts.map(({ block, span }) => {
      const { start, end } = boundariesOf(block, span);
      return { name, range: this.paint.add(name, start, end, INNER_PRIORITY) };
    });
  }

  /**
   * A search has found these places, in page order: it is shown at the nth of them; null where nothing
   * says at which.
   */
  mayStandAt(places: readonly (readonly Part[])[], nth: number | null): void {
    this.erase();
    this.places = places;
    this.at = nth ?? -1;
    if (nth === null) this.standing = { state: 'ambiguous' };
  }

  /** It is the same passage, changed in something else than its place. */
  takePlaces({ places, at }: Passage): void {
    this.places = places;
    this.at = at;
  }

  /** The place after the one it is shown at, or before it: of several in a ring. */
  step(by: 1 | -1): readonly Part[] {
    const { length } = this.places;
    if (length > 0) this.at = this.at < 0 && by < 0 ? length - 1 : (this.at + by + length) % length;
    return this.places[this.at] ?? [];
  }

  /** A search of this text has found no place for it; the best one is offered. */
  miss(candidate: { span: Span; score: number } | null, text: string): void {
    this.erase();
    this.places = [];
    this.standing = {
      state: 'missing',
      candidate: candidate && {
        ...candidate,
        text: text.slice(candidate.span.start, candidate.span.end),
      },
    };
  }

  /** The page has changed where it stood: it is to be looked for again. */
  lose(): void {
    this.erase();
    this.places = [];
    this.standing = { state: 'looking' };
  }

  /** It may stand in what has arrived: it is to be looked for in the text as it is now. */
  lookAgain(): void {
    this.standing = { state: 'looking' };
    this.lookedIn = -1;
  }

  erase(): void {
    this.lift(false);
    if (this.standing.state !== 'found') return;
    for (const { name, range } of this.standing.parts) if (range) this.paint.remove(name, range);
  }
}

/** True when the reader can see what stands there. */
export function isDrawnAt([first]: readonly Part[]): boolean {
  if (!first) return false;
  const { start, end } = boundariesOf(first.block, first.span);
  return isDrawn(start, end);
}
