import type { Settings } from '@/lib/model/settings';
import { Resource } from '@/lib/resource/resource';
import { logError } from './error-log';
import { onSettingsChanged, readSettings } from './settings';

/**
 * Calls back with the whole settings after each change, wherever it was made, never with older ones
 * after newer ones; stops on abort. A reading that fails goes to the log and is tried again.
 */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const settings = new Resource({
    ask: readSettings,
    onFailed: (error) => logError(error, 'reading the settings'),
    now: () => performance.now(),
  });
  let latest = 0;
  const tell = async (reading: number): Promise<void> => {
    const read = await settings.get();
    if (reading !== latest || signal.aborted) return;
    if (read.ok) onChange(read.value);
    else setTimeout(() => void tell(reading), settings.pause);
  };
  onSettingsChanged(() => {
    settings.forget();
    void tell(++latest);
  }, signal);
}
