import { searchedText } from '@/components/library/filter';
import type { Highlight } from '@/lib/model/highlight';
import { highlightsById } from '@/lib/store/by-index';
import type { GovGlossDb } from '@/lib/store/db';

/** Folded texts that are kept between two searches, in UTF-16 units: of a library of ten thousand all. */
const MOST_HELD_UNITS = 4_000_000;
/** Records read at once: few at first, so that the first lines are there at once. */
const FIRST_CHUNK = 250;
const MOST_CHUNK = 4000;

/**
 * Looks for words in all that the reader sees of a highlight. The records themselves are read, some
 * at a time; the folded texts of a library that is not very large stay for the next letter.
 */
export class WordSearch {
  readonly #texts = new Map<string, string>();
  #units = 0;

  constructor(private readonly db: GovGlossDb) {}

  /** The ids among these whose highlights have every word, in their order, as they are found. */
  async *find(ids: readonly string[], words: readonly string[]): AsyncGenerator<string[]> {
    let size = FIRST_CHUNK;
    for (let at = 0; at < ids.length; ) {
      const some = ids.slice(at, at + size);
      const missing = some.filter((id) => !this.#texts.has(id));
      const read = new Map<string, string>();
      if (missing.length > 0) {
        for (const each of await highlightsById(this.db, missing)) {
          const text = searchedText(each);
          read.set(each.id, text);
          if (this.#units + text.length <= MOST_HELD_UNITS) this.#keep(each.id, text);
        }
      }
      yield some.filter((id) => {
        const text = this.#texts.get(id) ?? read.get(id);
        return text !== undefined && words.every((word) => text.includes(word));
      });
      at += size;
      size = Math.min(size * 2, MOST_CHUNK);
    }
  }

  /** Takes in a highlight as it is now, and answers whether it has the words; null for one deleted. */
  takes(id: string, now: Highlight | null, words: readonly string[]): boolean {
    this.#units -= this.#texts.get(id)?.length ?? 0;
    this.#texts.delete(id);
    if (!now) return false;
    const text = searchedText(now);
    return words.every((word) => text.includes(word));
  }

  #keep(id: string, text: string): void {
    this.#texts.set(id, text);
    this.#units += text.length;
  }
}
