import { useEffect, useState } from 'preact/hooks';
import type { Notice } from '@/components/reader/Reader';
import type { Library } from '@/lib/library/library';
import { openProblem } from '@/lib/library/open-problem';
import { logError } from '@/lib/messages/error-log';

/**
 * What is to be said of data and store; `library` is undefined while it is being opened. The code
 * comes after the first picture, which need not wait for it.
 */
export function useNotices(library: Library | null | undefined): Notice[] {
  const [said, setSaid] = useState<Notice[]>([]);
  useEffect(() => {
    void import('@/lib/messages/notes')
      .then(async ({ readDatasetProblem, readLibraryNews }) => {
        const [problem, news] = [await readDatasetProblem(), await readLibraryNews()];
        setSaid([
          ...(problem !== null ? (['dataset-kept'] as const) : []),
          ...(news ? ([news.lost > 0 ? 'library-lost' : 'library-restored'] as const) : []),
        ]);
      })
      .catch((error) => logError(error, 'reading what is to be said'));
  }, []);
  const [backupDue, setBackupDue] = useState(false);
  const db = library?.db;
  useEffect(() => {
    if (!db) return;
    void import('@/lib/store/library')
      .then(({ backupState }) => backupState(db))
      .then((backup) => setBackupDue(backup.ok && backup.value.due))
      .catch((error) => logError(error, 'looking up the last backup'));
  }, [db]);
  if (!library) return [];
  return [
    ...said,
    ...(library.db === null ? ([openProblem()] as const) : []),
    ...(backupDue ? (['backup-due'] as const) : []),
  ];
}
