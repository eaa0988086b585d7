import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gapEnd,
  gapStart,
  glossesEnd,
  isCloseBracket,
  isInvisible,
  isOpenBracket,
  isQuote,
  isWhite,
  NOISE_BLOCKS,
} from '@/lib/text/noise';

/** Where the gap after the first character of 数…字 ends. */
const endAfterFirst = (text: string) => gapEnd(text, 1);

describe('glossesEnd', () => {
  it.each([
    ['one gloss, and no space after it', '通(tōng) 字', 7],
    ['two glosses', '通(tōng)（tong）字', 13],
    ['no third one', '通(a)(b)(c)', 7],
    ['a gloss before a blank line', '通(tōng)\n\n字', 7],
    ['no footnote', '通[1]字', 1],
    ['no bracket after Latin', 'x(tong)', 1],
    ['no gloss after a space', '通 (tōng)', 1],
  ])('passes %s', (_, text, end) => {
    expect(glossesEnd(text, 1)).toBe(end);
  });
});

describe('gapEnd', () => {
  it.each([
    ['nothing', '数字'],
    ['a space', '数 字'],
    ['a full-width space', '数　字'],
    ['a line end with indentation', '数\n\t\t字'],
    ['zero-width characters', '数\u200b\u2060\ufeff字'],
    ['a soft hyphen', '数\u00ad字'],
    ['a variation selector', '数\ufe00字'],
    ['a variation selector beyond the BMP', '数\u{e0101}字'],
    ['a gloss', '数(shù)字'],
    ['a gloss with full-width brackets', '数（shù）字'],
    ['a gloss in square brackets', '数[shù]字'],
    ['a gloss with a tone number', '数(shu4)字'],
    ['a gloss with combining tones', '数(shu\u0300)字'],
    ['a gloss in zhuyin', '数(ㄕㄨˋ)字'],
    ['spaces around and in a gloss', '数 ( shù ) 字'],
    ['two glosses', '数(shù)(shǔ)字'],
    ['a gloss and a line end', '数(shù)\n字'],
  ])('skips %s', (_, text) => {
    expect(endAfterFirst(text)).toBe(text.length - 1);
    expect(gapStart(text, text.length - 1)).toBe(1);
  });

  it.each([
    ['a comma', '数，字', 1],
    ['an enumeration comma', '数、字', 1],
    ['a dot', '数·字', 1],
    ['Chinese in brackets', '网(政务外网)通', 1],
    ['a footnote', '数[1]字', 1],
    ['a number in brackets', '数(2)字', 1],
    ['an empty bracket', '数()字', 1],
    ['a long English word in brackets', '数(digitalisation)字', 1],
    ['a gloss that is not closed', '数(shù字', 1],
    ['a third gloss', '数(a)(b)(c)字', 7],
    ['a gloss after a letter', 'A(a)字', 1],
  ])('does not skip %s', (_, text, end) => {
    expect(endAfterFirst(text)).toBe(end);
  });

  it.each([
    ['a blank line', '数\n\n字'],
    ['a blank line of spaces', '数\n  \n字'],
    ['more space than a gap has', `数${' '.repeat(49)}字`],
  ])('takes %s for an end of the name', (_, text) => {
    expect(endAfterFirst(text)).toBe(-1);
  });

  it('agrees with gapStart on random noise', () => {
    const piece = fc.constantFrom(
      '数',
      '字',
      '(',
      ')',
      'a',
      'shù',
      ' ',
      '\n',
      '\u200b',
      '\u{e0101}',
      '（x）',
      '，',
      '𠮷',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        for (let to = 1; to <= text.length; to++) {
          const unit = text.charCodeAt(to);
          if (Number.isNaN(unit) || ![0x6570, 0x5b57, 0xff0c].includes(unit)) continue;
          const from = gapStart(text, to);
          if (from > 0) expect(gapEnd(text, from)).toBe(to);
        }
        for (let from = 1; from < text.length; from++) {
          if (![0x6570, 0x5b57].includes(text.charCodeAt(from - 1))) continue;
          const to = gapEnd(text, from);
          if (to > 0 && [0x6570, 0x5b57].includes(text.charCodeAt(to)))
            expect(gapStart(text, to)).toBe(from);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('NOISE_BLOCKS', () => {
  it('hold every unit that is noise', () => {
    const outside = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
      (unit) =>
        [isWhite, isInvisible, isQuote, isOpenBracket, isCloseBracket].some((is) => is(unit)) &&
        !NOISE_BLOCKS.some(([from, to]) => from <= unit && unit <= to),
    );
    expect(outside).toEqual([]);
  });
});
