import { checksum } from './checksum';
import type { GovGlossDb } from './db';
import { type Entry, keyOf, laterOf } from './entry';
import { cachePages, type Pages } from './pages';

/** What the journal says of itself: which pages hold all that was written up to a change. */
interface Index {
  library: string;
  sequence: number;
  base: string[];
}

/** Pages that hold the library up to the index's change; each record is in the one of its number. */
const PARTS = 64;
/** Pages of single changes before they are worked into the others. */
const MOST_TAILS = 32;

/** Everything of the journal, put together. */
export interface Recorded {
  /** The library it is of; null when it is empty or has lost its index. */
  library: string | null;
  /** The number of the last change in it. */
  sequence: number;
  entries: Map<string, Entry>;
  /** Pages that could not be read: what else was on them is told by the database alone. */
  torn: number;
}

/**
 * The second copy of what the reader keeps: every change is written on a page of its own (a tail)
 * before the database has it; now and then tails are worked into the pages of the library (its
 * base), and what was deleted or replaced is gone from the disk. No page is ever written over, so
 * that one dying in the middle leaves what was there; each has a checksum, and one that was torn
 * counts as missing. What a page says twice, or two pages say, is said once: see laterOf().
 */
export class Journal {
  constructor(private readonly pages: Pages) {}

  /** Writes a change down. */
  async append(sequence: number, entries: Entry[]): Promise<void> {
    // What takes the place of something is told by the name: it wants to be worked in soon.
    const isOver = entries.some(({ row, revision }) => row === null || revision > 1);
    await this.write(`tail/${sequence}/${isOver ? 'over' : 'new'}`, entries);
  }

  /** Takes a change back that the database did not take; false where it may still be written here. */
  async withdraw(sequence: number): Promise<boolean> {
    try {
      for (const name of await this.pages.names()) {
        if (tailOf(name) === sequence) await this.pages.remove(name);
      }
      return true;
    } catch (error) {
      console.error('GovGloss could not take a change back:', error);
      return false;
    }
  }

  /**
   * True when all that a library had at `sequence` is here, by the names of pages alone; `isTidy`
   * when nothing wants to be worked in.
   */
  async look(library: string, sequence: number): Promise<{ isWhole: boolean; isTidy: boolean }> {
    const names = new Set(await this.pages.names());
    const index = await this.index(names);
    if (index?.library !== library) return { isWhole: false, isTidy: false };
    const tails = [...names].filter((name) => tailOf(name) > index.sequence);
    const isWhole =
      index.base.every((name) => names.has(name)) &&
      tails.length === sequence - index.sequence &&
      tails.every((name) => tailOf(name) <= sequence);
    const isTidy =
      names.size === 1 + index.base.length + tails.length &&
      tails.length <= MOST_TAILS &&
      tails.every((name) => !name.endsWith('/over'));
    return { isWhole, isTidy };
  }

  /** Reads everything, whatever is missing or torn. */
  async readAll(): Promise<Recorded> {
    const names = await this.pages.names();
    const index = await this.index(new Set(names));
    const entries = new Map<string, Entry>();
    let torn = 0;
    for (const name of names) {
      if (name.startsWith('index/')) continue;
      const ofPage = await this.read<Entry[]>(name);
      if (ofPage) takeIn(entries, ofPage);
      else torn++;
    }
    const sequence = Math.max(index?.sequence ?? 0, ...names.map(tailOf));
    return { library: index?.library ?? null, sequence, entries, torn };
  }

