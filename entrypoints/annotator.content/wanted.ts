import type { Mention } from '@/lib/model/mention';
import type { Settings } from '@/lib/model/settings';
import { isHan } from '@/lib/text/noise';

/**
 * The Han characters of a form, as the gazetteer folds them: the same for a name in either script,
 * with glosses and spaces or without.
 */
function keyOf(form: string, classOf: Uint16Array): string {
  let key = '';
  for (let at = 0; at < form.length; at++) {
    const unit = form.charCodeAt(at);
    if (isHan(unit)) key += `${classOf[unit] || -unit} `;
  }
  return key;
}

/** What the reader wants marked on a host: not the kinds switched off, not the forms refused. */
export function wantedBy(
  settings: Settings,
  host: string,
  classOf: Uint16Array,
): (mention: Mention, text: string) => boolean {
  const refused = new Set(
    settings.ignored
      .filter((each) => each.host === '' || each.host === host)
      .map(({ form }) => keyOf(form, classOf)),
  );
  return ({ kind, start, end }, text) =>
    settings.kinds[kind] &&
    !(refused.size > 0 && refused.has(keyOf(text.slice(start, end), classOf)));
}

/** True when the reader has paused marking on the host. */
export function isPaused(settings: Settings, host: string): boolean {
  return settings.pausedHosts.includes(host);
}
