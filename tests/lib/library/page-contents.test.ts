import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseDataset } from '@/lib/dataset/parse';
import { addHighlight } from '@/lib/store/change-highlights';
import { installDataset } from '@/lib/store/dataset';
import { GovGlossDb } from '@/lib/store/db';
import { readDatasetFiles } from '@/scripts/check-data';
import { packagedTexts } from '../dataset/feed-folder';

const parsed = parseDataset(readDatasetFiles());
if (!parsed.ok) throw new Error('The packaged dataset does not parse.');
const content = { dataset: parsed.value, texts: packagedTexts() };
const IDS = ['CN-ZJ', 'CN-nowhere', 'CN-ZJ', 'CN-GD'];
const PAGE = 'zj.gov.cn/a.html';

let db: GovGlossDb;
beforeEach(async () => {
  fakeBrowser.reset();
  for (const level of ['error', 'info'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const name = new URL(String(input)).pathname.split('/').at(-1) ?? '';
    return new Response(packagedTexts()[name]);
  });
  db = new GovGlossDb();
  await db.delete();
  await db.open();
});
afterEach(() => {
  db.close();
  vi.restoreAllMocks();
});

/** A view of ours that was just opened, and asks as often as it is drawn. */
async function openView() {
  vi.resetModules();
  const { readPageContents } = await import('@/lib/library/read-page');
  return async () => {
    const contents = await readPageContents(IDS, [PAGE], 'zh-Hans');
    return contents && [...contents.briefs.values()].map(({ names }) => names.zhHans);
  };
}

test('the popup names what the store knows', async () => {
  await installDataset(db, content);
  expect(await (await openView())()).toEqual(['浙江省', '广东省']);
});

test('before anything is installed the popup names what the package knows', async () => {
  expect(await (await openView())()).toEqual(['浙江省', '广东省']);
});

test.each([
  ['an entity is missing', () => db.entities.delete('CN-GD')],
  ['an entity is none', () => db.entities.update('CN-GD', { entity: null as never })],
  ['all are missing', () => db.entities.clear()],
])('the popup names all though %s', async (_, tear) => {
  await installDataset(db, content);
  await tear();
  expect(await (await openView())()).toEqual(['浙江省', '广东省']);
});

test('a database that did not open is opened when the view asks again', async () => {
  await installDataset(db, content);
  const draft = {
    ...{ pageKey: PAGE, url: `http://${PAGE}`, title: '', note: '', tags: [], entities: [] },
    ...{ colour: 'yellow' as const },
    selectors: {
      quote: { type: 'TextQuoteSelector' as const, exact: '浙里办', prefix: '', suffix: '' },
    },
  };
  await addHighlight(db, crypto.randomUUID(), draft, new Date());
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('not now', 'UnknownError');
  });
  vi.resetModules();
  const { readPageContents } = await import('@/lib/library/read-page');
  const read = async () => {
    const contents = await readPageContents(IDS, [PAGE], 'zh-Hans');
    return [contents?.briefs.size, contents?.highlights.length];
  };
  expect(await read()).toEqual([2, 0]);
  open.mockRestore();
  expect(await read()).toEqual([2, 1]);
});

test('without a dataset anywhere there is nothing to name, until there is one', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('gone'));
  const names = await openView();
  expect(await names()).toBeNull();
  fetched.mockRestore();
  await installDataset(db, content);
  expect(await names()).toEqual(['浙江省', '广东省']);
});
