import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Entity, Ranking, Source } from '@/lib/model/entity';

/** An entity's row: `division` is indexed for profiles, the rest is the parsed entity. */
export interface EntityRow {
  id: string;
  kind: string;
  division: string;
  entity: Entity;
}

/** What is read whole: compiled gazetteer, search index, a dataset's files by name. */
export interface Artefact {
  name: 'gazetteer' | 'search-index' | 'files' | 'previous-files';
  /** The dataset version of files; the key of what is derived (derived.ts). */
  version: string;
  data: unknown;
  /** Of what is derived (checksum.ts). */
  checksum?: string;
}

/** Small facts about the store itself. */
export interface MetaRow {
  key: string;
  value: unknown;
}

/**
 * The extension's database, the only file that names its tables. Highlights are typed `unknown`:
 * they outlive every version of this code and are parsed on reading (highlights.ts).
 */
export class GovGlossDb extends Dexie {
  entities!: EntityTable<EntityRow, 'id'>;
  rankings!: EntityTable<Ranking, 'id'>;
  sources!: EntityTable<Source, 'id'>;
  artefacts!: EntityTable<Artefact, 'name'>;
  ownEntities!: EntityTable<Entity, 'id'>;
  highlights!: Table<unknown, string>;
  meta!: EntityTable<MetaRow, 'key'>;

  constructor(name = 'govgloss') {
    super(name);
    this.version(1).stores({
      entities: 'id, kind, division',
      rankings: 'id',
      sources: 'id',
      artefacts: 'name',
      ownEntities: 'id',
      highlights: 'id, pageKey, *entities, *tags, createdAt',
      meta: 'key',
    });
  }
}
