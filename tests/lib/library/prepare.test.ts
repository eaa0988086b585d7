import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseDataset } from '@/lib/dataset/parse';
import { readLog } from '@/lib/messages/error-log';
import { readDatasetProblem } from '@/lib/messages/notes';
import { NO_FEED } from '@/lib/model/settings';
import { installDataset, readTexts } from '@/lib/store/dataset';
import { GovGlossDb } from '@/lib/store/db';
import { writeFeed } from '@/lib/store/feed';
import { refusedVersion } from '@/lib/store/versions';
import { readDatasetFiles } from '@/scripts/check-data';
import { NEWER, packagedTexts, versionOf } from '../dataset/feed-folder';

const PACKAGED = versionOf(packagedTexts());
const parsed = parseDataset(readDatasetFiles());
if (!parsed.ok) throw new Error('The packaged dataset does not parse.');
const FEED = { url: 'https://data.example.gov.cn/feed/', publicKey: btoa('k'.repeat(32)) };
const installation = (version: string, refuse: string | null = null) => ({
  dataset: { ...parsed.value, version },
  texts: {
    ...packagedTexts(),
    'index.json': packagedTexts()['index.json']!.replace(PACKAGED, version),
  },
  refuse,
});

/** The files of the package, or others by the same names. */
function packageOf(texts: Readonly<Record<string, string>>): void {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const name = new URL(String(input)).pathname.split('/').at(-1) ?? '';
    return new Response(texts[name]);
  });
}

/** The room as a worker that has just started has it: with nothing opened. */
async function start() {
  vi.resetModules();
  const { preparedLibrary } = await import('@/lib/library/prepare');
  const library = await preparedLibrary();
  if (!library.ok) throw new Error('There is no dataset.');
  return { ...library.value, version: library.value.source.version };
}

describe('what the extension answers from', () => {
  let store: GovGlossDb;
  beforeEach(async () => {
    fakeBrowser.reset();
    packageOf(packagedTexts());
    vi.spyOn(console, 'error').mockImplementation(() => {});
    store = new GovGlossDb();
    await store.delete();
    await store.open();
  });
  afterEach(() => {
    store.close();
    vi.restoreAllMocks();
  });

  test.each([
    ['an older one is there', '2020.01.01', null, PACKAGED],
    ['a newer one is there', NEWER, null, NEWER],
    ['an older one is there, to which the reader went back', '2020.01.01', PACKAGED, '2020.01.01'],
  ])('of the package and of what is installed: %s', async (_, installed, refused, answers) => {
    await installDataset(store, installation(installed, refused));
    const { version, db } = await start();
    expect(version).toBe(answers);
    db?.close();
  });

  test.each([
    ['of a feed that is named', NEWER, FEED, NEWER],
    ['of a feed that was taken away', NEWER, NO_FEED, PACKAGED],
    ['of the year 9999, of a feed that was taken away', '9999.99.99', NO_FEED, PACKAGED],
    ['of the year 9999, of one that is named', '9999.99.99', FEED, PACKAGED],
    ['older than the package, without a feed', '2020.01.01', NO_FEED, PACKAGED],
  ])('a dataset %s', async (_, installed, feed, answers) => {
    await installDataset(store, installation(installed));
    await writeFeed(store, feed);
    const { version, db } = await start();
    expect(version).toBe(answers);
    // It cannot be gone back to either.
    if (installed > PACKAGED && answers === PACKAGED) {
      expect(await readTexts(store, 'previous-files')).toBeNull();
    }
    db?.close();
  });

  test('the package from memory where the disk is full', async () => {
    const full = new DOMException('no room', 'QuotaExceededError');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full;
    });
    const { version, stored, db } = await start();
    expect([version, stored]).toEqual([PACKAGED, null]);
    await vi.waitFor(async () => expect(await readLog()).toHaveLength(1));
    db?.close();
  });

  test.each([
    ['a file of it is cut short', 'CN-ZJ.json', true],
    ['its index is', 'index.json', false],
  ])('the last good dataset where the package is broken: %s', async (_, name, isSaid) => {
    await installDataset(store, installation('2020.01.01'));
    packageOf({ ...packagedTexts(), [name]: '{' });
    const { version, db } = await start();
    expect(version).toBe('2020.01.01');
    expect((await readDatasetProblem())?.includes(name) ?? false).toBe(isSaid);
    db?.close();
  });

  test('the package where there is no database, and the database once there is one', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', 'InvalidStateError');
    });
    const memory = await start();
    expect([memory.version, memory.db, memory.stored]).toEqual([PACKAGED, null, null]);
    open.mockRestore();
    const { preparedLibrary } = await import('@/lib/library/prepare');
    const library = await preparedLibrary();
    expect(library.ok && library.value.stored).not.toBeNull();
    if (library.ok) library.value.db?.close();
  });

  test('a torn dataset is put right as it was: its version, and what the reader refused', async () => {
    await installDataset(store, installation('2020.01.01', PACKAGED));
    await store.entities.clear();
    const { version, heal, source, db } = await start();
    expect(version).toBe('2020.01.01');
    await expect(source.all()).rejects.toThrow();
    // Two who ask at once wait for the same.
    const reinstalled = vi.spyOn(IDBObjectStore.prototype, 'clear');
    await Promise.all([heal(), heal()]);
    expect(await source.all()).toHaveLength(parsed.value.entities.length);
    expect(reinstalled).toHaveBeenCalledTimes(3);
    expect(await refusedVersion(store)).toBe(PACKAGED);
    db?.close();
  });

  test('what 0.1.0 installed is taken over, also where the package has nothing newer', async () => {
    await installDataset(store, installation(NEWER));
    await store.meta.delete('edition');
    const { version, source, db } = await start();
    expect(version).toBe(NEWER);
    expect(await source.all()).toHaveLength(parsed.value.entities.length);
    db?.close();
  });

  test('is told of when it opens late, having been held up', async () => {
    store.close();
    vi.resetModules();
    const { Dexie } = await import('dexie');
    const { database, whenOpenedLate } = await import('@/lib/library/database');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { GovGlossDb: Db } = await import('@/lib/store/db');
    const { open } = Db.prototype;
    vi.spyOn(Db.prototype, 'open').mockImplementation(function (this: GovGlossDb) {
      this.isHeldUp = true;
      return Dexie.Promise.resolve(held).then(() => open.call(this));
    });
    const late = vi.fn();
    whenOpenedLate(late);
    expect(await database()).toBeNull();
    expect(late).not.toHaveBeenCalled();
    letGo();
    await vi.waitFor(() => expect(late).toHaveBeenCalledOnce());
    expect(await database()).not.toBeNull();
  });
});
