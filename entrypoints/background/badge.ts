import { browser } from 'wxt/browser';
import { createTurns } from '@/lib/model/in-turn';
import { isOpen } from './open-tab';

/** Entity ids by frame, kept per tab in session storage: the worker may die between two frames. */
type Frames = Record<string, string[]>;

const keyOf = (tabId: number) => `badge.${tabId}`;

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

/** Takes one frame's entities into the count that the tab's badge shows. */
export function reportNames(tabId: number, frameId: number, ids: string[]): Promise<void> {
  return inTurn(async () => {
    const key = keyOf(tabId);
    const frames = framesOf((await browser.storage.session.get(key))[key]);
    frames[frameId] = ids;
    await browser.storage.session.set({ [key]: frames });
    await showOrForget(tabId, frames);
  });
}

/** Forgets what a tab named: it is going elsewhere, or is closed. */
export function forgetTab(tabId: number): Promise<void> {
  return inTurn(() => browser.storage.session.remove(keyOf(tabId)));
}

/** The badge's colours: legible on light and dark toolbars, quieter than a warning. */
export async function dressBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#6b4f3a' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}
