import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveFeed, settleFeed } from '@/entrypoints/background/feed';
import { UPDATE_ALARM } from '@/entrypoints/background/updates';
import { NO_FEED } from '@/lib/model/settings';
import { GovGlossDb } from '@/lib/store/db';
import { readFeed } from '@/lib/store/feed';

let db: GovGlossDb;
let count = 0;
const installPackage = vi.fn();
vi.mock('@/lib/library/database', () => ({ database: async () => db }));
vi.mock('@/lib/library/prepare', () => ({
  preparedLibrary: async () => ({ ok: false, error: 'no-dataset' }),
  forgetLibrary: () => {},
  installPackage: (...given: unknown[]) => installPackage(...given),
}));

const FEED = { url: 'https://data.example.gov.cn/feed/', publicKey: btoa('k'.repeat(32)) };
const FORGED = { url: 'https://evil.example.cn/feed/', publicKey: btoa('e'.repeat(32)) };

beforeEach(() => {
  fakeBrowser.reset();
  db = new GovGlossDb(`feed-${count++}`);
  installPackage.mockClear();
});
afterEach(() => vi.restoreAllMocks());

describe('a feed that the reader names', () => {
  test('is kept, and asked within the week', async () => {
    expect(await saveFeed(FEED)).toEqual({ ok: true, value: null });
    expect(await readFeed(db)).toEqual(FEED);
    const alarm = await fakeBrowser.alarms.get(UPDATE_ALARM);
    expect(alarm!.scheduledTime - Date.now()).toBeLessThan(7 * 86_400_000);
    expect(installPackage).not.toHaveBeenCalled();
  });

  test('takes its dataset along when it is taken away: there is that of the package', async () => {
    await saveFeed(FEED);
    await saveFeed(NO_FEED);
    expect(installPackage).toHaveBeenCalledWith(db, { isStart: true });
    expect(await fakeBrowser.alarms.get(UPDATE_ALARM)).toBeUndefined();
  });

  test('with another key does not build on the dataset of the one before', async () => {
    await saveFeed(FEED);
    await saveFeed({ ...FEED, publicKey: FORGED.publicKey });
    expect(installPackage).toHaveBeenCalledOnce();
  });

  test('at another address with the same key does', async () => {
    await saveFeed(FEED);
    await saveFeed({ ...FEED, url: 'https://mirror.example.gov.cn/' });
    expect(installPackage).not.toHaveBeenCalled();
  });

  test.each([
    ['an address of another kind', { ...FEED, url: 'ftp://data.example.cn/' }],
    ['an address over plain http', { ...FEED, url: 'http://data.example.cn/' }],
    ['a script for an address', { ...FEED, url: 'javascript:alert(1)' }],
    ['no key', { ...FEED, publicKey: '' }],
    ['a key without an address', { ...FEED, url: '' }],
    ['a short key', { ...FEED, publicKey: 'abc' }],
  ])('is not taken with %s, and the one before stays', async (_, feed) => {
    await saveFeed(FEED);
    expect(await saveFeed(feed)).toEqual({ ok: false, error: 'bad-request' });
    expect(await readFeed(db)).toEqual(FEED);
  });
});

describe('the feed among the synced settings', () => {
  const leave = () =>
    fakeBrowser.storage.sync.set({ 'settings.feed': FORGED, 'settings.theme': 1 });

  test('of 0.1.0 goes on after its update, and lies there no more', async () => {
    await leave();
    await settleFeed('0.1.0');
    expect(await readFeed(db)).toEqual(FORGED);
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({ 'settings.theme': 1 });
  });

  test.each([
    ['an install', null],
    ['a later update', '0.2.0'],
  ])('is nobody’s word after %s', async (_, before) => {
    await leave();
    await settleFeed(before);
    expect(await readFeed(db)).toEqual(NO_FEED);
  });

  test.each([null, '0.1.0', '0.2.0'])('changes nothing later: update of %s', async (before) => {
    await settleFeed(null);
    await leave();
    await settleFeed(before);
    expect(await readFeed(db)).toEqual(NO_FEED);
    await saveFeed(FEED);
    await settleFeed(before);
    expect(await readFeed(db)).toEqual(FEED);
  });
});
