/** Says whether a word begins or ends at a place of a text, in UTF-16 units; its two ends always are edges. */
export type IsEdge = (text: string, at: number) => boolean;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Edges as the browser's own dictionary has them: ICU's in Chromium, another in Firefox. */
export const isWordEdge: IsEdge = (text, at) =>
  at <= 0 || at >= text.length || segmenter.segment(text).containing(at)?.index === at;

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}々〇ー]/u;
/** What may stand within a word, as in `3.14` or `can't`, or belongs to the character before it. */
const JOINING = /[\p{M}\p{Cf}\p{Pc}.,:;'’·．，：；＇‧]/u;
const LETTER = /[\p{L}\p{N}]/u;

type Sort = 'cjk' | 'letter' | 'joining' | 'other';

function sortOf(character: string): Sort {
  if (CJK.test(character)) return 'cjk';
  if (LETTER.test(character)) return 'letter';
  return JOINING.test(character) ? 'joining' : 'other';
}

/** Edges that every dictionary has: beside punctuation, and between Chinese and what is not. */
export const isSureEdge: IsEdge = (text, at) => {
  if (at <= 0 || at >= text.length) return true;
  const before = sortOf(characterBefore(text, at));
  const after = sortOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  if (before === 'other' || after === 'other') return after !== 'joining';
  return (before === 'cjk') !== (after === 'cjk') && !isMark(text, at);
};

function isMark(text: string, at: number): boolean {
  return /^[\p{M}\p{Cf}]/u.test(text.slice(at, at + 2));
}

function characterBefore(text: string, at: number): string {
  const isPair = at > 1 && /[\udc00-\udfff]/.test(text[at - 1] ?? '');
  return text.slice(isPair ? at - 2 : at - 1, at);
}
