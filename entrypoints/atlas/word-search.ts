import { hasWords, type SearchedText, searchedText } from '@/components/library/filter';
import type { Highlight } from '@/lib/model/highlight';
import { searchedAfter } from '@/lib/store/by-index';
import type { GovGlossDb } from '@/lib/store/db';

/**
 * Folded texts that are held, in UTF-16 units: of a hundred thousand passages of ordinary length all.
 * Others are read again with each search.
 */
const MOST_HELD_UNITS = 12_000_000;
/** Those that are read before anything is looked for: of ten thousand passages all. */
const MOST_AHEAD_UNITS = 4_000_000;
/** Records read at once: some ten ms. */
const PART = 500;

interface Part {
  texts: ReadonlyMap<string, SearchedText>;
  /** What holding them takes. */
  units: number;
  /** Where the next begins; null after the last. */
  last: string | null;
}

/**
 * Looks for words in all that the reader sees of a highlight. Records are read once, in the order of
 * ids, when there is time or when something is looked for; what was folded of them is held and kept up.
 */
export class WordSearch {
  readonly #texts = new Map<string, SearchedText>();
  readonly #pages = new Map<string, string>();
  #units = 0;
  /** All up to this id is held; null when all is. */
  #upTo: string | null = '';
  /** The part after `#upTo`, on its way: two who want it read it once. */
  #next: Promise<Part> | null = null;

  constructor(private readonly db: GovGlossDb) {}

  /**
   * The ids of highlights that have every word, in no order, as they are found: of what is held at once,
   * then part by part.
   */
  async *find(words: readonly string[]): AsyncGenerator<string[]> {
    let after = this.#upTo;
    yield matching(this.#texts, words);
    while (after !== null) {
      const part: Part = await this.#partAfter(after);
      // What was told of a change meanwhile is newer.
      const now = new Map([...part.texts].map(([id, text]) => [id, this.#texts.get(id) ?? text]));
      yield matching(now, words);
      after = part.last;
    }
  }

  /** Reads what may be looked for, a part whenever `atRest` settles, until `isWanted` says no more. */
  async readAhead(atRest: () => Promise<void>, isWanted: () => boolean): Promise<void> {
    while (this.#upTo !== null && this.#units < MOST_AHEAD_UNITS) {
      await atRest();
      if (!isWanted()) return;
      if (this.#upTo !== null) await this.#partAfter(this.#upTo);
    }
  }

  /** Takes in a highlight as it is now, and answers whether it has the words; null for one deleted. */
  takes(id: string, now: Highlight | null, words: readonly string[]): boolean {
    if (!now) {
      this.#texts.delete(id);
      return false;
    }
    const text = searchedText(now, this.#pages);
    this.#texts.set(id, text);
    return words.length > 0 && hasWords(text, words);
  }

  #partAfter(after: string): Promise<Part> {
    if (after !== this.#upTo || this.#units >= MOST_HELD_UNITS) return this.#read(after, new Map());
    this.#next ??= this.#hold(after).finally(() => {
      this.#next = null;
    });
    return this.#next;
  }

  async #hold(after: string): Promise<Part> {
    const part = await this.#read(after, this.#pages);
    for (const [id, text] of part.texts) {
      if (!this.#texts.has(id)) this.#texts.set(id, text);
    }
    this.#units += part.units;
    this.#upTo = part.last;
    return part;
  }

  async #read(after: string, pages: Map<string, string>): Promise<Part> {
    const { highlights, last } = await searchedAfter(this.db, after, PART);
    const texts = new Map<string, SearchedText>();
    let units = 0;
    for (const highlight of highlights) {
      const known = pages.size;
      const text = searchedText(highlight, pages);
      texts.set(highlight.id, text);
      units += text.own.length + (pages.size > known ? 2 * text.page.length : 0);
    }
    return { texts, units, last };
  }
}

function matching(texts: ReadonlyMap<string, SearchedText>, words: readonly string[]): string[] {
  const ids: string[] = [];
  for (const [id, text] of texts) if (hasWords(text, words)) ids.push(id);
  return ids;
}
