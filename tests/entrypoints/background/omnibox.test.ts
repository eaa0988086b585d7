import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { goToSuggestion, suggest } from '@/entrypoints/background/omnibox';
import { parseDataset } from '@/lib/dataset/parse';
import { memoryLibrary } from '@/lib/library/library';
import { ok } from '@/lib/model/result';
import { readDatasetFiles } from '@/scripts/check-data';

const parsed = parseDataset(readDatasetFiles());
if (!parsed.ok) throw new Error('The packaged dataset does not parse.');
const zheliban = parsed.value.entities.find(({ id }) => id === 'CN-ZJ/zheliban');
if (!zheliban) throw new Error('The packaged dataset has no 浙里办.');
const names = { ...zheliban.names, zhHans: '研发云', zhHant: '研發雲', en: 'R&D <Cloud>' };
const oddlyNamed = { ...zheliban, id: 'CN-ZJ/yanfayun', names };
const dataset = { ...parsed.value, entities: [...parsed.value.entities, oddlyNamed] };

vi.mock('@/lib/library/prepare', () => ({
  preparedLibrary: async () => ok(memoryLibrary(null, dataset)),
}));

describe('the keyword gg in the address bar', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    const manifest = { manifest_version: 3, name: '', version: '1.0.0' };
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
  });

  it.each(['浙里办', '浙裏辦', 'zlb', 'zheliban'])(
    'suggests the platform for %s',
    async (typed) => {
      const [first] = await suggest(typed);
      expect(first?.content).toBe('浙里办');
      expect(first?.description).toContain('浙里办 · ');
      expect(first?.description).toContain('Zhejiang');
    },
  );

  it('lists a handful, and nothing for nothing', async () => {
    expect(await suggest('shuzi')).toHaveLength(6);
    expect(await suggest('  ')).toEqual([]);
    expect(await suggest('没有这样的名称')).toEqual([]);
  });

  it('writes what Chromium reads as XML so that it can be read', async () => {
    const [first] = await suggest('研发云');
    expect(first?.description).toContain('R&#38;D &#60;Cloud&#62;');
  });

  it.each([
    ['zlb', 'CN-ZJ/zheliban'],
    ['zhejiang', 'CN-ZJ'],
  ])('opens the profile that %s means', async (typed, id) => {
    await goToSuggestion(typed);
    const [tab] = (await fakeBrowser.tabs.query({})).slice(-1);
    expect(new URL(tab?.url ?? '').searchParams.get('id')).toBe(id);
  });

  it('opens the search with words that mean nothing here', async () => {
    await goToSuggestion('没有这样的名称');
    const [tab] = (await fakeBrowser.tabs.query({})).slice(-1);
    expect(new URL(tab?.url ?? '').searchParams.get('q')).toBe('没有这样的名称');
  });
});