  /**
   * Works the tails into the pages of the library, which has come to `sequence`; false where one of
   * them is torn, and the whole must be written anew.
   */
  async fold(library: string, sequence: number): Promise<boolean> {
    const names = await this.pages.names();
    const index = await this.index(new Set(names));
    if (index?.library !== library) return false;
    const tails = names.filter((name) => tailOf(name) > index.sequence);
    const parts = new Map(index.base.map((name) => [partOfName(name), name]));
    const fresh = new Map<string, Entry>();
    for (const name of tails) {
      const ofTail = await this.read<Entry[]>(name);
      if (!ofTail) return false;
      takeIn(fresh, ofTail);
    }
    for (const [part, entries] of inParts(fresh.values())) {
      const before = parts.get(part);
      const ofPart = before === undefined ? [] : await this.read<Entry[]>(before);
      if (!ofPart) return false;
      const all = new Map<string, Entry>();
      takeIn(all, ofPart);
      takeIn(all, entries);
      parts.set(part, await this.writePart(part, sequence, [...all.values()]));
    }
    await this.settleOn({ library, sequence, base: [...parts.values()] });
    return true;
  }

  /** Writes the whole library down, which has come to `sequence`, in the place of all that was here. */
  async rewrite(library: string, sequence: number, entries: Iterable<Entry>): Promise<void> {
    const base: string[] = [];
    for (const [part, ofPart] of inParts(entries)) {
      base.push(await this.writePart(part, sequence, ofPart));
    }
    await this.settleOn({ library, sequence, base });
  }

  /** From the moment the index is written all else is superfluous; what is left of it is no harm. */
  private async settleOn(index: Index): Promise<void> {
    const name = `index/${index.sequence}/${unlike()}`;
    await this.write(name, index);
    const kept = new Set([name, ...index.base]);
    for (const each of await this.pages.names()) {
      if (!kept.has(each)) await this.pages.remove(each);
    }
  }

  private async writePart(part: number, sequence: number, entries: Entry[]): Promise<string> {
    const name = `base/${part}/${sequence}/${unlike()}`;
    await this.write(name, entries);
    return name;
  }

  /** The newest index that can be read. */
  private async index(names: ReadonlySet<string>): Promise<Index | null> {
    let newest: Index | null = null;
    for (const name of names) {
      if (!name.startsWith('index/')) continue;
      const index = await this.read<Index>(name);
      if (index && (!newest || index.sequence > newest.sequence)) newest = index;
    }
    return newest;
  }

  private async write(name: string, content: Index | Entry[]): Promise<void> {
    const text = JSON.stringify(content);
    await this.pages.write(name, `${checksum(text)}\n${text}`);
  }

  /** What we wrote on a page, to the letter; null when it is not there, or torn. */
  private async read<Content extends Index | Entry[]>(name: string): Promise<Content | null> {
    const text = await this.pages.read(name);
    const end = text?.indexOf('\n') ?? -1;
    if (!text || end < 0) return null;
    const content = text.slice(end + 1);
    return checksum(content) === text.slice(0, end) ? (JSON.parse(content) as Content) : null;
  }
}

/** The journal of a database; null where the browser gives nothing to write one on. */
export function journalOf(db: GovGlossDb): Journal | null {
  const pages = db.pages === undefined ? cachePages(db.name) : db.pages;
  return pages && new Journal(pages);
}

/** Makes a name no other page has had. */
function unlike(): string {
  return crypto.randomUUID().slice(0, 8);
}

/** The number of the change on a tail's page; 0 for all other pages. */
function tailOf(name: string): number {
  return name.startsWith('tail/') ? Number(name.split('/')[1]) : 0;
}

function partOfName(name: string): number {
  return Number(name.split('/')[1]);
}

function inParts(entries: Iterable<Entry>): Map<number, Entry[]> {
  const parts = new Map<number, Entry[]>();
  for (const entry of entries) {
    const part = Number.parseInt(checksum(keyOf(entry)).slice(0, 4), 16) % PARTS;
    const there = parts.get(part);
    if (there) there.push(entry);
    else parts.set(part, [entry]);
  }
  return parts;
}

function takeIn(all: Map<string, Entry>, entries: Iterable<Entry>): void {
  for (const entry of entries) {
    const before = all.get(keyOf(entry));
    all.set(keyOf(entry), before ? laterOf(before, entry) : entry);
  }
}
