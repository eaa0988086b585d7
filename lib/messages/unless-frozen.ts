/**
 * Asks, and rejects when the page comes back from where the browser had kept it frozen: Firefox drops
 * answers that come meanwhile, and whoever waits for one would wait for ever. What is asked as the page
 * comes back goes on.
 */
export async function unlessFrozen<T>(ask: () => Promise<T>): Promise<T> {
  let hear = (_: PageTransitionEvent) => {};
  const thawed = new Promise<never>((_, reject) => {
    hear = ({ persisted }) => {
      if (persisted) reject(new Error('frozen'));
    };
  });
  // Neither a worker nor a test is ever frozen, and the latter hears no events.
  globalThis.addEventListener?.('pageshow', hear);
  try {
    return await Promise.race([ask(), thawed]);
  } finally {
    globalThis.removeEventListener?.('pageshow', hear);
  }
}
