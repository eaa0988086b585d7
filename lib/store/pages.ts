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
  const cache = () => caches.open(name);
  return {
    async names() {
      const requests = await (await cache()).keys();
      return requests.map(({ url }) => url.slice(ROOT.length));
    },
    async read(page) {
      const response = await (await cache()).match(ROOT + page);
      return response ? response.text() : null;
    },
    async write(page, text) {
      await (await cache()).put(ROOT + page, new Response(text));
    },
    async remove(page) {
      await (await cache()).delete(ROOT + page);
    },
  };
}
