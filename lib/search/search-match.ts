/**
 * How well typed letters or characters fit a name. All answers are scores from 0 (not at all) to
 * 100 (the whole name as it is written): first how they fit decides, then how much of the name was
 * typed, so that the shorter of two names that fit alike comes first.
 */
import { nameKey } from '@/lib/text/name-key';

/** A name ready to be compared. */
export interface NameKeys {
  /** Folded characters. */
  key: string;
  /** Pinyin without tones and spaces, and where each syllable of it begins. */
  letters: string;
  starts: number[];
  /** First letters of the syllables. */
  initials: string;
}

/** How much of the name the words cover decides over at most this many points. */
const BY_LENGTH = 15;

/** Prepares a name with its syllables, in the order in which they are said. */
export function nameKeys(name: string, spelled: readonly string[]): NameKeys {
  const starts: number[] = [];
  let letters = '';
  for (const syllable of spelled) {
    starts.push(letters.length);
    letters += syllable;
  }
  const initials = spelled.map((syllable) => syllable[0]).join('');
  return { key: nameKey(name), letters, starts, initials };
}

function partly(base: number, typed: string, whole: string): number {
  return base + (BY_LENGTH * typed.length) / whole.length;
}

/**
 * For Chinese characters, folded: the whole name, its beginning, or a part of it; or the name stands
 * in what was typed (浙里办小程序).
 */
export function scoreOfCharacters({ key }: NameKeys, typed: string): number {
  const at = key.indexOf(typed);
  if (at < 0) return key.length > 1 && typed.includes(key) ? partly(25, key, typed) : 0;
  if (key.length === typed.length) return 100;
  return partly(at === 0 ? 70 : 50, typed, key);
}

/** For pinyin without spaces, begun at any syllable. */
function scoreOfPinyin({ letters, starts }: NameKeys, typed: string): number {
  if (letters === typed) return 90;
  const at = starts.find((start) => letters.startsWith(typed, start));
  if (at === undefined) return 0;
  return partly(at === 0 ? 65 : 45, typed, letters);
}

/** For initials, begun at any syllable; one letter alone is no initials of a part. */
function scoreOfInitials({ initials }: NameKeys, typed: string): number {
  if (initials === typed) return 80;
  const at = initials.indexOf(typed);
  if (at < 0 || (at > 0 && typed.length < 2)) return 0;
  return partly(at === 0 ? 55 : 40, typed, initials);
}

/** What a syllable may be typed as, the longest first: all of it, or its initial (zheng, zh, z). */
function typings(syllable: string): string[] {
  const initial = /^[zcs]h/.test(syllable) ? [syllable.slice(0, 2)] : [];
  return [syllable, ...initial, syllable[0] ?? ''];
}

/** True when the letters from `at` on are syllables from the nth on, each whole or by its initial. */
function areSyllables(name: NameKeys, nth: number, typed: string, at: number): boolean {
  if (at === typed.length) return true;
  // However a syllable is typed, its first letter is.
  if (name.letters[name.starts[nth] ?? name.letters.length] !== typed[at]) return false;
  const syllable = name.letters.slice(name.starts[nth], name.starts[nth + 1]);
  return typings(syllable).some(
    (part) => typed.startsWith(part, at) && areSyllables(name, nth + 1, typed, at + part.length),
  );
}

/** Fewer letters are initials, or the beginning of a syllable. */
const SHORTEST_MIXTURE = 4;

/** For pinyin of which some syllables are typed by their initials, as input methods take it (zhengwfw). */
function scoreOfMixture(name: NameKeys, typed: string): number {
  if (typed.length < SHORTEST_MIXTURE) return 0;
  const at = name.starts.findIndex((_, nth) => areSyllables(name, nth, typed, 0));
  return at < 0 ? 0 : partly(at === 0 ? 50 : 38, typed, name.letters);
}

/** For letters and digits, which may be pinyin, initials, or a name in Latin letters. */
export function scoreOfLetters(name: NameKeys, typed: string): number {
  return Math.max(
    name.key.includes(typed) ? scoreOfCharacters(name, typed) : 0,
    scoreOfPinyin(name, typed),
    scoreOfInitials(name, typed),
    scoreOfMixture(name, typed),
  );
}
