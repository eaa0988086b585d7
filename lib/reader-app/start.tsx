import { type ComponentType, render } from 'preact';
import { readView, type View } from '@/lib/extension-page/use-view';
import { logError } from '@/lib/messages/error-log';
import { openStore } from './open-store';
import { type PageTab, readTab } from './page-tab';

/** What a view is started with: all that takes time is under way before anything is drawn. */
export interface Started {
  first: View;
  tab: Promise<PageTab | null>;
}

/**
 * Draws the view as soon as settings and words are there, and itself when it is on its way; the
 * store opens and the page is asked meanwhile. What fails unforeseen is logged under `where`.
 */
export async function start(
  where: string,
  view: ComponentType<Started> | Promise<ComponentType<Started>>,
): Promise<void> {
  addEventListener('error', ({ error }) => logError(error, where));
  addEventListener('unhandledrejection', ({ reason }) => logError(reason, where));
  void openStore();
  const tab = readTab();
  const [first, App] = await Promise.all([readView(), view]);
  render(<App first={first} tab={tab} />, document.body);
}
