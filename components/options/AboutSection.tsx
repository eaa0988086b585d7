import type { Copying } from '@/components/text/copying';
import type { Translate } from '@/lib/language/translate';

/** What is in the package beside our own code, with its licence. */
const PARTS = [
  ['Preact', 'MIT'],
  ['Dexie', 'Apache-2.0'],
  ['Valibot', 'MIT'],
  ['MiniSearch', 'MIT'],
  ['Floating UI', 'MIT'],
  ['approx-string-match', 'MIT'],
  ['webextension-polyfill', 'MPL-2.0'],
  ['OpenCC', 'Apache-2.0'],
] as const;

/** One line of the local log. */
interface LogLine {
  /** ISO 8601. */
  at: string;
  where: string;
  message: string;
}

export interface AboutSectionProps {
  t: Translate;
  version: string;
  datasetVersion: string | null;
  log: LogLine[];
  /** What became of copying the log a moment ago. */
  copied: Copying | null;
  onCopyLog(): void;
  onClearLog(): void;
}

/** Versions, licences, and the log that never leaves this machine by itself. */
export function AboutSection(props: AboutSectionProps) {
  const { t, log } = props;
  return (
    <>
      <p>{t('options_about_version', { version: props.version })}</p>
      {props.datasetVersion && <p>{t('reader_dataset', { version: props.datasetVersion })}</p>}
      <p>{t('options_about_privacy')}</p>
      <h3>{t('options_about_licences')}</h3>
      <p>{t('options_about_licence')}</p>
      <ul class="licences" lang="en">
        {PARTS.map(([name, licence]) => (
          <li key={name}>
            {name} <span class="field-hint">{licence}</span>
          </li>
        ))}
      </ul>
      <h3>{t('options_about_log')}</h3>
      <p class="field-hint">{t('options_about_log_hint')}</p>
      {log.length === 0 ? (
        <p>{t('options_about_log_empty')}</p>
      ) : (
        <>
          <details>
            <summary>{t('options_about_log_show', { count: log.length })}</summary>
            <ol class="log" lang="en">
              {log.map((line) => (
                <li key={line.at + line.message}>
                  <time dateTime={line.at}>{line.at}</time> {line.where}
                  <pre>{line.message}</pre>
                </li>
              ))}
            </ol>
          </details>
          <div class="row-actions">
            <button type="button" class="button" onClick={props.onCopyLog}>
              {t('options_about_log_copy')}
            </button>
            <button type="button" class="button" onClick={props.onClearLog}>
              {t('options_about_log_clear')}
            </button>
            <span role="status">
              {props.copied ? t(props.copied.done ? 'copied' : 'copy_refused') : ''}
            </span>
          </div>
        </>
      )}
    </>
  );
}
