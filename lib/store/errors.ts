import Dexie from 'dexie';

/** Why the store could not do what was asked; each has a sentence in the UI's catalogue. */
export type StoreError = 'store-unavailable' | 'store-blocked' | 'storage-full' | 'unknown-id';

/** The names of an error and of what caused it. */
export function names(error: unknown): string[] {
  const found: string[] = [];
  for (let at: unknown = error; at instanceof Error && found.length < 8; ) {
    found.push(at.name);
    // Chromium puts a full disk into the words of an UnknownError.
    if (/NO_SPACE|no space left/i.test(at.message)) found.push('QuotaExceededError');
    const inner: unknown = at instanceof Dexie.DexieError ? at.inner : at.cause;
    at = inner === at ? null : inner;
  }
  return found;
}

/** True when a write failed because the disk or the quota is full, as the browser says itself. */
export function isQuotaError(error: unknown): boolean {
  return names(error).includes('QuotaExceededError');
}

/** True when a store itself is missing, blocked (private window) or broken. */
export function isUnavailable(error: unknown): boolean {
  return names(error).some((name) =>
    [
      'PageError',
      'MissingAPIError',
      'OpenFailedError',
      'InvalidStateError',
      'DatabaseClosedError',
      'SecurityError',
      'UnknownError',
      'VersionError',
      'AbortError',
    ].includes(name),
  );
}
