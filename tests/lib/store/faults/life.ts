import { expect } from 'vitest';
import type { OwnEntries } from '@/lib/dataset/own-entries';
import type { Highlight, HighlightDraft } from '@/lib/model/highlight';
import {
  addHighlight,
  changeHighlight,
  removeHighlight,
  restoreHighlight,
} from '@/lib/store/change-highlights';
import { installOwnEntries } from '@/lib/store/dataset';
import { GovGlossDb } from '@/lib/store/db';
import { readAll } from '@/lib/store/highlights';
import { changeLibrary } from '@/lib/store/library';
import { readOwnEntries } from '@/lib/store/own-entries';
import { settle } from '@/lib/store/settle';
import { Disk, type Fault, type Worker } from './disk';

const NOW = new Date('2026-11-23T08:00:00Z');

function draft(exact: string): HighlightDraft {
  return {
    ...{ pageKey: 'zj.gov.cn/a.html', url: 'http://www.zj.gov.cn/a.html', title: '一页' },
    selectors: { quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' } },
    ...{ colour: 'yellow', note: '', tags: [], entities: [] },
  };
}

function highlight(id: string, note = ''): Highlight {
  const at = NOW.toISOString();
  return { ...draft(id), note, id, createdAt: at, modifiedAt: at, revision: 1 };
}

/** What the reader has been told is kept: notes by id. */
export type Told = ReadonlyMap<string, string>;

/** One thing a reader does; done again with the same words it is done once. */
interface Deed {
  what: string;
  /** False when the reader is told that it failed. */
  doIt(db: GovGlossDb): Promise<boolean>;
  /** What there is once it is done. */
  after(before: Told): Told;
}

const isOk = async (doing: Promise<{ ok: boolean }>) => (await doing).ok;
const having = (id: string, note: string) => (before: Told) => new Map(before).set(id, note);

function save(id: string): Deed {
  return {
    what: 'save',
    doIt: (db) => isOk(addHighlight(db, id, draft(id), NOW)),
    after: having(id, ''),
  };
}

const OWN: OwnEntries = { entities: [], forms: [{ entity: 'CN-ZJ', form: '之江' }] };

/** A day with the library: saves, edits, deletes, takes back, imports, adds an entry. */
const DAY: readonly Deed[] = [
  save('a'),
  save('b'),
  {
    what: 'edit',
    doIt: (db) => isOk(changeHighlight(db, 'a', { note: '记' }, NOW, 1)),
    after: having('a', '记'),
  },
  {
    what: 'delete',
    doIt: async (db) => {
      const done = await removeHighlight(db, 'b', NOW);
      return done.ok || done.error === 'unknown-id';
    },
    after: (before) => new Map([...before].filter(([id]) => id !== 'b')),
  },
  {
    what: 'own entry',
    doIt: async (db) => {
      await installOwnEntries(db, OWN);
      return true;
    },
    after: having('own', '之江'),
  },
  {
    what: 'undo',
    doIt: (db) => isOk(restoreHighlight(db, highlight('b'))),
    after: having('b', ''),
  },
  {
    what: 'import',
    doIt: async (db) => {
      const all = await readAll(db);
      const before = all.highlights.find(({ id, note }) => id === 'b' && note === '');
      const replace = before ? [{ before, after: { ...before, note: '自别处' } }] : [];
      const add = ['c', 'd', 'e'].map((id) => highlight(id));
      const options = { signal: new AbortController().signal, onProgress() {} };
      return isOk(changeLibrary(db, { add, replace }, options));
    },
    after: (before) =>
      new Map([...before, ...['c', 'd', 'e'].map((id) => [id, ''] as const)]).set('b', '自别处'),
  },
  save('f'),
];

/** What a worker finds. */
async function found(db: GovGlossDb): Promise<Told> {
  const { highlights, unreadable } = await readAll(db);
  expect(unreadable).toEqual([]);
  const own = await readOwnEntries(db);
  return new Map([
    ...highlights.map(({ id, note }) => [id, note] as const),
    ...own.forms.map(({ form }) => ['own', form] as const),
  ]);
}

/** What lies in the database, read by nobody in particular. */
async function foundOn(disk: Disk): Promise<Told> {
  const db = new GovGlossDb(disk.name, null);
  const now = await found(db);
  db.close();
  return now;
}

const sorted = (told: Told) => [...told].sort();

async function attempt(worker: Worker, deed: Deed): Promise<boolean> {
  try {
    return await deed.doIt(worker.db);
  } catch {
    return false;
  }
}

async function settled(worker: Worker): Promise<boolean> {
  try {
    await settle(worker.db);
    return true;
  } catch {
    return false;
  }
}

/** A worker after the one that failed: it finds what was confirmed, and perhaps what was under way. */
async function startOver(disk: Disk, told: Told, deed: Deed): Promise<Worker> {
  const worker = await disk.start();
  await settle(worker.db);
  const now = sorted(await found(worker.db));
  expect([sorted(told), sorted(deed.after(told))]).toContainEqual(now);
  return worker;
}

/** What came of a fault. */
export interface Outcome {
  /** The deed during which it happened; null when it never did. */
  during: string | null;
  confirmed: number;
  found: number;
}

/**
 * Lives a day in which one thing goes wrong. Throws when something confirmed is lost or there twice,
 * when something deleted is back, when one of the two copies has not all, or what is said is untrue.
 */
export async function live(fault: Fault): Promise<Outcome> {
  const disk = new Disk();
  let worker = await disk.start(fault);
  let during: string | null = null;
  let told: Told = new Map();
  if (!(await settled(worker))) {
    during = 'start';
    worker.end();
    worker = await startOver(disk, told, DAY[0] as Deed);
  }
  for (const deed of DAY) {
    let isDone = await attempt(worker, deed);
    if (worker.hasFailed) during ??= deed.what;
    if (isDone && fault.kind === 'wiped' && worker.hasFailed) worker.isDead = true;
    if (!isDone && !worker.isDead && fault.kind === 'fails') isDone = await attempt(worker, deed);
    if (!isDone || worker.isDead) {
      worker.end();
      worker = await startOver(disk, isDone ? deed.after(told) : told, deed);
      expect(await attempt(worker, deed)).toBe(true);
    }
    told = deed.after(told);
    expect(sorted(await foundOn(disk))).toEqual(sorted(told));
  }
  worker.end();
  // Either copy alone has everything.
  const second = await disk.start();
  await settle(second.db);
  expect(sorted(await found(second.db))).toEqual(sorted(told));
  second.end();
  await disk.wipe();
  const third = await disk.start();
  await settle(third.db);
  const now = await found(third.db);
  expect(sorted(now)).toEqual(sorted(told));
  expect(disk.reports.every(({ lost }) => lost === 0)).toBe(true);
  await third.db.delete();
  return { during, confirmed: told.size, found: now.size };
}
