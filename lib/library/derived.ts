import { browser } from 'wxt/browser';
import { ownFileOf, parseOwnFile, withOwnEntries } from '@/lib/dataset/own-entries';
import { logError } from '@/lib/messages/error-log';
import type { Dataset } from '@/lib/model/dataset';
import type { Entity } from '@/lib/model/entity';
import { readInstalled } from '@/lib/store/dataset';
import type { GovGlossDb } from '@/lib/store/db';
import { type DerivedName, dropDerived, keepDerived, readDerived } from '@/lib/store/derived';
import type { EntitySource } from '@/lib/store/source';
import { readEdition } from '@/lib/store/versions';
import { database } from './database';
import type { Library } from './library';

/** How something is derived from the dataset with the reader's own entries in it. */
export interface Recipe<Data> {
  name: DerivedName;
  make(dataset: Dataset): Data | Promise<Data>;
  /** Made of the dataset alone: for pages that are to see nothing of the reader's own entries. */
  withoutOwn?: true;
  /** Whether what was kept is of this kind at all. */
  is(kept: unknown): kept is Data;
}

/** What was derived, and the key that names what it was derived from, and by which build. */
export interface Derived<Data> {
  key: string;
  data: Data;
}

/** What is at hand, or on its way: it is made once, however many ask for it. */
const atHand = new Map<DerivedName, { key: string; data: Promise<unknown> }>();

/**
 * What a recipe makes of the library. The only place that makes, keeps and answers anything derived,
 * and it believes nothing that was kept: it is of this build of the extension, this dataset and
 * these own entries, and exactly as it was written, or it is made anew.
 */
export async function derived<Data>(
  { stored, source, takeFresh }: Library,
  recipe: Recipe<Data>,
): Promise<Derived<Data>> {
  const edition = stored ? ((await readEdition(stored))?.id ?? '') : `${source.version} in memory`;
  const made = `${browser.runtime.getManifest().version} ${edition}`;
  const key = recipe.withoutOwn ? `${made} without own` : made;
  const known = atHand.get(recipe.name);
  if (known?.key === key) {
    const data = await known.data;
    if (recipe.is(data)) return { key, data };
  }
  const making = stored
    ? fromStore(stored, recipe, edition, key, takeFresh)
    : fromMemory(source, recipe);
  const entry = { key, data: making };
  atHand.set(recipe.name, entry);
  try {
    return { key, data: await making };
  } catch (error) {
    // The next to ask asks anew.
    if (atHand.get(recipe.name) === entry) atHand.delete(recipe.name);
    throw error;
  }
}

async function fromMemory<Data>(source: EntitySource, { make }: Recipe<Data>): Promise<Data> {
  const { version } = source;
  return make({ version, entities: await source.all(), rankings: [], sources: [] });
}

async function fromStore<Data>(
  db: GovGlossDb,
  recipe: Recipe<Data>,
  edition: string,
  key: string,
  takeFresh: Library['takeFresh'],
): Promise<Data> {
  const kept = await readDerived(db, recipe.name, key).catch((error: unknown) =>
    logError(error, `reading the ${recipe.name}`),
  );
  if (recipe.is(kept)) return kept;
  const fresh = takeFresh();
  const installed = fresh?.edition === edition ? fresh : await readInstalled(db);
  if (!installed) throw new Error('The stored dataset is not whole.');
  const { dataset, own } = installed;
  const entities = own.entities.filter(isReadable);
  const whole = recipe.withoutOwn ? dataset : withOwnEntries(dataset, { ...own, entities });
  const data = await recipe.make(whole);
  // Nobody waits for the writing. A full disk: what was made serves as long as this worker lives.
  keepDerived(db, recipe.name, { edition, key, data }).catch((error: unknown) =>
    logError(error, `keeping the ${recipe.name}`),
  );
  return data;
}

/** An own entry that is none any more, or not for this build, must not take away everything else. */
function isReadable(entity: Entity): boolean {
  const file = parseOwnFile(ownFileOf({ entities: [entity], forms: [] }));
  return file.ok && file.value.entities.length === 1;
}

/** Drops all that is derived: another build may derive it differently, also under the same version. */
export async function forgetDerived(): Promise<void> {
  atHand.clear();
  const db = await database();
  if (db) await dropDerived(db);
}
