import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, readSettings, writeSettings } from '@/lib/messages/settings';
import { watchSettings } from '@/lib/messages/watch-settings';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';

/** Bytes an item of `storage.sync` may have, its key included. */
const ITEM_BYTES = 8192;

/** Refuses what browsers refuse; fakes do not by themselves. */
function holdToQuota(): void {
  const { sync } = fakeBrowser.storage;
  const set = sync.set.bind(sync);
  vi.spyOn(sync, 'set').mockImplementation(async (items) => {
    for (const [key, value] of Object.entries(items)) {
      const bytes = new TextEncoder().encode(key + JSON.stringify(value)).length;
      if (bytes > ITEM_BYTES) throw new Error(`QUOTA_BYTES_PER_ITEM quota exceeded: ${key}`);
    }
    await set(items);
  });
}

const refused = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    form: `第${nth}号政务平台`,
    host: 'www.zj.gov.cn',
  }));

describe('settings', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    holdToQuota();
  });
  afterEach(() => vi.restoreAllMocks());

  test('are the defaults until something is changed, and one field leaves the others alone', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    await changeSettings({ pinyin: false });
    await writeSettings({ pausedHosts: ['www.zj.gov.cn'] });
    expect(await readSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      pinyin: false,
      pausedHosts: ['www.zj.gov.cn'],
    });
  });

  test('hold more refused names than one record of the browser’s has room for', async () => {
    await writeSettings({ ignored: refused(500) });
    expect((await readSettings()).ignored).toEqual(refused(500));
    await writeSettings({ ignored: refused(2) });
    expect((await readSettings()).ignored).toEqual(refused(2));
  });

  test('are as they were when they find no room', async () => {
    await writeSettings({ ignored: refused(2) });
    await expect(writeSettings({ ignored: refused(5000) })).rejects.toThrow('quota');
    expect((await readSettings()).ignored).toEqual(refused(2));
  });

  test('kept in one record by an older version are read', async () => {
    await fakeBrowser.storage.sync.set({ 'settings.ignored': refused(3) });
    expect((await readSettings()).ignored).toEqual(refused(3));
  });

  test('carry, each beside it, how often it was changed and when last', async () => {
    await changeSettings({ theme: 'dark' });
    await changeSettings({ theme: 'light', pinyin: false });
    const { sync } = fakeBrowser.storage;
    const stored = await sync.get(['settings.theme', 'settings-changed.theme']);
    expect(stored).toMatchObject({
      'settings.theme': 'light',
      'settings-changed.theme': { revision: 2, changedAt: expect.stringMatching(/^20.*Z$/) },
    });
    expect(await sync.get('settings-changed.pinyin')).toMatchObject({
      'settings-changed.pinyin': { revision: 1 },
    });
  });

  test('are told whole after each change, until nobody listens', async () => {
    const told: Settings[] = [];
    const stop = new AbortController();
    watchSettings((settings) => told.push(settings), stop.signal);
    await changeSettings({ theme: 'dark' });
    await fakeBrowser.storage.local.set({ errors: [] });
    await vi.waitFor(() => expect(told).toEqual([{ ...DEFAULT_SETTINGS, theme: 'dark' }]));
    stop.abort();
    await changeSettings({ theme: 'light' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toHaveLength(1);
  });
});
