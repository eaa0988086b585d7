/** What the browser could not do; its `cause` is what it said. errors.ts knows it by its name. */
class PageError extends Error {
  override name = 'PageError';
}

/** Texts by name, in a store of the browser that is not IndexedDB: what the journal is written on. */
export interface Pages {
  names(): Promise<string[]>;
  /** Null when there is none of that name. */
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Nobody can own an address below `.invalid` (RFC 6761), and none of these is ever fetched. */
const ROOT = 'https://journal.invalid/';

/**
 * Pages in the browser's cache of responses. Of all its stores this one came whole through a full
 * disk in Chromium, which makes IndexedDB anew then, in other buckets too, refuses to read all of
 * `storage.local` for one torn record, and loses names in OPFS. No page of the web, and no content
 * script, can reach it. Null where the browser has none for us.
 */
export function cachePages(name: string): Pages | null {
  if (typeof caches === 'undefined') return null;
  const open = () => caches.open(name);
  /** Of what fails browsers say little that is true: on a full disk, that “the entry already exists”. */
  const told = async <T>(work: (cache: Cache) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (cause) {
      throw new PageError('The journal could not be reached.', { cause });
    }
  };
  return {
    names: () =>
      told(async (cache) => (await cache.keys()).map(({ url }) => url.slice(ROOT.length))),
    read: (page) => told(async (cache) => (await (await cache.match(ROOT + page))?.text()) ?? null),
    write: (page, text) => told((cache) => cache.put(ROOT + page, new Response(text))),
    remove: (page) => told(async (cache) => void (await cache.delete(ROOT + page))),
  };
}
