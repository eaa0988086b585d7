import { type Block, type BoundaryPoint, boundariesOf } from '@/lib/dom/block';
import type { Paint } from '@/lib/dom/paint';
import type { Anchoring } from '@/lib/model/anchoring';
import type { Highlight } from '@/lib/model/highlight';
import { overlaps, type Span } from '@/lib/model/span';
import type { HighlightPlace } from '@/lib/model/views';

/** Text may arrive late; after this time, in ms, a highlight that was not found is said to be missing. */
const LOOK_FOR_MS = 30_000;
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
  | { state: 'ambiguous'; places: number }
  | { state: 'missing'; candidate: Candidate | null };

/** One highlight of this page: where it stands, and its paint there. */
export class Passage {
  /** Which reading of the page's text it was looked for in last; they are counted from 0. */
  lookedIn = -1;
  private standing: Standing = { state: 'looking' };
  /** Painted once more, to be seen inside another passage. */
  private inner: { name: string; range: StaticRange }[] = [];
  /** Found nowhere, it is looked for in what arrives until then, and not said to be missing. */
  private until = performance.now() + LOOK_FOR_MS;
  /** Said to be missing, it is looked for until then in what the reader may have asked the page for. */
  private askedUntil = 0;

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
    if (standing.state === 'ambiguous') return { ...standing, id };
    if (standing.state !== 'missing') return { state: standing.state, id };
    if (this.isAwaited) return { state: 'looking', id };
    const { candidate } = standing;
    const offer = candidate && { text: candidate.text, score: candidate.score };
    return { state: 'missing', id, candidate: offer };
  }

  /** Whether it is to be looked for in a reading of the page's text. */
  isWantedIn(reading: number): boolean {
    const { state } = this.standing;
    if (state === 'found' || this.highlight.detached || this.lookedIn === reading) return false;
    return state === 'looking' || this.isAwaited || performance.now() < this.askedUntil;
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

  /** A search of this text has found no place for it, or several. */
  miss(anchoring: Exclude<Anchoring, { state: 'found' }>, text: string): void {
    this.erase();
    if (anchoring.state === 'ambiguous') {
      this.standing = { state: 'ambiguous', places: anchoring.spans.length };
      return;
    }
    const { candidate } = anchoring;
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
    this.standing = { state: 'looking' };
    this.until = performance.now() + LOOK_FOR_MS;
  }

  /** The reader does something: its text may be about to be shown. */
  expect(): void {
    this.askedUntil = performance.now() + LOOK_FOR_MS;
  }

  erase(): void {
    this.lift(false);
    if (this.standing.state !== 'found') return;
    for (const { name, range } of this.standing.parts) if (range) this.paint.remove(name, range);
  }

  private get isAwaited(): boolean {
    return performance.now() < this.until;
  }
}
