import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ownEntity } from '@/lib/dataset/own-entries';
import { derived, forgetDerived, type Recipe } from '@/lib/library/derived';
import { memoryLibrary, storedLibrary } from '@/lib/library/library';
import { readLog } from '@/lib/messages/error-log';
import type { Dataset } from '@/lib/model/dataset';
import { installDataset, installOwnEntries } from '@/lib/store/dataset';
import { GovGlossDb } from '@/lib/store/db';

function datasetOf(version: string, name: string): Dataset {
  const input = { kind: 'concept', name, en: '', what: '', link: '', note: '' } as const;
  return { version, entities: [ownEntity(input, 'x')], rankings: [], sources: [] };
}

const namesIn = ({ entities }: Dataset) => entities.map(({ names }) => names.zhHans).join();
const make = vi.fn<(dataset: Dataset) => string | Promise<string>>(namesIn);
const NAMES: Recipe<string> = {
  name: 'gazetteer',
  make,
  is: (kept) => typeof kept === 'string',
};

const db = new GovGlossDb();
const library = storedLibrary(db, '', async () => {});
const names = async () => (await derived(library, NAMES)).data;
const kept = async () => (await db.artefacts.get('gazetteer'))?.data;

describe('what is derived', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    const manifest = { manifest_version: 3, name: '', version: '1.0.0' };
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await Promise.all(db.tables.map((table) => table.clear()));
    await forgetDerived();
    await installDataset(db, { dataset: datasetOf('2026.01.01', '旧'), texts: {} });
    make.mockReset().mockImplementation(namesIn);
  });
  afterEach(() => vi.restoreAllMocks());

  test('is made once for all who ask, and kept', async () => {
    expect(await Promise.all([names(), names(), names()])).toEqual(['旧', '旧', '旧']);
    expect(await names()).toBe('旧');
    expect(make).toHaveBeenCalledOnce();
    await vi.waitFor(async () => expect(await kept()).toEqual(['旧']));
  });

  test('is made again after it could not be', async () => {
    make.mockRejectedValueOnce(new Error('not now'));
    await expect(Promise.all([names(), names()])).rejects.toThrow('not now');
    expect(await names()).toBe('旧');
  });

  test('has another key for another dataset and other own entries, and the same otherwise', async () => {
    const key = async () => (await derived(library, NAMES)).key;
    const first = await key();
    expect(await key()).toBe(first);
    await installOwnEntries(db, { entities: [], forms: [] });
    const second = await key();
    await installDataset(db, { dataset: datasetOf('2026.01.01', '旧'), texts: {} });
    expect(new Set([first, second, await key()]).size).toBe(3);
  });

  test('gives way to what is installed while it is made', async () => {
    let goOn = () => {};
    make.mockImplementationOnce(async (dataset) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return namesIn(dataset);
    });
    const early = names();
    await vi.waitFor(() => expect(make).toHaveBeenCalledOnce());
    await installDataset(db, { dataset: datasetOf('2026.02.01', '新'), texts: {} });
    expect(await names()).toBe('新');
    goOn();
    expect(await early).toBe('旧');
    expect(await names()).toBe('新');
    await vi.waitFor(async () => expect(await kept()).toEqual(['新']));
  });

  test('has the own entries that were saved after an install and before anything was made of it', async () => {
    const content = { dataset: datasetOf('2026.01.01', '旧'), texts: {} };
    const fresh = await installDataset(db, content);
    const own = { kind: 'concept', name: '自', en: '', what: '', link: '', note: '' } as const;
    await installOwnEntries(db, { entities: [ownEntity(own, 'own')], forms: [] });
    const installed = storedLibrary(db, '', async () => {}, fresh);
    expect((await derived(installed, NAMES)).data).toBe('旧,自');
  });

  test('is answered though it cannot be kept', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect([await names(), await names()]).toEqual(['旧', '旧']);
    expect(make).toHaveBeenCalledOnce();
    await vi.waitFor(async () => expect(await readLog()).toHaveLength(1));
  });

  test('is made though what was kept cannot be read', async () => {
    vi.spyOn(db.artefacts, 'get').mockRejectedValue(new DOMException('lost', 'DataError'));
    expect(await names()).toBe('旧');
  });

  test('is made of what is in memory where nothing is stored', async () => {
    const memory = memoryLibrary(null, datasetOf('2026.01.01', '在'));
    expect((await derived(memory, NAMES)).data).toBe('在');
  });
});
