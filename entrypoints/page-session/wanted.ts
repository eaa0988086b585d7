import type { Mention } from '@/lib/model/mention';
import type { Settings } from '@/lib/model/settings';

/** True when the reader has paused marking on the host. */
export function isPaused({ pausedHosts }: Settings, host: string): boolean {
  return pausedHosts.includes(host);
}

/** True for what the reader wants marked: not of a kind that is switched off. */
export function isWanted({ kinds }: Settings, { kind }: Mention): boolean {
  return kinds[kind];
}

/** The forms that the reader does not want marked on a host. */
export function refusedOn({ ignored }: Settings, host: string): string[] {
  return ignored.filter((each) => each.host === '' || each.host === host).map(({ form }) => form);
}
