/**
 * What may stand between two characters of a name without being part of it. Detection and
 * anchoring share this one definition, so that what one skips the other skips too.
 */

/** Longest run of spaces and invisible characters, and longest gloss, that a gap may hold: bounds the work. */
const MAX_SKIPPED = 48;
const MAX_GLOSS_UNITS = 16;
/** zhuāng has six letters, Heilongjiang's longest pair ten; English words in brackets are often longer. */
const MAX_GLOSS_LETTERS = 10;
/** 通(tōng)(tong): some pages annotate twice. */
const MAX_GLOSSES = 2;
const LINE_FEED = 0x0a;

/** Spaces of any width, tabs and line ends. */
export function isWhite(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x3000 ||
    unit === 0xa0 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f
  );
}

/** Characters without width: joiners, direction marks, soft hyphen, variation selectors of the BMP. */
export function isInvisible(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    unit === 0xad ||
    unit === 0xfeff ||
    (unit >= 0xfe00 && unit <= 0xfe0f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0x034f ||
    unit === 0x061c ||
    unit === 0x180e
  );
}

/** True for Han characters, radicals and 〇; surrogates count, for most beyond the BMP are Han here. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xd800 && unit <= 0xdfff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0x2e80 && unit <= 0x2fdf) ||
    unit === 0x3007
  );
}

/** Quotation and title marks of all kinds, straight ones included. */
export function isQuote(unit: number): boolean {
  return (
    unit === 0x22 ||
    unit === 0x27 ||
    (unit >= 0x2018 && unit <= 0x201f) ||
    (unit >= 0x3008 && unit <= 0x300f) ||
    unit === 0xff02 ||
    unit === 0xff07 ||
    (unit >= 0xfe41 && unit <= 0xfe44)
  );
}

/** Opening brackets that may enclose a gloss or a year: ( （ [ ［ 〔 【. */
export function isOpenBracket(unit: number): boolean {
  return (
    unit === 0x28 ||
    unit === 0xff08 ||
    unit === 0x5b ||
    unit === 0xff3b ||
    unit === 0x3014 ||
    unit === 0x3010
  );
}

/** The closing partners of isOpenBracket. */
export function isCloseBracket(unit: number): boolean {
  return (
    unit === 0x29 ||
    unit === 0xff09 ||
    unit === 0x5d ||
    unit === 0xff3d ||
    unit === 0x3015 ||
    unit === 0x3011
  );
}

/** Where in the BMP all of the above lie, from and to: to look at each of 65,536 units takes too long. */
export const NOISE_BLOCKS: readonly (readonly [number, number])[] = [
  [0x09, 0x0d],
  [0x20, 0x29],
  [0x5b, 0x5d],
  [0xa0, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x2000, 0x2069],
  [0x3000, 0x3015],
  [0xfe00, 0xfe0f],
  [0xfe41, 0xfe44],
  [0xfeff, 0xfeff],
  [0xff02, 0xff09],
  [0xff3b, 0xff3d],
];

/** Letters of pinyin and zhuyin, half and full width, with or without tones. */
function isGlossLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
    unit === 0x251 || // ɑ, which some fonts and pages use for a
    unit === 0x261 || // ɡ
    (unit >= 0x1e00 && unit <= 0x1eff) ||
    (unit >= 0x3105 && unit <= 0x312f) ||
    (unit >= 0x31a0 && unit <= 0x31bf) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a)
  );
}

/** What may stand among the letters of a gloss: tone marks, tone numbers, apostrophe, hyphen, dot, space. */
function isGlossMark(unit: number): boolean {
  return (
    (unit >= 0x300 && unit <= 0x36f) ||
    (unit >= 0x30 && unit <= 0x35) ||
    (unit >= 0x2c7 && unit <= 0x2cb) ||
    unit === 0x2d9 ||
    unit === 0x2bc ||
    unit === 0x27 ||
    unit === 0x2019 ||
    unit === 0x2d ||
    unit === 0xb7 ||
    unit === 0x20 ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    isInvisible(unit)
  );
}

