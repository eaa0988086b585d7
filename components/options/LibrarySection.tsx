import { Choice } from '@/components/page/Choice';
import { formatDate } from '@/components/text/dates';
import { type Wait, WaitLine } from '@/components/wait/WaitLine';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { formatBytes } from './format-bytes';

/** Days between backups that are offered; 0 is off. */
const INTERVALS = ['0', '1', '7', '30'] as const;
type Interval = (typeof INTERVALS)[number];

export interface LibrarySectionProps {
  t: Translate;
  prefs: ViewPrefs;
  /** Why nothing is known of them. */
  wait: Wait | null;
  /** Highlights kept; null when the browser gives no database. */
  count: number | null;
  /** Whether the browser has promised to keep them; null when it does not say. */
  persisted: boolean | null;
  /** Bytes in use and bytes the browser would allow; null when it does not say. */
  estimate: { usage: number; quota: number } | null;
  /** ISO 8601 moment of the last backup file; null before the first. */
  lastBackup: string | null;
  /** Highlights kept since then. */
  newSince: number;
  everyDays: number;
  /** What came of the last press of a button here; null before one. */
  outcome: string | null;
  onRetry(): void;
  onPersist(): void;
  onBackup(): void;
  /** May ask for the permission to save files; must run inside the click. */
  onSchedule(everyDays: number): void;
}

/** How safely the reader's highlights are kept, and the ways to keep them safer. */
export function LibrarySection(props: LibrarySectionProps) {
  const { t, prefs, count, persisted, estimate, lastBackup } = props;
  if (props.wait) return <WaitLine wait={props.wait} t={t} onRetry={props.onRetry} />;
  if (count === null) return <p>{t('notice_store_unavailable')}</p>;
  const interval = INTERVALS.find((days) => Number(days) === props.everyDays) ?? '7';
  return (
    <>
      <dl class="figures">
        <div>
          <dt>{t('options_library_count')}</dt>
          <dd>{new Intl.NumberFormat(prefs.language).format(count)}</dd>
        </div>
        {estimate && (
          <div>
            <dt>{t('options_library_space')}</dt>
            <dd>{formatBytes(estimate.usage, prefs.language)}</dd>
          </div>
        )}
        <div>
          <dt>{t('options_library_last')}</dt>
          <dd>
            {lastBackup
              ? formatDate(lastBackup.slice(0, 10), prefs.language)
              : t('options_library_never')}
          </dd>
        </div>
      </dl>
      {persisted !== null && (
        <div class="setting">
          <p>{t(persisted ? 'options_library_persisted' : 'options_library_evictable')}</p>
          {!persisted && (
            <button type="button" class="button" onClick={props.onPersist}>
              {t('options_library_persist')}
            </button>
          )}
        </div>
      )}
      <div class="setting">
        <div class="row-actions">
          <button type="button" class="button" data-weight="main" onClick={props.onBackup}>
            {t('options_library_backup')}
          </button>
          <a class="button" href="/atlas.html#/library/import">
            {t('options_library_import')}
          </a>
          <a class="button" href="/atlas.html#/library">
            {t('options_library_open')}
          </a>
        </div>
        {props.newSince > 0 && (
          <p class="field-hint">{t('options_library_new', { count: props.newSince })}</p>
        )}
        <p role="status">{props.outcome}</p>
      </div>
      <Choice<Interval>
        label={t('options_library_schedule')}
        hint={t('options_library_schedule_hint')}
        value={interval}
        options={INTERVALS.map((value) => ({ value, label: t(`options_library_every_${value}`) }))}
        onChange={(days) => props.onSchedule(Number(days))}
      />
    </>
  );
}
