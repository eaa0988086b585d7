import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { readSettings } from '@/lib/messages/settings';

const pointerSchema = v.object({ id: v.string(), tabId: v.nullable(v.number()) });

/**
 * The entity under the pointer, of what the background left; null when the reader wants no panel
 * that follows, or the pointer is in another window, which has a panel of its own.
 */
export async function pointedHere(value: unknown): Promise<string | null> {
  const pointer = v.safeParse(pointerSchema, value);
  if (!pointer.success || !(await readSettings()).panelFollows) return null;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === pointer.output.tabId ? pointer.output.id : null;
}
