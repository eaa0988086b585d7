import { isInvisible, isOpenBracket, isWhite } from '@/lib/text/noise';
import type { Words } from '../words';
import type { Lattice } from './lattice';
import type { Vocabulary } from './vocabulary';
import { isWordUnit, type Window } from './window';

/** In an entry: only the characters behind it make the word, see Vocabulary.ownWordsOfTails. */
const NEEDS = '!';

/**
 * 市 as market, 省 as saving: words that the end of a full name belongs to when they stand there.
 * Found by their two units, so that most names cost one look-up.
 */
export class Tails {
  private readonly words = new Map<string, string>();
  private readonly seconds = new Set<number>();

  constructor({ ownWordsOfTails }: Vocabulary) {
    for (const entry of ownWordsOfTails) {
      this.words.set(entry.slice(0, 2), entry);
      this.seconds.add(entry.charCodeAt(1));
    }
  }

  /**
   * False when the unit right after a full name settles that no such word follows. Noise settles
   * nothing: the next character may stand behind a gloss.
   */
  mayFollow(text: string, end: number, words: Words): boolean {
    if (end >= text.length) return false;
    const unit = text.charCodeAt(end);
    const id = words.idOf[unit]!;
    return id === 0 ? isNoise(unit) : this.seconds.has(words.units[id]!);
  }

  /**
   * 北京市 before 场: 市 belongs to 市场, which has nothing to do with the city, so only 北京 is
   * named. In 北京市民 and 广东省委 it belongs to both, and the full name stands; so it does in
   * 陕西省略阳县, where the next two characters are the likelier word.
   */
  follows(window: Window, lattice: Lattice): string | null {
    const word = String.fromCharCode(window.units[window.end - 1]!, window.after(0));
    const next = window.after(1);
    const entry = this.words.get(word);
    if (entry === undefined) return null;
    const needs = entry[2] === NEEDS;
    if (!isWordUnit(next)) return needs ? null : word;
    if (entry.includes(String.fromCharCode(next), 2) !== needs) return null;
    return needs || !lattice.prefersNext(window, window.end - 1) ? word : null;
  }
}

function isNoise(unit: number): boolean {
  return isWhite(unit) || isInvisible(unit) || isOpenBracket(unit);
}
