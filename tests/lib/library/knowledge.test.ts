import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseDataset } from '@/lib/dataset/parse';
import { readLog } from '@/lib/messages/error-log';
import { readDatasetProblem } from '@/lib/messages/notes';
import { installDataset, keepSearchIndex } from '@/lib/store/dataset';
import { GovGlossDb } from '@/lib/store/db';
import { readDatasetFiles } from '@/scripts/check-data';
import { packagedTexts, versionOf } from '../dataset/feed-folder';

const PACKAGED = versionOf(packagedTexts());
const parsed = parseDataset(readDatasetFiles());
if (!parsed.ok) throw new Error('The packaged dataset does not parse.');
const installation = (version: string, refuse?: string) => ({
  dataset: { ...parsed.value, version },
  ...{ texts: {}, gazetteer: `gazetteer of ${version}` },
  ...(refuse === undefined ? {} : { refuse }),
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
  const { knowledge, database } = await import('@/lib/library/knowledge');
  const known = await knowledge();
  if (!known.ok) throw new Error('There is no dataset.');
  const { searchIndexOf } = await import('@/lib/library/stored-search-index');
  const { source, gazetteer } = known.value;
  const index = async () => searchIndexOf(await database(), source);
  return {
    version: source.version,
    gazetteer,
    index,
    close: async () => (await database())?.close(),
  };
}

describe('what the extension answers from', () => {
  let store: GovGlossDb;
  beforeEach(async () => {
    fakeBrowser.reset();
    packageOf(packagedTexts());
    store = new GovGlossDb();
    await store.delete();
    await store.open();
  });
  afterEach(() => {
    store.close();
    vi.restoreAllMocks();
  });

  test.each([
    ['an older one is there', '2020.01.01', undefined, PACKAGED],
    ['a newer one is there', '2099.01.01', undefined, '2099.01.01'],
    ['an older one is there, to which the reader went back', '2020.01.01', PACKAGED, '2020.01.01'],
  ])('of the package and of what is installed: %s', async (_, installed, refused, answers) => {
    await installDataset(store, installation(installed, refused));
    const { version, close } = await start();
    expect(version).toBe(answers);
    await close();
  });

  test('the package from memory where the disk is full', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const full = new DOMException('no room', 'QuotaExceededError');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full;
    });
    const { version, gazetteer, close } = await start();
    expect([version, gazetteer.version]).toEqual([PACKAGED, PACKAGED]);
    await vi.waitFor(async () => expect(await readLog()).toHaveLength(1));
    await close();
  });

  test('the last good dataset where the package is broken, and says so', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await installDataset(store, installation('2020.01.01'));
    packageOf({ ...packagedTexts(), 'CN-ZJ.json': '{' });
    const { version, close } = await start();
    expect(version).toBe('2020.01.01');
    expect(await readDatasetProblem()).toContain('CN-ZJ.json');
    await close();
  });

  test('a search index of its own dataset, not of the one before', async () => {
    await installDataset(store, installation('2099.01.01'));
    await store.artefacts.put({ name: 'search-index', version: '2098.01.01', data: 'old' });
    const { index, close } = await start();
    expect(await index()).not.toBe('old');
    await keepSearchIndex(store, { version: '2099.01.01', data: 'kept' });
    expect(await index()).toBe('kept');
    await close();
  });
});
