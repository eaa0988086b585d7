import type { Library } from '@/lib/library/library';

/**
 * The library, with the code that reads it, which is more than all the rest of the view: the first
 * picture does not wait for it.
 */
export async function openStore(): Promise<Library | null> {
  const { openLibrary } = await import('@/lib/library/open');
  return openLibrary();
}
