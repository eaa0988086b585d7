import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetClosedTabs, recount, reportNames } from '@/entrypoints/background/badge';

const TAB = 7;
/** What a frame answers that is there and names something. */
const present = { ok: true, value: { entities: [{ id: 'CN-BJ' }] } };
const named = (ids: string[], isFirst = false) => ({ ids, isFirst });
let open: Set<number>;

/** The badges that a toolbar shows, by tab; refuses a tab that is not open, as browsers do. */
function watchBadges(): Map<number, string> {
  const badges = new Map<number, string>();
  const refuse = (tabId: number | undefined) => {
    if (tabId === undefined || !open.has(tabId)) throw new Error(`No tab with id: ${tabId}.`);
    return tabId;
  };
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation(async ({ tabId, text }) => {
    badges.set(refuse(tabId), text ?? '');
  });
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(async (tabId) => ({
    ...{ id: refuse(tabId), index: 0, highlighted: true, active: true, pinned: false },
    incognito: false,
  }));
  return badges;
}

describe('the badge', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    open = new Set([TAB]);
  });
  afterEach(() => vi.restoreAllMocks());

  it('counts each entity once, whatever frame names it', async () => {
    const badges = watchBadges();
    await Promise.all([
      reportNames(TAB, 0, named(['CN-ZJ', 'CN-GD'])),
      reportNames(TAB, 7, named(['CN-ZJ'])),
    ]);
    expect(badges.get(TAB)).toBe('2');
    await reportNames(TAB, 0, named([]));
    await reportNames(TAB, 7, named([]));
    expect(badges.get(TAB)).toBe('');
  });

  it('forgets what the page before named, frames and all, once the next one reports', async () => {
    const badges = watchBadges();
    await reportNames(TAB, 0, named(['CN-ZJ', 'CN-GD'], true));
    await reportNames(TAB, 3, named(['CN-FJ'], true));
    // The next page has names in a frame alone.
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((...[, , options]) => {
      const { frameId = 0 } = (options ?? {}) as { frameId?: number };
      return frameId === 9
        ? Promise.resolve(present)
        : Promise.reject(new Error('Receiving end does not exist.'));
    });
    await reportNames(TAB, 9, named(['CN-BJ'], true));
    expect(badges.get(TAB)).toBe('1');
  });

  it('asks the other frames once, however many report together', async () => {
    watchBadges();
    const ask = vi
      .spyOn(fakeBrowser.tabs, 'sendMessage')
      .mockImplementation(async (): Promise<unknown> => present);
    const frames = [0, 1, 2, 3, 4, 5, 6, 7];
    await Promise.all(frames.map((frame) => reportNames(TAB, frame, named(['CN-ZJ'], true))));
    expect(ask.mock.calls.length).toBeLessThanOrEqual(2 * frames.length);
  });

  it('forgets closed tabs when the background next starts, and no open one', async () => {
    const badges = watchBadges();
    open.add(8);
    await reportNames(TAB, 0, named(['CN-ZJ']));
    await reportNames(8, 0, named(['CN-ZJ']));
    const left = await fakeBrowser.tabs.get(8);
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => [left]);
    await forgetClosedTabs();
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['badge.8']);
    expect(badges.get(8)).toBe('1');
  });

  it('forgets frames that are gone or name nothing any more, whatever another does', async () => {
    const badges = watchBadges();
    for (const [frame, id] of [
      [0, 'CN-ZJ'],
      [3, 'CN-GD'],
      [4, 'CN-FJ'],
      [5, 'CN-HN'],
      [6, 'CN-BJ'],
    ] as const) {
      await reportNames(TAB, frame, named([id]));
    }
    const answers: Record<number, () => Promise<unknown>> = {
      0: async () => ({ ok: true, value: { entities: [{ id: 'CN-ZJ' }] } }),
      3: async () => ({ ok: true, value: { entities: [] } }),
      4: () => Promise.reject(new Error('Receiving end does not exist.')),
      // One that went in the middle of it: whoever is there now reports by itself.
      6: () => Promise.reject(new Error('The message channel closed.')),
      5: () => new Promise(() => {}),
    };
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((...[, , options]) => {
      const { frameId = 0 } = (options ?? {}) as { frameId?: number };
      return (answers[frameId] as () => Promise<unknown>)();
    });
    void recount(TAB);
    await vi.waitFor(() => expect(badges.get(TAB)).toBe('3'));
  });

  it('is no trouble when the tab was closed before its report was heard', async () => {
    watchBadges();
    open.delete(TAB);
    await expect(reportNames(TAB, 0, named(['CN-ZJ']))).resolves.toBeUndefined();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('reports what really is wrong, and goes on with the next report', async () => {
    const badges = watchBadges();
    vi.mocked(fakeBrowser.action.setBadgeText).mockRejectedValueOnce(new Error('out of order'));
    await expect(reportNames(TAB, 0, named(['CN-ZJ']))).rejects.toThrow('out of order');
    await reportNames(TAB, 0, named(['CN-ZJ']));
    expect(badges.get(TAB)).toBe('1');
  });
});
