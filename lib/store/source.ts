import type { Dataset, Ranking } from '@/lib/model/dataset';
import { divisionOf, type Entity, type EntityId, type Source } from '@/lib/model/entity';
import type { GovGlossDb } from './db';
import { readEdition } from './versions';

/**
 * Where the queries read from: IndexedDB, or the packaged dataset in memory when the browser will
 * not give us a database (private window, full disk). Absent ids are left out of the answers.
 */
export interface EntitySource {
  version: string;
  entities(ids: EntityId[]): Promise<Entity[]>;
  /** All entities whose division is `division`, the division itself not included. */
  ofDivision(division: EntityId): Promise<Entity[]>;
  rankings(): Promise<Ranking[]>;
  sources(ids: string[]): Promise<Source[]>;
  all(): Promise<Entity[]>;
}

function present<T>(rows: (T | undefined)[]): T[] {
  return rows.filter((row) => row !== undefined);
}

/** Reads the imported dataset and the reader's own entities. */
export function storedSource(db: GovGlossDb, version: string): EntitySource {
  return {
    version,
    async entities(ids) {
      const [rows, own] = await Promise.all([
        db.entities.bulkGet(ids),
        db.ownEntities.bulkGet(ids),
      ]);
      return present(ids.map((_, at) => rows[at]?.entity ?? own[at]));
    },
    async ofDivision(division) {
      const rows = await db.entities.where('division').equals(division).toArray();
      const own = await db.ownEntities.toArray();
      return [...rows.map((row) => row.entity), ...own].filter(
        (entity) => entity.kind !== 'division' && divisionOf(entity) === division,
      );
    },
    rankings: () => db.rankings.toArray(),
    sources: async (ids) => present(await db.sources.bulkGet(ids)),
    async all() {
      const [rows, edition] = await Promise.all([db.entities.toArray(), readEdition(db)]);
      if (rows.length !== edition?.count) throw new Error('The stored dataset is not whole.');
      return [...rows.map((row) => row.entity), ...(await db.ownEntities.toArray())];
    },
  };
}

/** Reads a dataset held in memory. */
export function memorySource(dataset: Dataset): EntitySource {
  const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  return {
    version: dataset.version,
    entities: async (ids) => present(ids.map((id) => entities.get(id))),
    ofDivision: async (division) =>
      dataset.entities.filter(
        (entity) => entity.kind !== 'division' && divisionOf(entity) === division,
      ),
    rankings: async () => dataset.rankings,
    sources: async (ids) => present(ids.map((id) => sources.get(id))),
    all: async () => dataset.entities,
  };
}
