/** Work in one go, in ms: leaves most of a 16.7 ms frame to the page, far below a 50 ms long task. */
export const SLICE_MS = 6;

interface Scheduling {
  postTask?: (work: () => void, options: { priority: 'user-visible' }) => Promise<void>;
}

/**
 * Lets the browser answer input and paint, and the page do what it has waiting, then resolves.
 * Not `scheduler.yield`: what it resumes goes ahead of the page's own tasks, which would then all
 * wait until a long page has been read. A message to ourselves is the next best, since nested
 * timeouts are held back to 4 ms.
 */
export function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduling };
  if (scheduler?.postTask) return scheduler.postTask(() => {}, { priority: 'user-visible' });
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
