import type { ComponentChildren } from 'preact';
import { type Wait, WaitLine } from '@/components/wait/WaitLine';
import type { Translate } from '@/lib/language/translate';

export interface DataSectionProps {
  t: Translate;
  /** Null when there is none. */
  version: string | null;
  /** Why it is not known which. */
  wait: Wait | null;
  /** Why the newest dataset is not the one in use, as the parser said it; null when it is. */
  problem: string | null;
  onRetry(): void;
  /** Further parts: where updates come from, the reader's own entries. */
  children?: ComponentChildren;
}

/** Which dataset explains the pages, and whether something is wrong with it. */
export function DataSection({ t, version, wait, problem, onRetry, children }: DataSectionProps) {
  return (
    <>
      {version !== null && <p>{t('reader_dataset', { version })}</p>}
      <WaitLine wait={wait} t={t} onRetry={onRetry} />
      {problem && (
        <div class="notice" data-tone="bad">
          <p>{t('notice_dataset_kept')}</p>
          <details>
            <summary>{t('options_data_problem')}</summary>
            <pre lang="en">{problem}</pre>
          </details>
        </div>
      )}
      {children}
    </>
  );
}
