/**
 * Asks, and rejects when the page comes back from where the browser had kept it frozen: Firefox drops
 * answers that come meanwhile, and whoever waits for one would wait for ever.
 */
export async function unlessFrozen<T>(ask: () => Promise<T>): Promise<T> {
  const settled = new AbortController();
  const thawed = new Promise<never>((_, reject) => {
    const hear = ({ persisted }: PageTransitionEvent) => {
      if (persisted) reject(new Error('frozen'));
    };
    // Neither a worker nor a test is ever frozen, and the latter hears no events.
    globalThis.addEventListener?.('pageshow', hear, { signal: settled.signal });
  });
  try {
    return await Promise.race([ask(), thawed]);
  } finally {
    settled.abort();
  }
}
