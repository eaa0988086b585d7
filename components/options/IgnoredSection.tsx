import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Settings } from '@/lib/model/settings';

type Ignored = Settings['ignored'][number];

export interface IgnoredSectionProps {
  t: Translate;
  prefs: ViewPrefs;
  ignored: Ignored[];
  /** The one just taken from the list, to be put back; null when there is none. */
  removed: Ignored | null;
  onRemove(entry: Ignored): void;
  onUndo(): void;
}

/** Names the reader said 'not this' to: no longer marked, on one site or everywhere. */
export function IgnoredSection({ t, prefs, ignored, removed, ...on }: IgnoredSectionProps) {
  return (
    <>
      <p>{t('options_ignored_lead')}</p>
      {/* Above the list, so that it stays where it is when the list grows shorter. */}
      <div role="status">
        {removed && (
          <div class="notice">
            <p>{t('options_ignored_removed', { name: removed.form })}</p>
            <button type="button" class="button" onClick={on.onUndo}>
              {t('undo')}
            </button>
          </div>
        )}
      </div>
      {ignored.length === 0 ? (
        <p class="field-hint">{t('options_ignored_none')}</p>
      ) : (
        <ul class="rows">
          {ignored.map((entry) => (
            <li key={`${entry.host} ${entry.form}`}>
              <span>
                <b lang={prefs.script}>{entry.form}</b>{' '}
                <span class="field-hint">{entry.host || t('options_ignored_everywhere')}</span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={t('options_ignored_again_name', { name: entry.form })}
                onClick={() => on.onRemove(entry)}
              >
                {t('options_ignored_again')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
