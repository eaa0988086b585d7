import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseDataset } from '@/lib/dataset/parse';
import { type Library, memoryLibrary, storedLibrary } from '@/lib/library/library';
import { readPageContents } from '@/lib/library/read-page';
import { GovGlossDb } from '@/lib/store/db';
import { readDatasetFiles } from '@/scripts/check-data';

const parsed = parseDataset(readDatasetFiles());
if (!parsed.ok) throw new Error('The packaged dataset does not parse.');
const dataset = parsed.value;
const IDS = ['CN-ZJ', 'CN-nowhere', 'CN-ZJ', 'CN-GD'];

let db: GovGlossDb;
let count = 0;
beforeEach(async () => {
  db = new GovGlossDb(`page-contents-${count++}`);
  await db.open();
});
afterEach(() => db.delete());

/** A library that finds nothing to put right. */
const stored = () => storedLibrary(db, '2026.01.01', async () => {});

async function namesWith(library: Library | null): Promise<string[] | null> {
  const opening = { store: Promise.resolve(db), library: Promise.resolve(library) };
  const contents = await readPageContents(opening, IDS, [], 'zh-Hans');
  return contents && [...contents.briefs.values()].map(({ names }) => names.zhHans);
}

test('the popup names what the store knows', async () => {
  for (const id of ['CN-ZJ', 'CN-GD']) {
    const entity = dataset.entities.find((each) => each.id === id)!;
    await db.entities.put({ id, kind: 'division', division: id, entity });
  }
  expect(await namesWith(stored())).toEqual(['浙江省', '广东省']);
});

test('before anything is installed the popup names what the package knows', async () => {
  expect(await namesWith(memoryLibrary(db, dataset))).toEqual(['浙江省', '广东省']);
});

test('a store that fails on the way is told, not passed over', async () => {
  db.close({ disableAutoOpen: true });
  await expect(namesWith(stored())).rejects.toThrow();
});

test('without a dataset there is nothing to name', async () => {
  expect(await namesWith(null)).toBeNull();
});
