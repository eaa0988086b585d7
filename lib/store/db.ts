import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie';
import type { Ranking } from '@/lib/model/dataset';
import type { Entity, Source } from '@/lib/model/entity';
import { parseHighlight } from '@/lib/parse/highlight-schema';
import { emptyAfterFull } from './after-full';
import type { Pages } from './pages';
import type { Witness } from './witness';

/** An entity's row: `division` is indexed for profiles, the rest is the parsed entity. */
export interface EntityRow {
  id: string;
  kind: string;
  division: string;
  entity: Entity;
}

/** What is read whole: compiled gazetteer, search index, a dataset's files by name. */
export interface Artefact {
  name: 'gazetteer' | 'gazetteer-without-own' | 'search-index' | 'files' | 'previous-files';
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

/** The number of the last change; the moment of the last backup (ISO 8601), and what was in it (changes.ts). */
export const SEQUENCE = 'sequence';
export const LAST_BACKUP = 'last-backup';
export const BACKED_UP = 'backed-up';
/** Which library this is (settle.ts); a database that was made anew has none, until it was filled again. */
export const LIBRARY = 'library';
/** How much there is (tally.ts). */
export const TALLY = 'tally';
/** Ids of rows that this version cannot read (unreadable.ts). */
export const UNREADABLE = 'unreadable';

/** What is said of a database that does not open since another connection does not go. */
export const IN_THE_WAY = 'Another connection is in the way.';

/** Opening takes some ms; on a busy machine, some hundred. */
const LONGEST_SILENCE_MS = 3000;

/** What a record of the reader's carries beside its content (changes.ts). */
export interface Changed {
  revision: number;
  /** The number of its last change among all changes of the library. */
  sequence: number;
}

/**
 * The last change of an own entry, kept beside it: its row is what an exported file holds, to the
 * letter. `id` as in own-entries.ts.
 */
export interface OwnRevision extends Changed {
  id: string;
  changedAt: string;
}

/**
 * What is left of a record that was deleted: an older copy of it, from a backup or from another of
 * the reader's machines, is known by it to be older. In a table of its own, where no version of
 * this code can take it for a record.
 */
export interface Tombstone extends Changed {
  id: string;
  kind: 'highlight' | 'own-entry';
  deletedAt: string;
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
  ownRevisions!: EntityTable<OwnRevision, 'id'>;
  highlights!: Table<unknown, string>;
  tombstones!: EntityTable<Tombstone, 'id'>;
  meta!: EntityTable<MetaRow, 'key'>;
  /** The journal was compared with it (settle.ts), and was written together with it since. */
  isSettled = false;
  /** Who remembers elsewhere how much there was; not every page of ours has one. */
  witness: Witness | null = null;
  /** Opening waits for another connection to go. */
  isHeldUp = false;
  /** What another version wrote is being taken over, however long that takes. */
  isUpgrading = false;

  /**
   * @param pages what the journal is written on, if not on the browser's own; null for no journal
   */
  constructor(
    name = 'govgloss',
    readonly pages?: Pages | null,
  ) {
    // What is said to be kept is on the disk: Chromium's default is content with the system's cache.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      entities: 'id, kind, division',
      rankings: 'id',
      sources: 'id',
      artefacts: 'name',
      ownEntities: 'id',
      highlights: 'id, pageKey, *entities, *tags, createdAt',
      meta: 'key',
    });
    // Indices of version 1 stay: 0.1.0 opens this database too, and would add them again.
    this.version(2)
      .stores({
        highlights: 'id, pageKey, *entities, *tags, createdAt, sequence',
        tombstones: 'id, [kind+sequence]',
        ownRevisions: 'id',
      })
      .upgrade((tx) => {
        this.isUpgrading = true;
        return takeOverBackup(tx);
      });
    // By these the library is grouped and ordered without reading a record (by-index.ts).
    this.version(3)
      .stores({
        highlights:
          'id, pageKey, *entities, *tags, createdAt, sequence, colour, [pageKey+selectors.position.start]',
      })
      .upgrade(() => {
        this.isUpgrading = true;
      });
    this.use(emptyAfterFull);
    this.on('blocked', () => {
      this.isHeldUp = true;
    });
  }
}

/**
 * Opens the database, and answers it. Rejects while another connection will not make room for the
 * upgrade: ours all do when they are told, but one that is frozen hears nothing, and of one whose page
 * has just ended Firefox may say nothing at all until it is swept away. The browser goes on trying
 * meanwhile; ask again.
 */
export function openDb(db: GovGlossDb): Promise<GovGlossDb> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      db.isHeldUp ||= !db.isUpgrading;
      if (db.isHeldUp) reject(new Dexie.OpenFailedError(IN_THE_WAY));
    };
    const blocked = db.on('blocked');
    blocked.subscribe(fail);
    const timer = setTimeout(fail, LONGEST_SILENCE_MS);
    if (db.isHeldUp) fail();
    db.open()
      .then(() => resolve(db), reject)
      .finally(() => {
        db.isHeldUp = false;
        db.isUpgrading = false;
        blocked.unsubscribe(fail);
        clearTimeout(timer);
      });
  });
}

/**
 * Numbers what changed since the last backup of 0.1.0, by the dates that it kept. The others have
 * no number: they were last written before changes were counted. Rows that cannot be read stay
 * untouched.
 */
async function takeOverBackup(tx: Transaction): Promise<void> {
  const [highlights, meta] = [tx.table('highlights'), tx.table('meta')];
  const last: unknown = (await meta.get(LAST_BACKUP))?.value;
  if (typeof last !== 'string') return;
  let numbered = 0;
  // Some at a time: a library of a hundred thousand is never in memory as a whole.
  for (let after = ''; ; ) {
    const rows = await highlights.where(':id').above(after).limit(2000).toArray();
    if (rows.length === 0) break;
    const changed = rows.filter((row) => row.modifiedAt > last && parseHighlight(row).ok);
    await highlights.bulkPut(changed.map((row) => ({ ...row, sequence: 1 })));
    numbered += changed.length;
    after = rows[rows.length - 1].id;
  }
  const unnumbered = (await highlights.count()) - numbered;
  await meta.bulkPut([
    { key: SEQUENCE, value: 1 },
    { key: BACKED_UP, value: { sequence: 0, unnumbered } },
  ]);
}
