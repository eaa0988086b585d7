/** What the work answers; null when it fails, which is told: the page's nodes may do anything. */
export function attempt<T>(work: () => T, onError: (error: unknown) => void): T | null {
  try {
    return work();
  } catch (error) {
    onError(error);
    return null;
  }
}
