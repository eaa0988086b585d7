import { err, ok, type Result } from '@/lib/model/result';
import { IN_THE_WAY } from './db';
import { isQuotaError, isUnavailable, names, type StoreError } from './errors';

/** What the reader can do something about; null for a fault of ours. */
export async function causeOf(error: unknown): Promise<Exclude<StoreError, 'unknown-id'> | null> {
  if (isQuotaError(error)) return 'storage-full';
  if (error instanceof Error && error.message === IN_THE_WAY) return 'store-blocked';
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
  if (!storage?.getDirectory) return true;
  const name = `room-${crypto.randomUUID()}`;
  try {
    const root = await storage.getDirectory();
    const file = await (await root.getFileHandle(name, { create: true })).createWritable();
    await file.write(new Uint8Array(ROOM));
    await file.close();
    await root.removeEntry(name);
    return true;
  } catch (error) {
    // Where it may not be tried nothing is known; else there is no room, whatever is said of it.
    return names(error).includes('SecurityError');
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
