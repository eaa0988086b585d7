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

/**
 * The span, of a name that begins with a number with the quotation mark beside it that one inside
 * answers: 拨打[“12345”热线], [12345“市民热线”]; not “浙里”办事. Null where marks inside close before they
 * open, or are left open.
 */
function balanced(text: string, { start, end }: Span): Span | null {
  let open = 0;
  let unopened = 0;
  let straight = 0;
  for (let i = start; i < end; i++) {
    if (!isQuote(text.charCodeAt(i))) continue;
    const character = text[i]!;
    if (OPENING_QUOTES.includes(character)) open++;
    else if (!CLOSING_QUOTES.includes(character)) straight++;
    else if (open > 0) open--;
    else unopened++;
  }
  const unanswered = open + unopened + (straight % 2);
  if (unanswered === 0) return { start, end };
  if (unanswered > 1 || !isDigit(text.charCodeAt(start))) return null;
  if (unopened === 1)
    return OPENING_QUOTES.includes(text[start - 1] ?? ' ') ? { start: start - 1, end } : null;
  if (open === 1) return CLOSING_QUOTES.includes(text[end] ?? ' ') ? { start, end: end + 1 } : null;
  if (isStraight(text[start - 1])) return { start: start - 1, end };
  return isStraight(text[end]) ? { start, end: end + 1 } : null;
}

function isStraight(character: string | undefined): boolean {
  return character === '"' || character === "'";
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
 * those of one name? Returns its span, with a quotation mark at its edge that answers one inside.
 * `length` is the number of the form's characters, in units; `roles` is Matcher.roles.
 */
export function fittedSpan(text: string, span: Span, length: number, roles: Roles): Span | null {
  const { start, end } = span;
  if (cutsWord(text, start - 1, start) || cutsWord(text, end - 1, end)) return null;
  if (end - start === length) return span;
  return spacesFit(text, span, length, roles) ? balanced(text, span) : null;
}
