import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { scheduleUpdate, UPDATE_ALARM } from '@/entrypoints/background/updates';
import { noteOutcome } from '@/lib/messages/notes';
import { GovGlossDb } from '@/lib/store/db';
import { writeFeed } from '@/lib/store/feed';

const db = new GovGlossDb('update-schedule-test');
vi.mock('@/lib/library/database', () => ({ database: async () => db }));

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
const NOW = Date.parse('2026-11-27T08:00:00Z');
const FEED = { url: 'https://data.example.gov.cn/feed/', publicKey: btoa('k'.repeat(32)) };

/** How long the reader's browser waits for the next check, in days; null when it never comes. */
async function wait(): Promise<number | null> {
  const alarm = await fakeBrowser.alarms.get(UPDATE_ALARM);
  return alarm ? (alarm.scheduledTime - Date.now()) / DAY : null;
}

/** The browser is started anew, at a moment; not every browser has kept its alarms. */
async function startAt(moment: number, { keepsAlarms = false } = {}): Promise<void> {
  vi.setSystemTime(moment);
  if (!keepsAlarms) await fakeBrowser.alarms.clearAll();
  await scheduleUpdate();
}

const outcomeAt = (moment: number) =>
  noteOutcome({
    ...{ at: new Date(moment).toISOString(), result: 'current', detail: '', etag: null },
    ...{ feed: FEED.url, failures: 0 },
  });

describe('when the feed is asked', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    vi.spyOn(Math, 'random').mockReturnValue(0.9);
    await writeFeed(db, FEED);
    await scheduleUpdate();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test.each([
    ['that keeps alarms', true],
    ['that does not', false],
  ])('by a browser %s, restarted each morning: on the second', async (_, keepsAlarms) => {
    expect(await wait()).toBeCloseTo(1.225, 2);
    await startAt(NOW + DAY, { keepsAlarms });
    expect(await wait()).toBeCloseTo(0.225, 2);
    await startAt(NOW + 2 * DAY, { keepsAlarms });
    expect(await wait()).toBeLessThanOrEqual((5 * MINUTE) / DAY);
  });

  test('a start every minute puts off nothing that is due', async () => {
    await startAt(NOW + 2 * DAY);
    const due = (await fakeBrowser.alarms.get(UPDATE_ALARM))!.scheduledTime;
    for (let minute = 1; minute < 5; minute++) {
      await startAt(NOW + 2 * DAY + minute * MINUTE, { keepsAlarms: true });
      expect((await fakeBrowser.alarms.get(UPDATE_ALARM))!.scheduledTime).toBe(due);
    }
  });

  test('another feed is waited for from when it was named', async () => {
    vi.setSystemTime(NOW + DAY);
    await writeFeed(db, { ...FEED, url: 'https://other.example.cn/' });
    await scheduleUpdate();
    expect(await wait()).toBeCloseTo(1.225, 2);
  });

  test.each([
    ['forward by nine years and back again', [9 * 365, 0]],
    ['back by nine years', [-9 * 365]],
    ['back by four days', [-4]],
  ])('never waits longer than a week with the clock set %s', async (_, days) => {
    for (const day of days) await startAt(NOW + day * DAY, { keepsAlarms: true });
    const first = await wait();
    expect(first).toBeLessThanOrEqual(7);
    expect(first).toBeGreaterThan(0);
    // And from then on it comes nearer.
    await startAt(Date.now() + DAY, { keepsAlarms: true });
    expect(await wait()).toBeCloseTo(Math.max(first! - 1, (5 * MINUTE) / DAY), 2);
  });

  test('a check done in a year that was none does not put off the next', async () => {
    await startAt(NOW + 9 * 365 * DAY);
    await outcomeAt(Date.now());
    await startAt(NOW + DAY);
    const first = await wait();
    expect(first).toBeLessThanOrEqual(7);
    await startAt(NOW + 2 * DAY);
    expect(await wait()).toBeLessThan(first!);
  });
});
