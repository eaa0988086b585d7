import Dexie from 'dexie';

/** Why the store could not do what was asked; each has a sentence in the UI's catalogue. */
export type StoreError = 'store-unavailable' | 'store-blocked' | 'storage-full' | 'unknown-id';

/** What a store other than IndexedDB could not do; its `cause` is what the browser said. */
export class PageError extends Error {
  override name = 'PageError';
}

/** The database does not open because another connection, of another version, does not go. */
export class BlockedError extends Error {
  override name = 'BlockedError';
}

function names(error: unknown): string[] {
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

/** What the reader can do something about; null for a fault of ours. */
export async function causeOf(error: unknown): Promise<Exclude<StoreError, 'unknown-id'> | null> {
  if (isQuotaError(error)) return 'storage-full';
  if (names(error).includes('BlockedError')) return 'store-blocked';
  if (!isUnavailable(error)) return null;
  return (await hasRoom()) ? 'store-unavailable' : 'storage-full';
}

/** As much as any save needs. */
const ROOM = 64 * 1024;

/**
 * Tries whether a small file can be written. On a full disk a database that does not open, or a
 * transaction that was aborted, names everything but the disk: no room is known by trying.
 */
async function hasRoom(): Promise<boolean> {
  const storage = globalThis.navigator?.storage;
  const root = await storage?.getDirectory?.().catch(() => null);
  if (!root) return true;
  const name = `room-${crypto.randomUUID()}`;
  try {
    const file = await (await root.getFileHandle(name, { create: true })).createWritable();
    await file.write(new Uint8Array(ROOM));
    await file.close();
    return true;
  } catch {
    return false; // whatever it says of it
  } finally {
    await root.removeEntry(name).catch(() => undefined); // never made
  }
}
