import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  BACKUP_ALARM,
  backUpWhenDue,
  scheduleBackups,
} from '@/entrypoints/background/scheduled-backup';
import { changeSettings } from '@/lib/messages/settings';
import { addHighlight } from '@/lib/store/change-highlights';
import { GovGlossDb } from '@/lib/store/db';
import { backupState } from '@/lib/store/library';

let db: GovGlossDb;
let count = 0;
vi.mock('@/lib/library/database', () => ({ database: async () => db }));

type State = 'in_progress' | 'interrupted' | 'complete';

/** A browser that saves files, one state of the download after another. */
function fakeDownloads(states: State[]) {
  const listeners = new Set<(change: { id: number }) => void>();
  const saved: string[] = [];
  const tell = () => {
    for (const listener of listeners) listener({ id: 5 });
  };
  vi.spyOn(fakeBrowser.downloads, 'download').mockImplementation(async ({ filename = '' }) => {
    saved.push(filename);
    return 5;
  });
  vi.spyOn(fakeBrowser.downloads, 'search').mockImplementation(async () => {
    const state = states.length > 1 ? states.shift() : states[0];
    if (state === 'in_progress') setTimeout(tell);
    return [{ id: 5, state } as Browser.downloads.DownloadItem];
  });
  const { onChanged } = fakeBrowser.downloads;
  vi.spyOn(onChanged, 'addListener').mockImplementation((each) => void listeners.add(each));
  vi.spyOn(onChanged, 'removeListener').mockImplementation((each) => void listeners.delete(each));
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
  return { saved, listeners };
}

const NOW = new Date(2026, 10, 20, 9);
const lastBackup = async () => {
  const state = await backupState(db);
  return state.ok && state.value.lastBackup;
};

describe('a scheduled backup', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    vi.stubGlobal('FileReader', FakeReader);
    db = new GovGlossDb(`backup-${count++}`);
    await changeSettings({ backupEveryDays: 7 });
    const quote = { type: 'TextQuoteSelector' as const, exact: '浙里办', prefix: '', suffix: '' };
    await addHighlight(
      db,
      crypto.randomUUID(),
      {
        ...{ pageKey: 'zj.gov.cn/', url: 'http://www.zj.gov.cn/', title: '', selectors: { quote } },
        ...{ colour: 'yellow', note: '', tags: [], entities: [] },
      },
      NOW,
    );
    return () => {
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    };
  });

  test('counts once the file is on the disk', async () => {
    const { saved, listeners } = fakeDownloads(['in_progress', 'in_progress', 'complete']);
    await backUpWhenDue(NOW);
    expect(saved).toEqual(['GovGloss/govgloss-backup-2026-11-20.json']);
    expect(await lastBackup()).toBe(NOW.toISOString());
    expect(listeners.size).toBe(0);
    await backUpWhenDue(new Date(2026, 10, 26, 8));
    expect(saved.length).toBe(1);
    await backUpWhenDue(new Date(2026, 10, 27, 10));
    expect(saved.length).toBe(2);
  });

  test('is made again when the last was made by a clock years ahead', async () => {
    const { saved } = fakeDownloads(['complete']);
    await backUpWhenDue(new Date(2035, 0, 1));
    await backUpWhenDue(NOW);
    expect(saved).toHaveLength(2);
    expect(await lastBackup()).toBe(NOW.toISOString());
    await backUpWhenDue(NOW);
    expect(saved).toHaveLength(2);
  });

  test('is looked for within hours, though an alarm of a clock years ahead is still there', async () => {
    await fakeBrowser.alarms.create(BACKUP_ALARM, { when: Date.now() + 9 * 365 * 86_400_000 });
    await scheduleBackups();
    const within = async () =>
      ((await fakeBrowser.alarms.get(BACKUP_ALARM))!.scheduledTime - Date.now()) / 3_600_000;
    expect(await within()).toBeLessThan(1);
    const set = await fakeBrowser.alarms.get(BACKUP_ALARM);
    await scheduleBackups();
    expect(await fakeBrowser.alarms.get(BACKUP_ALARM)).toEqual(set);
  });

  test('does not count when the disk was full', async () => {
    fakeDownloads(['in_progress', 'interrupted']);
    await expect(backUpWhenDue(NOW)).rejects.toThrow('did not finish');
    expect(await lastBackup()).toBeNull();
  });
});

/** Node has no FileReader; what is read does not matter here. */
class FakeReader {
  result = 'data:application/json;base64,e30=';
  onload = () => {};
  readAsDataURL() {
    queueMicrotask(() => this.onload());
  }
}
