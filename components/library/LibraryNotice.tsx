import type { Translate } from '@/lib/language/translate';

interface LibraryNoticeProps {
  t: Translate;
  /** What failed, in a sentence; null when nothing did. */
  problem: string | null;
  /** A highlight was deleted and can be put back. */
  canUndo: boolean;
  /** Highlights in no backup, once there are enough to say so; 0 otherwise. */
  unsaved: number;
  onUndo(): void;
  onBackup(): void;
  onLater(): void;
}

/** The line above the list: what failed, what can be taken back, or a quiet reminder. */
export function LibraryNotice({ t, problem, canUndo, unsaved, ...on }: LibraryNoticeProps) {
  return (
    <div role="status" class="library-notices">
      {problem && (
        <div class="notice" data-tone="bad">
          <p>{problem}</p>
        </div>
      )}
      {canUndo && (
        <div class="notice">
          <p>{t('library_deleted')}</p>
          <button type="button" class="button" onClick={on.onUndo}>
            {t('undo')}
          </button>
        </div>
      )}
      {unsaved > 0 && (
        <div class="notice">
          <p>{t('library_reminder', { count: unsaved })}</p>
          <button type="button" class="button" onClick={on.onBackup}>
            {t('options_library_backup')}
          </button>
          <button type="button" class="button" data-weight="word" onClick={on.onLater}>
            {t('library_later')}
          </button>
        </div>
      )}
    </div>
  );
}
