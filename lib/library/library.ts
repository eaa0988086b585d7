import type { Dataset } from '@/lib/model/dataset';
import type { Installed } from '@/lib/store/dataset';
import type { GovGlossDb } from '@/lib/store/db';
import { type EntitySource, memorySource, storedSource } from '@/lib/store/source';

/** What everything of ours answers from: a dataset, and the reader's highlights. */
export interface Library {
  /** Null where the browser gives no database: highlights cannot be kept. */
  db: GovGlossDb | null;
  source: EntitySource;
  /** The database, where the entities come from it and not from the package. */
  stored: GovGlossDb | null;
  /** What was installed just now, told once, for it is large: to derive from without reading it back. */
  takeFresh(): Installed | null;
  /** Looks whether the stored dataset is whole, and puts it right where it is not. */
  heal(): Promise<void>;
}

/** A library over the dataset of this version in the database. */
export function storedLibrary(
  db: GovGlossDb,
  version: string,
  heal: Library['heal'],
  fresh: Installed | null = null,
): Library {
  let left = fresh;
  const takeFresh = () => {
    const taken = left;
    left = null;
    return taken;
  };
  return { db, source: storedSource(db, version), stored: db, takeFresh, heal };
}

/** A library over a dataset in memory: where none could be stored. */
export function memoryLibrary(db: GovGlossDb | null, dataset: Dataset): Library {
  const source = memorySource(dataset);
  return { db, source, stored: null, takeFresh: () => null, heal: async () => {} };
}

/**
 * Asks a library. Where that fails, or the answer lacks something, the stored dataset may be torn:
 * it is put right if so, and asked once more.
 */
export async function asked<T>(
  library: Library,
  ask: () => Promise<T>,
  lacks: (answer: T) => boolean = () => false,
): Promise<T> {
  try {
    const answer = await ask();
    if (!lacks(answer)) return answer;
  } catch (error) {
    console.info('GovGloss looks whether its dataset is whole:', error);
  }
  await library.heal();
  return ask();
}
