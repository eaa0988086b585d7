import type { Highlight } from '@/lib/model/highlight';
import { inScript } from '@/lib/model/in-script';
import type { Script } from '@/lib/model/prefs';
import type { CardData, EntityBrief, ProfileData, SearchHit } from '@/lib/model/views';
import { installedVersion } from '@/lib/store/dataset';
import { GovGlossDb } from '@/lib/store/db';
import { allHighlights, highlightsOfEntity, highlightsOfPage } from '@/lib/store/highlights';
import { briefs, cardOf, profileOf } from '@/lib/store/queries';
import { type EntitySource, storedSource } from '@/lib/store/source';

/** What the views read from: the imported dataset and the reader's highlights. */
export interface Library {
  /** Null where the browser gives no database: highlights cannot be kept. */
  db: GovGlossDb | null;
  source: EntitySource;
}

let db: GovGlossDb | null = null;

/**
 * Opens the store. The usual way reads what the background installed; before that, or without a
 * database, the background's own way is taken, whose code is loaded only then. Null when there is
 * no dataset at all.
 */
export async function openLibrary(): Promise<Library | null> {
  // One connection a page, however often its views ask.
  db ??= new GovGlossDb();
  try {
    await db.open();
    const version = await installedVersion(db);
    if (version !== null) {
      return { db, source: storedSource(db, version) };
    }
  } catch (error) {
    console.info('GovGloss has no database here:', error);
  }
  const { database, knowledge } = await import('@/lib/knowledge/knowledge');
  const known = await knowledge();
  if (!known.ok) return null;
  return { db: await database(), source: known.value.source };
}

/** Converts what the store answers when the reader reads traditional script; loaded only then. */
async function shown<T extends Parameters<typeof inScript>[0]>(
  data: T,
  script: Script,
): Promise<T> {
  if (script === 'zh-Hans') return data;
  const { toTraditional } = await import('@/lib/text/traditional');
  return inScript(data, toTraditional);
}

/** Everything said of one entity, or null when the dataset does not know it. */
export async function readProfile(
  { db, source }: Library,
  id: string,
  script: Script,
): Promise<ProfileData | null> {
  const highlights = db ? await highlightsOfEntity(db, id) : null;
  const profile = await profileOf(source, id, highlights?.ok ? highlights.value : []);
  return profile.ok ? shown(profile.value, script) : null;
}

/** The card of one entity, or null when the dataset does not know it. */
export async function readCard(
  { source }: Library,
  id: string,
  script: Script,
): Promise<CardData | null> {
  const card = await cardOf(source, id, []);
  return card.ok ? shown(card.value, script) : null;
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

/** Answers hits, best first, in the reader's script. */
export type Searcher = (query: string, script: Script) => Promise<SearchHit[]>;

/** A searcher that parses the stored index once; its code is loaded with the first search. */
export function searcher(library: Library): Searcher {
  let opening: Promise<(query: string) => Promise<SearchHit[]>> | null = null;
  return async (query, script) => {
    opening ??= import('./search').then(({ openSearch }) => openSearch(library.db, library.source));
    const search = await opening;
    return shown(await search(query), script);
  };
}

/** Highlights of the given page keys, oldest first; none without a database. */
export async function readPageHighlights(
  { db }: Library,
  pageKeys: string[],
): Promise<Highlight[]> {
  if (!db) return [];
  const lists = await Promise.all(
    [...new Set(pageKeys)].map((pageKey) => highlightsOfPage(db, pageKey)),
  );
  return lists.flatMap((list) => (list.ok ? list.value : []));
}

/** Every highlight, newest first. */
export async function readHighlights({ db }: Library): Promise<Highlight[]> {
  const all = db ? await allHighlights(db) : null;
  return all?.ok ? all.value.reverse() : [];
}
