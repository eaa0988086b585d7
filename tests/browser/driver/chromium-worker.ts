import type { BrowserContext, Page } from 'playwright-core';
import { poll } from './poll';

/**
 * Stops the extension's service worker, if it runs. Whether it has stopped is told by the browser's
 * own events, not by its list of targets: a worker that a waiting message starts again at once has
 * the same target as before.
 */
export async function stopWorker(
  context: BrowserContext,
  page: Page,
  origin: string,
): Promise<void> {
  const session = await context.newCDPSession(page);
  let hasStopped = false;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    hasStopped ||= versions.some(
      ({ scriptURL, status, runningStatus }) =>
        scriptURL.startsWith(origin) && status !== 'redundant' && runningStatus === 'stopped',
    );
  });
  await session.send('ServiceWorker.enable');
  // A worker that is just starting may not heed the first request.
  await poll('the worker to stop', async () => {
    if (hasStopped) return true;
    await session.send('ServiceWorker.stopAllWorkers');
    return null;
  });
  await session.detach();
}
