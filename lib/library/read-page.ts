import type { inScript } from '@/lib/language/in-script';
import type { Highlight } from '@/lib/model/highlight';
import type { Script } from '@/lib/model/languages';
import type { EntityBrief } from '@/lib/model/views';
import { briefs as briefsIn } from '@/lib/store/briefs';
import { highlightsOfPage } from '@/lib/store/highlights';
import { type EntitySource, storedSource } from '@/lib/store/source';
import { database } from './database';
import { asked } from './library';
import { openLibrary } from './open';

/** Converts what the store answers when the reader reads traditional script; loaded only then. */
export async function shown<T extends Parameters<typeof inScript>[0]>(
  data: T,
  script: Script,
): Promise<T> {
  if (script === 'zh-Hans') return data;
  const [convert, { toTraditional }] = await Promise.all([
    import('@/lib/language/in-script'),
    import('@/lib/text/traditional'),
  ]);
  return convert.inScript(data, toTraditional);
}

/** Briefs by id; ids the dataset does not know are left out. */
export async function readBriefs(
  source: EntitySource,
  ids: string[],
  script: Script,
): Promise<Map<string, EntityBrief>> {
  const found = await shown(await briefsIn(source, [...new Set(ids)]), script);
  return new Map(found.map((brief) => [brief.id, brief]));
}

/** What the store says of a page. */
export interface PageContents {
  briefs: Map<string, EntityBrief>;
  /** Oldest first; none without a database. */
  highlights: Highlight[];
}

/**
 * Briefs by id, without ids the dataset does not know, and the highlights of the given page keys.
 * Asked of the store before it is known whether it holds a dataset, since it nearly always does;
 * null when there is no dataset at all.
 */
export async function readPageContents(
  ids: string[],
  pageKeys: string[],
  script: Script,
): Promise<PageContents | null> {
  const opening = openLibrary();
  const db = await database();
  const early = db && readBriefs(storedSource(db, ''), ids, script);
  const [[stored], lists, library] = await Promise.all([
    Promise.allSettled([early]),
    Promise.all(db ? [...new Set(pageKeys)].map((key) => highlightsOfPage(db, key)) : []),
    opening,
  ]);
  if (!library) return null;
  const highlights = lists.flatMap((list) => (list.ok ? list.value : []));
  const lacks = (found: PageContents['briefs']) => found.size < new Set(ids).size;
  const briefs = library.stored && stored.status === 'fulfilled' ? stored.value : null;
  if (briefs && !lacks(briefs)) return { briefs, highlights };
  const read = () => readBriefs(library.source, ids, script);
  return { briefs: await asked(library, read, lacks), highlights };
}
