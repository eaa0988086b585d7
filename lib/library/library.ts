import type { inScript } from '@/lib/language/in-script';
import type { Highlight } from '@/lib/model/highlight';
import type { Script } from '@/lib/model/languages';
import type { EntityBrief } from '@/lib/model/views';
import { briefs } from '@/lib/store/briefs';
import { GovGlossDb } from '@/lib/store/db';
import { highlightsOfPage } from '@/lib/store/highlights';
import { type EntitySource, storedSource } from '@/lib/store/source';
import { installedVersion } from '@/lib/store/versions';

/** What the views read from: the imported dataset and the reader's highlights. */
export interface Library {
  /** Null where the browser gives no database: highlights cannot be kept. */
  db: GovGlossDb | null;
  source: EntitySource;
  /** The entities come from `db`, not from the package. */
  isStored: boolean;
}

/** A library on its way. */
export interface Opening {
  /**
   * The store as soon as it is open, null without one. Nothing may be installed in it yet, but it
   * can be asked while the library is still finding that out.
   */
  store: Promise<GovGlossDb | null>;
  /** Null when there is no dataset at all. */
  library: Promise<Library | null>;
}

let db: GovGlossDb | null = null;

async function openStore(): Promise<GovGlossDb | null> {
  // One connection a page, however often its views ask.
  db ??= new GovGlossDb();
  try {
    await db.open();
    return db;
  } catch (error) {
    console.info('GovGloss has no database here:', error);
    return null;
  }
}

async function libraryIn(opening: Promise<GovGlossDb | null>): Promise<Library | null> {
  const store = await opening;
  try {
    const version = store && (await installedVersion(store));
    if (store && version !== null) {
      return { db: store, source: storedSource(store, version), isStored: true };
    }
  } catch (error) {
    console.info('GovGloss cannot read its database here:', error);
  }
  const { database, knowledge } = await import('./knowledge');
  const known = await knowledge();
  if (!known.ok) return null;
  return { db: await database(), source: known.value.source, isStored: false };
}

/**
 * Opens the store. The usual way reads what the background installed; before that, or without a
 * database, the background's own way is taken, whose code is loaded only then.
 */
export function beginOpening(): Opening {
  const store = openStore();
  return { store, library: libraryIn(store) };
}

/** The library, opened; null when there is no dataset at all. */
export function openLibrary(): Promise<Library | null> {
  return beginOpening().library;
}

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
  { source }: Library,
  ids: string[],
  script: Script,
): Promise<Map<string, EntityBrief>> {
  const found = await shown(await briefs(source, [...new Set(ids)]), script);
  return new Map(found.map((brief) => [brief.id, brief]));
}

/** What the store says of a page. */
export interface PageContents {
  briefs: Map<string, EntityBrief>;
  /** Oldest first; none without a database. */
  highlights: Highlight[];
}

async function contentsIn(
  { db, source }: Pick<Library, 'db' | 'source'>,
  ids: string[],
  pageKeys: string[],
  script: Script,
): Promise<PageContents> {
  const [found, lists] = await Promise.all([
    briefs(source, [...new Set(ids)]),
    Promise.all(db ? [...new Set(pageKeys)].map((key) => highlightsOfPage(db, key)) : []),
  ]);
  return {
    briefs: new Map((await shown(found, script)).map((brief) => [brief.id, brief])),
    highlights: lists.flatMap((list) => (list.ok ? list.value : [])),
  };
}

/**
 * Briefs by id, without ids the dataset does not know, and the highlights of the given page keys.
 * Asked of the store before it is known whether it holds a dataset, since it nearly always does;
 * null when there is no dataset at all.
 */
export async function readPageContents(
  opening: Opening,
  ids: string[],
  pageKeys: string[],
  script: Script,
): Promise<PageContents | null> {
  const store = await opening.store;
  const early =
    store && contentsIn({ db: store, source: storedSource(store, '') }, ids, pageKeys, script);
  const [[stored], library] = await Promise.all([Promise.allSettled([early]), opening.library]);
  if (!library) return null;
  // What failed in the store fails here once more, and is told.
  const isRead = library.isStored && stored.status === 'fulfilled' && stored.value;
  return isRead ? stored.value : contentsIn(library, ids, pageKeys, script);
}
