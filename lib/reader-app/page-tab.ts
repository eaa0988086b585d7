import { browser } from 'wxt/browser';
import { documentOfPage } from '@/components/reader/document-of-page';
import {
  type FrameReport,
  groupByDivision,
  mergeReports,
  namedAside,
  type PageState,
} from '@/components/reader/page-state';
import { callBackground, callPage } from '@/lib/messages/client';
import type { Script } from '@/lib/model/languages';
import type { Settings } from '@/lib/model/settings';

/** The tab beside the view and what its frames answered. */
export interface PageTab {
  tabId: number;
  /** Empty when the browser does not tell us the address. */
  url: string;
  frames: FrameReport[];
}

/** The page itself; the frames in it have other numbers. */
const TOP_FRAME = 0;

/** The tab in front, asked what it names; null when there is none. */
export async function readTab(): Promise<PageTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const tabId = tab.id;
  const ask = async (frameId: number): Promise<FrameReport[]> => {
    const answer = await callPage(tabId, frameId, 'getReport', null);
    return answer.ok ? [{ frameId, report: answer.value }] : [];
  };
  // Most pages have no other frames: which there are is found out beside asking the page itself.
  const [top, others] = await Promise.all([
    ask(TOP_FRAME),
    innerFrames(tabId).then((ids) => Promise.all(ids.map(ask))),
  ]);
  return { tabId, url: tab.url ?? '', frames: [...top, ...others.flat()] };
}

/** Ids of the frames in the page that we may speak to, in ascending order. */
async function innerFrames(tabId: number): Promise<number[]> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => null,
      // A page that loads slowly must not keep the view waiting.
      injectImmediately: true,
    });
    const ids = results.map(({ frameId }) => frameId).filter((id) => id !== TOP_FRAME);
    return ids.sort((a, b) => a - b);
  } catch {
    return []; // a page no extension may read
  }
}

/** The host a permission or a pause is about; null for pages that are no sites. */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? hostname : null;
}

/** The match pattern of one site, for permissions. */
function patternOf(host: string): string {
  return `*://${host}/*`;
}

/** What 'this page' shows of a tab; null when there is no dataset. */
export async function pageStateOf(
  tab: PageTab | null,
  settings: Settings,
  script: Script,
): Promise<PageState | null> {
  const host = tab && hostOf(tab.url);
  const merged = mergeReports(tab?.frames.map((frame) => frame.report) ?? []);
  if (!tab || !merged) return silentState(host);
  const ids = merged.entities.flatMap(({ id, rivals }) => [id, ...rivals]);
  const home = merged.hostDivision;
  const pageKeys = tab.frames.map((frame) => frame.report.pageKey);
  const { readPageContents } = await import('@/lib/library/read-page');
  const contents = await readPageContents(home ? [...ids, home] : ids, pageKeys, script);
  if (!contents) return null;
  const { briefs, highlights } = contents;
  return {
    state: 'open',
    host: host ?? hostOf(merged.url) ?? '',
    reading: merged.state === 'reading',
    failed: merged.state === 'failed',
    paused: merged.state === 'paused' || settings.pausedHosts.includes(host ?? ''),
    hidesMine: settings.shownNothing.includes(host ?? ''),
    home: home ? (briefs.get(home) ?? null) : null,
    document: documentOfPage(merged.title, briefs),
    groups: groupByDivision(merged.entities, briefs, home),
    asides: namedAside(merged.entities, briefs),
    highlights: highlights.map((highlight) => ({
      highlight,
      place: merged.highlights.find(({ id }) => id === highlight.id) ?? null,
    })),
  };
}

/** Nobody answers: a site to be added, one still loading, or a page that is closed to us. */
async function silentState(host: string | null): Promise<PageState> {
  if (host === null) return { state: 'closed' };
  const granted = await browser.permissions.contains({ origins: [patternOf(host)] });
  if (granted) return { state: 'loading' };
  const asked = await callBackground('siteOfHost', { host });
  const { site, origin } = asked.ok ? asked.value : { site: host, origin: patternOf(host) };
  return { state: 'unmarked', host, site, origin, refused: false };
}
