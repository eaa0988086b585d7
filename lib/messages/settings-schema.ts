import * as v from 'valibot';
import { ofEveryKind } from '@/lib/model/entity';
import { DATA_LANGUAGES, LANGUAGE_TAGS } from '@/lib/model/languages';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';

const D = DEFAULT_SETTINGS;
const host = v.pipe(v.string(), v.maxLength(255));

/** Each field falls back alone: one bad value in a synced record must not undo the others. */
const settingsSchema: v.GenericSchema<unknown, Settings> = v.object({
  pausedHosts: v.fallback(v.array(host), D.pausedHosts),
  strength: v.fallback(v.picklist(['hover', 'quiet', 'clear']), D.strength),
  kinds: v.fallback(v.object(ofEveryKind(v.fallback(v.boolean(), true))), D.kinds),
  firstOnly: v.fallback(v.boolean(), D.firstOnly),
  scope: v.fallback(v.picklist(['article', 'everywhere']), D.scope),
  toolbar: v.fallback(v.picklist(['at-once', 'pause', 'key', 'never']), D.toolbar),
  cardSize: v.fallback(v.picklist(['small', 'medium', 'large']), D.cardSize),
  theme: v.fallback(v.picklist(['auto', 'light', 'dark']), D.theme),
  script: v.fallback(v.picklist(['page', 'simplified', 'traditional']), D.script),
  pinyin: v.fallback(v.boolean(), D.pinyin),
  language: v.fallback(v.picklist(['auto', ...LANGUAGE_TAGS]), D.language),
  dataLanguage: v.fallback(v.picklist(['auto', ...DATA_LANGUAGES]), D.dataLanguage),
  panelFollows: v.fallback(v.boolean(), D.panelFollows),
  ignored: v.fallback(v.array(v.object({ form: v.string(), host })), D.ignored),
  shown: v.fallback(v.object({ kept: v.boolean(), own: v.boolean() }), D.shown),
  shownNothing: v.fallback(v.array(host), D.shownNothing),
  privateKeeping: v.fallback(v.picklist(['session', 'refuse']), D.privateKeeping),
  backupEveryDays: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
    D.backupEveryDays,
  ),
});

/** Reads stored settings; what is missing or malformed takes its default. Never fails. */
export function parseSettings(stored: unknown): Settings {
  const record = typeof stored === 'object' && stored !== null ? stored : {};
  return v.parse(settingsSchema, { ...D, ...record });
}
