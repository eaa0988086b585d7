import type { ListChange, RefusalFailure } from '@/lib/model/settings';
import { callBackground } from './client';

/**
 * Has the background put one entry into a list of the settings, or take it out. Answers why it was
 * not kept, for the reader who pressed; null when it was. Never rejects.
 */
export async function changeList(change: ListChange): Promise<RefusalFailure | null> {
  const ask = () => callBackground('changeList', change);
  let kept = await ask();
  // A background that died on the way is woken once more: done twice is as done once.
  if (!kept.ok && kept.error.code === 'disconnected') kept = await ask();
  if (kept.ok) return null;
  return kept.error.code === 'storage-full' ? 'full' : 'failed';
}
