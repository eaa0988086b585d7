import { snake, type Translate } from '@/lib/language/translate';
import type { LeftOut, Refusal } from '@/lib/model/import-report';
import type { Feed } from '@/lib/model/settings';
import { RadioLines } from './RadioLines';

/** What becomes of a highlight that was changed both here and in the file. */
export const CONFLICT_CHOICES = ['newer', 'mine', 'theirs'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

/** These are whole, and quote nothing that could be kept: nothing is wrong with the file. */
const PASSAGELESS: readonly Refusal[] = ['whole-page', 'reply', 'bookmark', 'unattached-note'];

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
    unreadable: readonly { where: string }[];
    /** Entries that cannot become highlights: which, and why not. */
    malformed: readonly { where: string; why: Refusal }[];
    /** Parts of entries that are not taken over with them. */
    leftOut: readonly { where: string; what: LeftOut }[];
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
  const broken = malformed.filter(({ why }) => !PASSAGELESS.includes(why));
  const passageless = malformed.filter(({ why }) => PASSAGELESS.includes(why));
  const blocked = broken.length > 0 && !preview.skipMalformed;
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
          <Places entries={unreadable} />
        </details>
      )}
      {(preview.leftOut.length > 0 || passageless.length > 0) && (
        <details class="notice">
          <summary>{t('import_left_out', { count: leftOutEntries(preview) })}</summary>
          <Reasons
            groups={groupsOf(passageless, ({ why }) => t(`import_why_${snake(why)}`))}
            t={t}
          />
          <Reasons
            groups={groupsOf(preview.leftOut, ({ what }) => t(`import_without_${what}`))}
            t={t}
          />
        </details>
      )}
      {broken.length > 0 && (
        <div class="notice" data-tone="bad">
          <details>
            <summary>{t('import_malformed', { count: broken.length })}</summary>
            <Reasons groups={groupsOf(broken, ({ why }) => t(`import_why_${snake(why)}`))} t={t} />
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

/** Places named of each reason: a file may have thousands. */
const NAMED = 12;

/** Entries by what is said of them, in the order in which each is first said. */
function groupsOf<T extends { where: string }>(
  entries: readonly T[],
  say: (entry: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) groups.set(say(entry), [...(groups.get(say(entry)) ?? []), entry]);
  return groups;
}

function leftOutEntries({ leftOut, malformed }: ImportPreviewProps['preview']): number {
  const passageless = malformed.filter(({ why }) => PASSAGELESS.includes(why));
  return new Set([...leftOut, ...passageless].map(({ where }) => where)).size;
}

interface ReasonsProps {
  groups: Map<string, readonly { where: string }[]>;
  t: Translate;
}

function Reasons({ groups, t }: ReasonsProps) {
  if (groups.size === 0) return null;
  return (
    <ul>
      {[...groups].map(([said, entries]) => (
        <li key={said}>
          {t('import_reason', { reason: said, count: entries.length })}
          <Places entries={entries} />
        </li>
      ))}
    </ul>
  );
}

/** Which entries of the file, by their number there. */
function Places({ entries }: { entries: readonly { where: string }[] }) {
  const named = entries.slice(0, NAMED).map(({ where }) => where);
  return (
    <p class="field-hint import-places">
      {[...named, ...(entries.length > NAMED ? ['…'] : [])].join(' · ')}
    </p>
  );
}
