import { useCallback, useEffect, useState } from 'preact/hooks';
import { logError } from '@/lib/messages/error-log';
import type { GovGlossDb } from '@/lib/store/db';
import { backupState, postponeReminder } from '@/lib/store/library';

const NOT_DUE = { due: false, newSince: 0 };

/** Whether it is time to remind of a backup; looked up again after each of the `changes`. */
export function useReminder(db: GovGlossDb | null, changes: number) {
  const [state, setState] = useState(NOT_DUE);
  useEffect(() => {
    if (!db || changes === 0) return;
    backupState(db).then(
      (backup) => setState(backup.ok ? backup.value : NOT_DUE),
      (error) => logError(error, 'looking up the last backup'),
    );
  }, [db, changes]);
  const later = useCallback(() => {
    setState(NOT_DUE);
    if (db) postponeReminder(db).catch((error) => logError(error, 'postponing'));
  }, [db]);
  return { ...state, later };
}
