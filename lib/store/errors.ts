import Dexie from 'dexie';

/** Why the store could not do what was asked; each has a sentence in the UI's catalogue. */
export type StoreError = 'store-unavailable' | 'storage-full' | 'unknown-id';

function names(error: unknown): string[] {
  const found: string[] = [];
  for (let at: unknown = error; at instanceof Error && found.length < 8; ) {
    found.push(at.name);
    const inner: unknown = at instanceof Dexie.DexieError ? at.inner : at.cause;
    at = inner === at ? null : inner;
  }
  return found;
}

/** True when a write failed because the disk or the quota is full. */
export function isQuotaError(error: unknown): boolean {
  return names(error).includes('QuotaExceededError');
}

/** True when IndexedDB itself is missing, blocked (private window) or broken. */
export function isUnavailable(error: unknown): boolean {
  return names(error).some((name) =>
    [
      'MissingAPIError',
      'OpenFailedError',
      'InvalidStateError',
      'DatabaseClosedError',
      'SecurityError',
      'UnknownError',
      'VersionError',
    ].includes(name),
  );
}
