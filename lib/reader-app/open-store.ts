import type { Library } from '@/lib/library/library';
import { logError } from '@/lib/messages/error-log';

/**
 * The library, with the code that reads it, which is more than all the rest of the view: the first
 * picture does not wait for it. Never rejects; null when there is none, or the code did not come.
 */
export async function openStore(): Promise<Library | null> {
  try {
    const { openLibrary } = await import('@/lib/library/open');
    return await openLibrary();
  } catch (error) {
    logError(error, 'opening the library');
    return null;
  }
}
