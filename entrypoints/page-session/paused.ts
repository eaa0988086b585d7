import type { Settings } from '@/lib/model/settings';

/** True when the reader has paused marking on the host. */
export function isPaused(settings: Settings, host: string): boolean {
  return settings.pausedHosts.includes(host);
}
