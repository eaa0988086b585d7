import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { openLibrary } from '@/lib/library/open';
import { GovGlossDb } from '@/lib/store/db';

test('a page has one connection to the store, however often its views open it', async () => {
  const installed = new GovGlossDb();
  await installed.meta.put({ key: 'dataset-version', value: '2026.11.23' });
  installed.close();
  const opened = vi.spyOn(indexedDB, 'open');
  const [first, second] = [await openLibrary(), await openLibrary()];
  expect(opened).toHaveBeenCalledOnce();
  expect(second?.db).toBe(first?.db);
  expect(second?.source.version).toBe('2026.11.23');
  first?.db?.close();
});
