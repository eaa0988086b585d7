import type { Span } from '@/lib/model/span';
import { isHan, isInvisible, isQuote, isWhite } from '@/lib/text/noise';
import type { Roles } from './roles';
import { nextIndex } from './step';

const OPENING_QUOTES = '“‘「『《〈﹁﹃';
const CLOSING_QUOTES = '”’」』》〉﹂﹄';

/** A name of this many characters or more may hold white space anywhere: 浙里 办. */
const SAFE_WITH_SPACES = 3;

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

function isLatinLetter(unit: number): boolean {
  const half = unit >= 0xff00 ? unit - 0xfee0 : unit;
  return (half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a);
}

/** True when both units belong to one Latin word or one number, so that no name ends between them. */
function cutsWord(text: string, before: number, after: number): boolean {
  if (before < 0 || after >= text.length) return false;
  const left = text.charCodeAt(before);
  if (isHan(left)) return false;
  const right = text.charCodeAt(after);
  return (isDigit(left) && isDigit(right)) || (isLatinLetter(left) && isLatinLetter(right));
}

/** Quotation marks inside the span open before they close, and none is left open. */
function quotesBalance(text: string, start: number, end: number): boolean {
  let open = 0;
  let straight = 0;
  for (let i = start; i < end; i++) {
    if (!isQuote(text.charCodeAt(i))) continue;
    const character = text[i]!;
    if (OPENING_QUOTES.includes(character)) open++;
    else if (CLOSING_QUOTES.includes(character)) {
      if (--open < 0) return false;
    } else straight++;
  }
  return open === 0 && straight % 2 === 0;
}

function standsAlone(text: string, { start, end }: Span): boolean {
  const before = start === 0 || !isHan(text.charCodeAt(start - 1));
  return before && (end >= text.length || !isHan(text.charCodeAt(end)));
}

/** White space and nothing else that shows lies between the two indexes. */
function isSpace(text: string, from: number, to: number): boolean {
  let white = false;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (isWhite(unit)) white = true;
    else if (!isInvisible(unit)) return false;
  }
  return white;
}

/**
 * White space joins two characters of a short name only where nothing else of the line touches
 * it: 广　东 in a table, but not 因地制[宜 城]市更新. Digits of one number are never parted.
 */
function spacesFit(text: string, span: Span, length: number, roles: Roles): boolean {
  const mayHoldSpace = length >= SAFE_WITH_SPACES || standsAlone(text, span);
  for (let at = span.start; ; ) {
    const next = nextIndex(text, at + 1, roles);
    if (next < 0 || next >= span.end) return true;
    if (next > at + 1 && isSpace(text, at + 1, next)) {
      const digits = isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(next));
      if (digits || !mayHoldSpace) return false;
    }
    at = next;
  }
}

/**
 * The last look at an occurrence whose characters are right: are its edges and the gaps inside it
 * those of one name? `length` is the number of the form's characters, in units; `roles` is
 * Matcher.roles.
 */
export function fits(text: string, span: Span, length: number, roles: Roles): boolean {
  const { start, end } = span;
  if (cutsWord(text, start - 1, start) || cutsWord(text, end - 1, end)) return false;
  if (end - start === length) return true;
  return quotesBalance(text, start, end) && spacesFit(text, span, length, roles);
}
