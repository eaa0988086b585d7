import type { Span } from '@/lib/model/span';
import { foldTable } from '@/lib/text/fold';
import { gapEnd, isHan, isInvisible, isWhite } from '@/lib/text/noise';

/**
 * A text as anchoring compares it: folded to one script and width, without white space, invisible
 * characters and pinyin glosses. A page served with or without them has the same normal text.
 */
export interface NormalText {
  text: string;
  /** For each unit of `text`, the index of the unit of the source it stands for; ascending. */
  sourceOf: Uint32Array;
  source: string;
}

/** Most normal units of context that are ever stored; as many edge marks stand around a page. */
export const MAX_CONTEXT_UNITS = 512;
/** What stands before a page's first character and after its last, as often as a context may reach. */
export const PAGE_START = '\u0002';
export const PAGE_END = '\u0003';

/** Units that are turned to text at once: more than that many arguments no call may take. */
const CHUNK = 8192;

function decode(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) {
    // To spread them would go through an iterator, unit by unit.
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, at + CHUNK));
  }
  return text;
}

/** The ideographs most pages are written in: neither they nor what is between two of them is a gap. */
function isPlainHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** Glosses are left out, unless the quote is nothing but what looks like one: 浙里办(APP). */
export type Glosses = 'skip' | 'keep';

/** Normalises a text of any length, in time linear in it. */
export function normalise(source: string, glosses: Glosses): NormalText {
  const fold = foldTable();
  const units = new Uint16Array(source.length);
  const sourceOf = new Uint32Array(source.length);
  let count = 0;
  for (let at = 0; at < source.length; ) {
    const unit = source.charCodeAt(at);
    if (isWhite(unit) || isInvisible(unit)) {
      at++;
      continue;
    }
    units[count] = fold[unit]!;
    sourceOf[count++] = at++;
    if (glosses === 'skip' && isHan(unit) && !isPlainHan(source.charCodeAt(at))) {
      at = Math.max(at, gapEnd(source, at));
    }
  }
  return { text: decode(units.subarray(0, count)), sourceOf: sourceOf.slice(0, count), source };
}

/**
 * Normalises a page's text and marks its edges, so that to be the first or the last thing on a page
 * is context like any other.
 */
export function normalisePage(source: string, glosses: Glosses): NormalText {
  const normal = normalise(source, glosses);
  const sourceOf = new Uint32Array(normal.sourceOf.length + 2 * MAX_CONTEXT_UNITS);
  sourceOf.set(normal.sourceOf, MAX_CONTEXT_UNITS);
  sourceOf.fill(source.length, MAX_CONTEXT_UNITS + normal.sourceOf.length);
  const text =
    PAGE_START.repeat(MAX_CONTEXT_UNITS) + normal.text + PAGE_END.repeat(MAX_CONTEXT_UNITS);
  return { text, sourceOf, source };
}

/** The normal units that stand for source units of the span; empty for a span of spaces or glosses. */
export function toNormal(normal: NormalText, span: Span): Span {
  return { start: firstFrom(normal, span.start), end: firstFrom(normal, span.end) };
}

/** Index of the first normal unit whose source is at or after `offset`. */
function firstFrom({ text, sourceOf }: NormalText, offset: number): number {
  let low = text.startsWith(PAGE_START) ? MAX_CONTEXT_UNITS : 0;
  let high = sourceOf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sourceOf[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The source span of a non-empty normal span: from its first character to its last, so it ends
 * before a gloss or space that follows the last character.
 */
export function toSource({ sourceOf }: NormalText, span: Span): Span {
  return { start: sourceOf[span.start]!, end: sourceOf[span.end - 1]! + 1 };
}
