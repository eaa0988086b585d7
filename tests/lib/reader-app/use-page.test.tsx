// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '@/lib/model/result';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';
import type { PageReport } from '@/lib/model/views';
import { usePage } from '@/lib/reader-app/use-page';
import type { EntitySource } from '@/lib/store/source';
import { mount, PREFS, t } from '@/tests/components/mount';

const none = async () => [];
const source: EntitySource = {
  ...{ version: '2026.11.23', entities: none, ofDivision: none, rankings: none },
  ...{ sources: none, all: none },
};
vi.mock('@/lib/library/database', () => ({ database: async () => null }));
vi.mock('@/lib/library/open', () => ({
  openLibrary: async () => ({ db: null, source, stored: null }),
}));
const VIEW = { prefs: PREFS, t, settings: DEFAULT_SETTINGS };
const NO_TAB = Promise.resolve(null);

function reportOf(host: string): PageReport {
  const url = `http://${host}/`;
  return {
    ...{ url, title: '', pageKey: `${host}/`, hostDivision: null, state: 'ready' },
    ...{ entities: [], highlights: [] },
  };
}

function Panel() {
  const { page } = usePage(VIEW, NO_TAB, true);
  return <p>{page?.state === 'open' ? page.host : page?.state}</p>;
}

let change: (settings: Settings) => void;
function Popup({ first }: { first: Settings }) {
  const [settings, setSettings] = useState(first);
  change = setSettings;
  const { page } = usePage({ ...VIEW, settings }, NO_TAB, true);
  return <p>{page?.state === 'open' && page.paused ? 'paused' : page?.state}</p>;
}

let inFront: { id: number; url: string };
const waiting = new Map<number, (answer: unknown) => void>();
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));

async function bringToFront(id: number, url: string): Promise<void> {
  inFront = { id, url };
  await fakeBrowser.tabs.onActivated.trigger({ tabId: id, windowId: 1 });
  await settle();
}

beforeEach(() => {
  fakeBrowser.reset();
  waiting.clear();
  const noTab = { index: 0, highlighted: false, active: true, pinned: false, incognito: false };
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => [{ ...noTab, ...inFront }]);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('no frames'));
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(
    (tabId) => new Promise((resolve) => waiting.set(tabId, resolve)),
  );
});
afterEach(() => vi.restoreAllMocks());

test('the panel shows the tab in front, however late another tab answers', async () => {
  const panel = mount(<Panel />);
  await settle();
  await bringToFront(1, 'http://slow.gov.cn/');
  await bringToFront(2, 'http://quick.gov.cn/');
  waiting.get(2)?.(ok(reportOf('quick.gov.cn')));
  await vi.waitFor(() => expect(panel.text()).toBe('quick.gov.cn'));
  waiting.get(1)?.(ok(reportOf('slow.gov.cn')));
  await settle();
  expect(panel.text()).toBe('quick.gov.cn');
});

test('what the popup shows after a change is what the page says after it', async () => {
  const paused = { ...DEFAULT_SETTINGS, pausedHosts: ['a.gov.cn'] };
  const popup = mount(<Popup first={paused} />);
  await settle();
  let heard: Settings = paused;
  vi.mocked(fakeBrowser.tabs.sendMessage).mockImplementation(async (_, message) => {
    if (JSON.stringify(message).includes('settingsChanged')) heard = DEFAULT_SETTINGS;
    const state = heard === paused ? 'paused' : 'ready';
    return ok({ ...reportOf('a.gov.cn'), state });
  });
  await bringToFront(1, 'http://a.gov.cn/');
  await vi.waitFor(() => expect(popup.text()).toBe('paused'));
  act(() => change(DEFAULT_SETTINGS));
  await vi.waitFor(() => expect(popup.text()).toBe('open'));
});
