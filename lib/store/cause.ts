import { err, ok, type Result } from '@/lib/model/result';
import { isQuotaError, isUnavailable, names, type StoreError } from './errors';

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

/** As attempt(), for what writes: it says why it could not. */
export async function attemptWrite<T>(work: () => Promise<T>): Promise<Result<T, StoreError>> {
  try {
    return ok(await work());
  } catch (error) {
    const cause = await causeOf(error);
    if (cause === null) throw error;
    return err(cause);
  }
}
