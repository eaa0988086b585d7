import type { Mark } from '@/lib/dom/mark-index';
import { pageHost } from '@/lib/frame/page-address';
import { changeList } from '@/lib/messages/change-list';
import type { RefusalFailure } from '@/lib/model/settings';

/** The reader does not want a name marked: the background keeps that, the settings bring it back here. */
export function refuse(mark: Mark, scope: 'site' | 'everywhere'): Promise<RefusalFailure | null> {
  const { start, end } = mark.mention;
  const form = mark.block.text.slice(start, end);
  const host = scope === 'site' ? pageHost() : '';
  return changeList({ list: 'ignored', entry: { form, host }, holds: true });
}
