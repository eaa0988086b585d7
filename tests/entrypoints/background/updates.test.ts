import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  cancelCheck,
  checkFeed,
  scheduleUpdate,
  UPDATE_ALARM,
} from '@/entrypoints/background/updates';
import { noteProgress, readOutcome, readProgress } from '@/lib/messages/notes';
import { NO_FEED } from '@/lib/model/settings';
import { GovGlossDb } from '@/lib/store/db';
import { writeFeed } from '@/lib/store/feed';

const db = new GovGlossDb('updates-test');

vi.mock('@/lib/library/database', () => ({ database: async () => db }));
vi.mock('@/lib/library/prepare', () => ({
  preparedLibrary: async () => ({ ok: false, error: 'no-dataset' }),
  forgetLibrary: () => {},
}));

const FEED = { url: 'https://data.example.gov.cn/feed/', publicKey: btoa('k'.repeat(32)) };

describe('checking the feed', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
      ...{ manifest_version: 3, name: '', version: '1.0.0' },
    });
    await writeFeed(db, FEED);
    const files = { name: 'files' as const, version: '2026.01.01', data: {} };
    await db.artefacts.put(files);
  });
  afterEach(() => vi.restoreAllMocks());

  test('the next check is set before this one begins: its worker may die in the middle', async () => {
    const alarms: unknown[] = [];
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
      alarms.push(await fakeBrowser.alarms.get(UPDATE_ALARM));
      throw new TypeError('offline');
    });
    const outcome = await checkFeed('by-alarm');
    expect(outcome).toMatchObject({ result: 'unreachable', failures: 1 });
    expect(fetched).toHaveBeenCalledOnce();
    expect(alarms).toEqual([expect.objectContaining({ name: UPDATE_ALARM })]);
    expect(await readProgress()).toBeNull();
  });

  test('a store that fails in the middle counts as a failed check', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(db.artefacts, 'get').mockRejectedValue(new Error('broken'));
    const outcome = await checkFeed('by-alarm');
    expect(outcome).toMatchObject({ result: 'store-unavailable', failures: 1 });
    expect(await readOutcome()).toEqual(outcome);
  });

  test('files that are torn are fetched again, all of them', async () => {
    await db.artefacts.put({ name: 'files', version: '2026.01.01', data: null });
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
    expect(await checkFeed('by-alarm')).toMatchObject({ result: 'unreachable' });
    expect(fetched).toHaveBeenCalledOnce();
  });

  test('a check whose worker died can be cancelled', async () => {
    await noteProgress({ done: 3, total: 40 });
    await cancelCheck();
    expect(await readProgress()).toBeNull();
  });

  test('without a feed there is no alarm', async () => {
    await scheduleUpdate();
    expect(await fakeBrowser.alarms.get(UPDATE_ALARM)).toBeDefined();
    await writeFeed(db, NO_FEED);
    await scheduleUpdate();
    expect(await fakeBrowser.alarms.get(UPDATE_ALARM)).toBeUndefined();
  });
});
