import type { Span } from '@/lib/model/span';
import type { IsEdge } from './word-edges';

/** A text directive, `text=prefix-,start,end,-suffix`, unescaped; what it does not have is empty. */
export interface TextDirective {
  prefix: string;
  start: string;
  end: string;
  suffix: string;
}

/** Half a surrogate pair, which no address can hold: a page or an import may have cut one. */
const HALF = /\p{Surrogate}/gu;

/** One part of a directive; its own punctuation is escaped beside what an address escapes. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(HALF, '\ufffd')).replace(/-/g, '%2D');
}

/** The directive as it stands in an address, after `:~:`. */
export function writeDirective({ prefix, start, end, suffix }: TextDirective): string {
  const parts = [
    ...(prefix ? [`${encode(prefix)}-`] : []),
    encode(start),
    ...(end ? [encode(end)] : []),
    ...(suffix ? [`-${encode(suffix)}`] : []),
  ];
  return `text=${parts.join(',')}`;
}

interface Match extends Span {
  /** Where the search for another one begins. */
  next: number;
}

/** A text by its blocks, which are its lines: no term of a directive is found across two. */
class Blocks {
  private readonly folded: string;
  constructor(
    private readonly text: string,
    private readonly isEdge: IsEdge,
  ) {
    const lower = text.toLowerCase();
    this.folded = lower.length === text.length ? lower : text;
  }

  find(term: string, from: number, isBounded: { start: boolean; end: boolean }): Match | null {
    const wanted = term.toLowerCase();
    for (let at = this.folded.indexOf(wanted, from); at >= 0; ) {
      const end = at + wanted.length;
      const isWhole =
        (!isBounded.start || this.isEdgeAt(at)) && (!isBounded.end || this.isEdgeAt(end));
      if (isWhole) return { start: at, end, next: at + 1 };
      at = this.folded.indexOf(wanted, at + 1);
    }
    return null;
  }

  /** The first place from there on that is no white space. */
  textFrom(at: number): number {
    const space = /\S/g;
    space.lastIndex = at;
    return space.exec(this.text)?.index ?? this.text.length;
  }

  private isEdgeAt(at: number): boolean {
    const from = at === 0 ? 0 : this.text.lastIndexOf('\n', at - 1) + 1;
    const end = this.text.indexOf('\n', at);
    return this.isEdge(this.text.slice(from, end < 0 ? undefined : end), at - from);
  }
}

/**
 * Where a browser goes by a directive in a text whose lines are the blocks of a page; null where it
 * goes nowhere. The steps are those of https://wicg.github.io/scroll-to-text-fragment/#find-a-range-from-a-text-directive:
 * a prefix begins and a suffix ends at the edge of a word, and what they enclose need not.
 */
export function findDirective(
  text: string,
  { prefix, start, end, suffix }: TextDirective,
  isEdge: IsEdge,
): Span | null {
  const blocks = new Blocks(text, isEdge);
  const endsWord = end !== '' || suffix === '';
  for (let from = 0; ; ) {
    const first = prefix ? blocks.find(prefix, from, { start: true, end: false }) : null;
    if (prefix && !first) return null;
    const at = first ? blocks.textFrom(first.end) : from;
    const match = blocks.find(start, at, { start: !first, end: endsWord });
    if (!match) return null;
    from = first ? first.next : match.next;
    if (first && match.start !== at) continue;
    const last = lastOf(blocks, match.end, end, suffix);
    if (last !== null) return { start: match.start, end: last };
    if (end !== '') return null;
  }
}

/** Where what began ends, by its end and suffix; null where they do not follow. */
function lastOf(blocks: Blocks, from: number, end: string, suffix: string): number | null {
  for (let last = from; ; ) {
    if (end) {
      const match = blocks.find(end, last, { start: true, end: suffix === '' });
      if (!match) return null;
      last = match.end;
    }
    if (!suffix) return last;
    const after = blocks.textFrom(last);
    const follows = blocks.find(suffix, after, { start: false, end: true });
    if (follows?.start === after) return last;
    if (!end || !follows) return null;
  }
}