/** End of the gloss whose opening bracket is at `open`, or -1 if that is no gloss. */
function glossEnd(text: string, open: number): number {
  let letters = 0;
  const limit = Math.min(text.length, open + MAX_GLOSS_UNITS + 2);
  for (let at = open + 1; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (isGlossLetter(unit)) letters++;
    else if (isCloseBracket(unit)) return letters > 0 && letters <= MAX_GLOSS_LETTERS ? at + 1 : -1;
    else if (!isGlossMark(unit)) return -1;
  }
  return -1;
}

/** Start of the gloss that ends before `end` with a closing bracket, or -1. */
function glossStart(text: string, end: number): number {
  const limit = Math.max(0, end - MAX_GLOSS_UNITS - 2);
  for (let at = end - 2; at >= limit; at--)
    if (isOpenBracket(text.charCodeAt(at))) return glossEnd(text, at) === end ? at : -1;
  return -1;
}

/** The second half of a variation selector beyond the BMP (U+E0100 to U+E01EF) at `at`. */
function isSelectorTail(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdd00 && unit <= 0xddef && text.charCodeAt(at - 1) === 0xdb40;
}

/**
 * From the end of a name's character to the start of what follows it: skips white space,
 * invisible characters, and after a Han character up to two glosses in brackets.
 * `from` is the index after the character. Returns an index ≥ from (the text's length at its end),
 * or -1 where the gap is more than a gap: a blank line, or more than 48 units of space.
 */
export function gapEnd(text: string, from: number): number {
  let at = from;
  let skipped = 0;
  let lineFeeds = 0;
  let glosses = 0;
  for (; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (isWhite(unit) || isInvisible(unit)) {
      if (unit === LINE_FEED && ++lineFeeds > 1) return -1;
      if (++skipped > MAX_SKIPPED) return -1;
      at++;
    } else if (unit === 0xdb40 && isSelectorTail(text, at + 1)) {
      if (++skipped > MAX_SKIPPED) return -1;
      at += 2;
    } else if (isOpenBracket(unit) && glosses < MAX_GLOSSES && isHan(text.charCodeAt(from - 1))) {
      const end = glossEnd(text, at);
      if (end < 0) return at;
      glosses++;
      at = end;
    } else return at;
  }
  return at;
}

/**
 * End of the glosses, up to two, that begin at `open`, right after a Han character, and of nothing
 * after them; `open` itself where none does.
 */
export function glossesEnd(text: string, open: number): number {
  if (!isHan(text.charCodeAt(open - 1))) return open;
  let at = open;
  for (let count = 0; count < MAX_GLOSSES && isOpenBracket(text.charCodeAt(at)); count++) {
    const end = glossEnd(text, at);
    if (end < 0) break;
    at = end;
  }
  return at;
}

/**
 * The same gap from its other end: `to` is the index of a name's character; returns the index after
 * the character before it (0 at the text's start), or -1. gapEnd(gapStart(to)) is `to` again.
 */
export function gapStart(text: string, to: number): number {
  let at = to;
  let skipped = 0;
  let lineFeeds = 0;
  let glosses = 0;
  let beforeGlosses = -1;
  for (; at > 0; ) {
    const unit = text.charCodeAt(at - 1);
    if (isWhite(unit) || isInvisible(unit)) {
      if (unit === LINE_FEED && ++lineFeeds > 1) return beforeGlosses;
      if (++skipped > MAX_SKIPPED) return beforeGlosses;
      at--;
    } else if (isSelectorTail(text, at - 1)) {
      if (++skipped > MAX_SKIPPED) return beforeGlosses;
      at -= 2;
    } else if (isCloseBracket(unit) && glosses < MAX_GLOSSES) {
      const open = glossStart(text, at);
      if (open < 0) break;
      if (glosses === 0) beforeGlosses = at;
      glosses++;
      at = open;
    } else break;
  }
  const glossed = glosses > 0 && !(at > 0 && isHan(text.charCodeAt(at - 1)));
  return glossed ? beforeGlosses : at;
}
