import type { Settings } from '@/lib/model/settings';
import { callBackground } from './client';

/**
 * What a page is told of the settings: how marks and cards look, and of the lists only what concerns
 * its host. Which other sites the reader has paused, or what they refused there, is none of its business.
 */
export function settingsFor(host: string, settings: Settings): Settings {
  return {
    ...settings,
    pausedHosts: settings.pausedHosts.filter((paused) => paused === host),
    ignored: settings.ignored.filter((entry) => entry.host === '' || entry.host === host),
    shownNothing: settings.shownNothing.filter((hidden) => hidden === host),
    backupEveryDays: 0,
  };
}

/** The settings as a page may know them; null when the background does not answer. */
export async function askForSettings(): Promise<Settings | null> {
  const answer = await callBackground('getSettings', null);
  return answer.ok ? answer.value : null;
}
