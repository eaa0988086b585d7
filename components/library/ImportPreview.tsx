import type { Translate } from '@/lib/language/translate';
import type { Feed } from '@/lib/model/settings';
import { RadioLines } from './RadioLines';

/** What becomes of a highlight that was changed both here and in the file. */
export const CONFLICT_CHOICES = ['newer', 'mine', 'theirs'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

export interface ImportPreviewProps {
  t: Translate;
  preview: {
    file: string;
    /** Records by what would become of them. */
    added: number;
    changed: number;
    conflicting: number;
    same: number;
    /** Rows only a later version can read. */
    unreadable: readonly { where: string; why: string }[];
    /** Entries that cannot be read: which, and what is wrong. */
    malformed: { where: string; why: string }[];
    /** The file is a backup that holds settings too. */
    settings: boolean;
    /** The feed the backup names, where it is another than the one here. */
    feed: Feed | null;
    /** What the reader has chosen so far. */
    conflict: ConflictChoice;
    skipMalformed: boolean;
    takeSettings: boolean;
    takeFeed: boolean;
  };
  onConflict(choice: ConflictChoice): void;
  onSkipMalformed(skip: boolean): void;
  onTakeSettings(take: boolean): void;
  onTakeFeed(take: boolean): void;
  onImport(): void;
}

/** What a file would change, and what must be decided first. */
export function ImportPreview({ t, preview, ...on }: ImportPreviewProps) {
  const { added, changed, conflicting, same, malformed, unreadable } = preview;
  const readable = added + changed + conflicting + same + unreadable.length;
  const blocked = malformed.length > 0 && !preview.skipMalformed;
  return (
    <>
      <p>{preview.file}</p>
      <dl class="figures">
        {(['added', 'changed', 'conflicting', 'same'] as const).map((each) => (
          <div key={each}>
            <dt>{t(`import_${each}`)}</dt>
            <dd>{preview[each]}</dd>
          </div>
        ))}
      </dl>
      {conflicting > 0 && (
        <RadioLines
          label={t('import_conflict', { count: conflicting })}
          value={preview.conflict}
          options={CONFLICT_CHOICES.map((value) => ({
            value,
            label: t(`import_conflict_${value}`),
          }))}
          onChange={on.onConflict}
        />
      )}
      {unreadable.length > 0 && (
        <details class="notice">
          <summary>{t('import_as_they_are', { count: unreadable.length })}</summary>
          <Entries entries={unreadable} />
        </details>
      )}
      {malformed.length > 0 && (
        <div class="notice" data-tone="bad">
          <details>
            <summary>{t('import_malformed', { count: malformed.length })}</summary>
            <Entries entries={malformed} />
          </details>
          {readable > 0 && (
            <label class="tick">
              <input
                type="checkbox"
                checked={preview.skipMalformed}
                onChange={(event) => on.onSkipMalformed(event.currentTarget.checked)}
              />
              <span>{t('import_skip')}</span>
            </label>
          )}
        </div>
      )}
      {preview.settings && (
        <label class="tick">
          <input
            type="checkbox"
            checked={preview.takeSettings}
            onChange={(event) => on.onTakeSettings(event.currentTarget.checked)}
          />
          <span>{t('import_settings')}</span>
        </label>
      )}
      {preview.feed && (
        <div class="notice" data-tone="bad">
          <p>{t('import_feed')}</p>
          <p>
            <code>{preview.feed.url}</code> · <code>{preview.feed.publicKey}</code>
          </p>
          <label class="tick">
            <input
              type="checkbox"
              checked={preview.takeFeed}
              onChange={(event) => on.onTakeFeed(event.currentTarget.checked)}
            />
            <span>{t('import_feed_take')}</span>
          </label>
        </div>
      )}
      <button
        type="button"
        class="button"
        data-weight="main"
        disabled={blocked || (readable === 0 && !preview.settings && !preview.feed)}
        onClick={on.onImport}
      >
        {t('import_go')}
      </button>
    </>
  );
}

function Entries({ entries }: { entries: readonly { where: string; why: string }[] }) {
  return (
    <ul>
      {entries.map(({ where, why }) => (
        <li key={where}>
          {where}: <span lang="en">{why}</span>
        </li>
      ))}
    </ul>
  );
}
