import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetTab, recount, reportNames } from '@/entrypoints/background/badge';

const TAB = 7;
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
    await Promise.all([reportNames(TAB, 0, ['CN-ZJ', 'CN-GD']), reportNames(TAB, 7, ['CN-ZJ'])]);
    expect(badges.get(TAB)).toBe('2');
    await reportNames(TAB, 0, []);
    await reportNames(TAB, 7, []);
    expect(badges.get(TAB)).toBe('');
  });

  it('forgets what a page named when its tab goes elsewhere', async () => {
    const badges = watchBadges();
    await reportNames(TAB, 0, ['CN-ZJ', 'CN-GD']);
    await forgetTab(TAB);
    await reportNames(TAB, 0, ['CN-BJ']);
    expect(badges.get(TAB)).toBe('1');
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
      await reportNames(TAB, frame, [id]);
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
    await expect(reportNames(TAB, 0, ['CN-ZJ'])).resolves.toBeUndefined();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('reports what really is wrong, and goes on with the next report', async () => {
    const badges = watchBadges();
    vi.mocked(fakeBrowser.action.setBadgeText).mockRejectedValueOnce(new Error('out of order'));
    await expect(reportNames(TAB, 0, ['CN-ZJ'])).rejects.toThrow('out of order');
    await reportNames(TAB, 0, ['CN-ZJ']);
    expect(badges.get(TAB)).toBe('1');
  });
});
