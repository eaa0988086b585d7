import { browser } from 'wxt/browser';
import { callPage } from '@/lib/messages/client';
import { createTurns } from '@/lib/resource/in-turn';
import { isOpen } from './open-tab';

/** Entity ids by frame, kept per tab in session storage: the worker may die between two frames. */
type Frames = Record<string, string[]>;

const keyOf = (tabId: number) => `badge.${tabId}`;
const isKey = (key: string) => key.startsWith('badge.');

/** Frames of a page report together. */
const inTurn = createTurns();

function framesOf(stored: unknown): Frames {
  if (typeof stored !== 'object' || stored === null) return {};
  const frames: Frames = {};
  for (const [frame, ids] of Object.entries(stored)) {
    if (Array.isArray(ids)) frames[frame] = ids.filter((id) => typeof id === 'string');
  }
  return frames;
}

async function readFrames(tabId: number): Promise<Frames> {
  const key = keyOf(tabId);
  return framesOf((await browser.storage.session.get(key))[key]);
}

async function show(tabId: number, frames: Frames): Promise<void> {
  const count = new Set(Object.values(frames).flat()).size;
  await browser.action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) });
}

/** What a page reports may be heard after its tab was closed: then there is no badge to show. */
async function showOrForget(tabId: number, frames: Frames): Promise<void> {
  try {
    await show(tabId, frames);
  } catch (error) {
    if (await isOpen(tabId)) throw error;
    await browser.storage.session.remove(keyOf(tabId));
  }
}

/**
 * Takes one frame's entities into the count that the tab's badge shows.
 * @param isFirst when the frame's document reports for the first time: the tab may have gone
 *   elsewhere, which nobody tells of, and its other frames are asked whether they are still there
 */
export async function reportNames(
  tabId: number,
  frameId: number,
  { ids, isFirst }: { ids: string[]; isFirst: boolean },
): Promise<void> {
  const others = await inTurn(async () => {
    const frames = await readFrames(tabId);
    frames[frameId] = ids;
    await browser.storage.session.set({ [keyOf(tabId)]: frames });
    await showOrForget(tabId, frames);
    return Object.keys(frames).length - 1;
  });
  if (isFirst && others > 0) await recountSoon(tabId);
}

/** Tabs whose frames are to be asked: a page of many frames reports them all at once. */
const toRecount = new Map<number, Promise<void>>();

function recountSoon(tabId: number): Promise<void> {
  const soon =
    toRecount.get(tabId) ??
    inTurn(async () => {
      toRecount.delete(tabId);
    }).then(() => recount(tabId));
  toRecount.set(tabId, soon);
  return soon;
}

/**
 * Forgets the frames of a tab that are gone, or show something else now. Each is asked: one that
 * goes has no time to wake a sleeping background.
 */
export async function recount(tabId: number): Promise<void> {
  const frames = await readFrames(tabId);
  const look = async ([frame, ids]: [string, string[]]) => {
    const answer = await callPage(tabId, Number(frame), 'getReport', null);
    // Who did not come to answer is still there, and will not report the same again.
    const isGone = answer.ok ? answer.value.entities.length === 0 : answer.error.code === 'nobody';
    if (isGone) await forgetFrame(tabId, frame, ids);
  };
  // Side by side: a frame that hangs must not keep the others waiting.
  await Promise.all(Object.entries(frames).map(look));
}

/** Takes a frame out of the count, unless it has reported since. */
function forgetFrame(tabId: number, frame: string, ids: string[]): Promise<void> {
  return inTurn(async () => {
    const frames = await readFrames(tabId);
    if (frames[frame]?.join() !== ids.join()) return;
    delete frames[frame];
    await browser.storage.session.set({ [keyOf(tabId)]: frames });
    await showOrForget(tabId, frames);
  });
}

/** Forgets what closed tabs named: nobody is woken for each tab that closes. */
export function forgetClosedTabs(): Promise<void> {
  return inTurn(async () => {
    const kept = Object.keys(await browser.storage.session.get(null)).filter(isKey);
    if (kept.length === 0) return;
    const open = new Set((await browser.tabs.query({})).map(({ id }) => keyOf(id ?? -1)));
    await browser.storage.session.remove(kept.filter((key) => !open.has(key)));
  });
}

/** The badge's colours: legible on light and dark toolbars, quieter than a warning. */
export async function dressBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#6b4f3a' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}
