import { useEffect, useState } from 'preact/hooks';
import type { Notice } from '@/components/reader/Reader';
import type { Library } from '@/entrypoints/extension-page/library';
import { readDatasetProblem } from '@/lib/messages/notes';
import { backupState } from '@/lib/store/library';

/** What is to be said of data and store; `library` is undefined while it is being opened. */
export function useNotices(library: Library | null | undefined): Notice[] {
  const [problem, setProblem] = useState(false);
  useEffect(() => {
    void readDatasetProblem().then((detail) => setProblem(detail !== null));
  }, []);
  const [backupDue, setBackupDue] = useState(false);
  const db = library?.db;
  useEffect(() => {
    if (db) void backupState(db).then((backup) => setBackupDue(backup.ok && backup.value.due));
  }, [db]);
  if (!library) return [];
  return [
    ...(problem ? (['dataset-kept'] as const) : []),
    ...(library.db === null ? (['store-unavailable'] as const) : []),
    ...(backupDue ? (['backup-due'] as const) : []),
  ];
}
