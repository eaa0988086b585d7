import { browser } from 'wxt/browser';
import {
  type FrameReport,
  groupByDivision,
  mergeReports,
  type PageState,
} from '@/components/reader/page-state';
import type { Library } from '@/entrypoints/extension-page/library';
import { callPage } from '@/lib/messages/client';
import type { Script } from '@/lib/model/prefs';
import type { Settings } from '@/lib/model/settings';

/** The tab beside the view and what its frames answered. */
export interface PageTab {
  tabId: number;
  /** Empty when the browser does not tell us the address. */
  url: string;
  frames: FrameReport[];
}

/** The tab in front, asked what it names; null when there is none. */
export async function readTab(): Promise<PageTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const tabId = tab.id;
  const answers = await Promise.all(
    (await frameIds(tabId)).map(async (frameId) => {
      const answer = await callPage(tabId, frameId, 'getReport', null);
      return answer.ok ? [{ frameId, report: answer.value }] : [];
    }),
  );
  return { tabId, url: tab.url ?? '', frames: answers.flat() };
}

/** Ids of the frames we may speak to, the page itself first. */
async function frameIds(tabId: number): Promise<number[]> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => null,
    });
    return results.map(({ frameId }) => frameId).sort((a, b) => a - b);
  } catch {
    // A page no extension may read: the top frame is asked all the same, and does not answer.
    return [0];
  }
}

/** The host a permission or a pause is about; null for pages that are no sites. */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? hostname : null;
}

/** The match pattern of one site, for permissions. */
export function patternOf(host: string): string {
  return `*://${host}/*`;
}

/** What 'this page' shows of a tab. */
export async function pageStateOf(
  tab: PageTab | null,
  library: Library,
  settings: Settings,
  script: Script,
): Promise<PageState> {
  const host = tab && hostOf(tab.url);
  const merged = mergeReports(tab?.frames.map((frame) => frame.report) ?? []);
  if (!tab || !merged) return silentState(host);
  // The dataset failed it, and it asks again when it is loaded anew.
  if (merged.state === 'no-dataset') return { state: 'silent' };
  const ids = merged.entities.flatMap(({ id, rivals }) => [id, ...rivals]);
  const home = merged.hostDivision;
  const { readBriefs, readPageHighlights } = await import('@/entrypoints/extension-page/library');
  const pageKeys = tab.frames.map((frame) => frame.report.pageKey);
  const [briefs, highlights] = await Promise.all([
    readBriefs(library, home ? [...ids, home] : ids, script),
    readPageHighlights(library, pageKeys),
  ]);
  return {
    state: 'open',
    host: host ?? hostOf(merged.url) ?? '',
    reading: merged.state === 'reading',
    paused: merged.state === 'paused' || settings.pausedHosts.includes(host ?? ''),
    home: home ? (briefs.get(home) ?? null) : null,
    groups: groupByDivision(merged.entities, briefs, home),
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
  return granted ? { state: 'loading' } : { state: 'unmarked', host, refused: false };
}
