import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseDataset } from '@/lib/dataset/parse';
import { memoryLibrary } from '@/lib/library/library';
import { openSearch } from '@/lib/library/search';
import { readDatasetFiles } from '@/scripts/check-data';

const parsed = parseDataset(readDatasetFiles());
if (!parsed.ok) throw new Error('The packaged dataset does not parse.');
const library = memoryLibrary(null, parsed.value);

test('a search answers a list that can be looked through, best first', async () => {
  const manifest = { manifest_version: 3, name: '', version: '1.0.0' };
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
  const hits = await (await openSearch(library))('数');
  expect(hits).toHaveLength(30);
  expect(hits.map(({ score }) => score)).toEqual(
    hits.map(({ score }) => score).sort((a, b) => b - a),
  );
});
