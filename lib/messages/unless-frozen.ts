/** What ends the waiting of each who waits for an answer. */
const waiting = new Set<(error: Error) => void>();

function thaw({ persisted }: PageTransitionEvent): void {
  if (persisted) for (const end of waiting) end(new Error('frozen'));
}

/**
 * Asks, and rejects when the page comes back from where the browser had kept it frozen: Firefox drops
 * answers that come meanwhile, and whoever waits for one would wait for ever.
 */
export async function unlessFrozen<T>(ask: () => Promise<T>): Promise<T> {
  // Each time: a page may have thrown away all that listens. Neither a worker nor a test is ever
  // frozen, and the latter hears no events.
  globalThis.addEventListener?.('pageshow', thaw);
  let end = (_: Error) => {};
  const thawed = new Promise<never>((_, reject) => {
    end = reject;
  });
  waiting.add(end);
  try {
    return await Promise.race([ask(), thawed]);
  } finally {
    waiting.delete(end);
  }
}
