import type { Translate } from '@/lib/language/translate';

interface LibraryNoticeProps {
  t: Translate;
  /** What failed, in a sentence; null when nothing did. */
  problem: string | null;
  /** What became of highlights in the store, until the reader has seen it. */
  news: { restored: number; lost: number } | null;
  /** Rows of the store that this version cannot read. */
  unreadable: number;
  /** A highlight was deleted and can be put back. */
  canUndo: boolean;
  /** Changes in no backup, once there are enough to say so; 0 otherwise. */
  unsaved: number;
  onNewsSeen(): void;
  onUndo(): void;
  onBackup(): void;
  onLater(): void;
}

/** The lines above the list: what failed, what cannot be shown or can be taken back, a reminder. */
export function LibraryNotice({
  t,
  problem,
  news,
  unreadable,
  canUndo,
  unsaved,
  ...on
}: LibraryNoticeProps) {
  return (
    <div role="status" class="library-notices">
      {problem && (
        <div class="notice" data-tone="bad">
          <p>{problem}</p>
        </div>
      )}
      {news && (
        <div class="notice" {...(news.lost > 0 && { 'data-tone': 'bad' })}>
          {news.restored > 0 && <p>{t('library_restored', { count: news.restored })}</p>}
          {news.lost > 0 && <p>{t('library_lost', { count: news.lost })}</p>}
          <button type="button" class="button" onClick={on.onNewsSeen}>
            {t('library_news_seen')}
          </button>
        </div>
      )}
      {unreadable > 0 && (
        <div class="notice">
          <p>{t('library_unreadable', { count: unreadable })}</p>
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
