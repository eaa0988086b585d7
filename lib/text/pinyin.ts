/**
 * Keys under which a reader may type a pinyin name. Spelling rules are those of GB/T 16159: a
 * syllable that begins with a vowel inside a word is set off by an apostrophe (fāng'àn), so a
 * consonant before a vowel always begins the next syllable.
 */

const SYLLABLE =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|iao|ian|ing|uai|uan|ang|eng|ong|ueng|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|van|vn|a|e|i|o|u|v)(?![aeiouv])/g;

/** Lower case, without tone marks or tone numbers, ü as v; other characters stay. */
export function withoutTones(pinyin: string): string {
  return pinyin
    .toLowerCase()
    .replace(/ü/g, 'v')
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z])[1-5]/g, '$1');
}

/** The syllables of a pinyin name without tones, Latin words and digits in it whole. */
export function syllables(pinyin: string): string[] {
  return withoutTones(pinyin)
    .split(/[^a-z0-9]+/)
    .flatMap((word) => {
      const found = word.match(SYLLABLE) ?? [];
      return found.join('') === word ? found : word === '' ? [] : [word];
    });
}

/** The first letter of each syllable: zhèlǐbàn is `zlb`. */
export function initials(pinyin: string): string {
  return syllables(pinyin)
    .map((syllable) => syllable[0])
    .join('');
}
