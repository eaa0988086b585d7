/** A Chinese character with the syllable that is read over it. */
export interface PinyinPair {
  character: string;
  syllable: string;
}

/** A toneless syllable: an initial with a final, or one of the few bare consonants. */
const SYLLABLE =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|iao|ian|ing|ong|uai|uan|ang|eng|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|üe|ue|üan|ün|a|o|e|i|u|ü)|r)$/;

/** What a syllable begins with only after an apostrophe: `Hénán` is hé nán, never hén án. */
const BARE_VOWEL = /^[aoe]/;

/** `zhuang` is the longest. */
const LONGEST_SYLLABLE = 6;

/**
 * Sets each syllable of `pinyin` over its character of `name`, for ruby. Null when the name has
 * anything but Han characters, or when the two do not come out even: then the pinyin is to be
 * shown as a line. Spaces, apostrophes and hyphens part syllables; joined ones (`Zhèlǐbàn`) are
 * parted so that every character gets one.
 */
export function alignPinyin(name: string, pinyin: string): PinyinPair[] | null {
  const characters = [...name];
  if (!characters.every((character) => /\p{Script=Han}/u.test(character))) return null;
  const words = pinyin
    .normalize('NFC')
    .split(/[\s'’-]+/)
    .filter(Boolean);
  const syllables = splitWords(words, characters.length);
  return syllables?.map((syllable, at) => ({ character: characters[at] ?? '', syllable })) ?? null;
}

/** Parts words into exactly `count` syllables, or null. Long syllables are tried first. */
function splitWords(words: string[], count: number): string[] | null {
  const [word, ...rest] = words;
  if (word === undefined) return count === 0 ? [] : null;
  if (count === 0) return null;
  for (let end = Math.min(word.length, LONGEST_SYLLABLE); end > 0; end--) {
    const head = word.slice(0, end);
    if (!SYLLABLE.test(toneless(head))) continue;
    const tail = word.slice(end);
    if (BARE_VOWEL.test(toneless(tail))) continue;
    const others = splitWords(tail ? [tail, ...rest] : rest, count - 1);
    if (others) return [head, ...others];
  }
  return null;
}

/** Drops the four tone marks and keeps the dots of ü. */
function toneless(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
}
