import { useCallback, useEffect, useState } from 'preact/hooks';
import { logError } from '@/lib/messages/error-log';
import type { GovGlossDb } from '@/lib/store/db';
import { backupState, postponeReminder } from '@/lib/store/library';

const NOT_DUE = { due: false, newSince: 0 };

/** Whether it is time to remind of a backup; looked up again when the last change is another. */
export function useReminder(db: GovGlossDb | null, sequence: number | null) {
  const [state, setState] = useState(NOT_DUE);
  useEffect(() => {
    if (!db || sequence === null) return;
    backupState(db).then(
      (backup) => setState(backup.ok ? backup.value : NOT_DUE),
      (error) => logError(error, 'looking up the last backup'),
    );
  }, [db, sequence]);
  const later = useCallback(() => {
    setState(NOT_DUE);
    if (db) postponeReminder(db).catch((error) => logError(error, 'postponing'));
  }, [db]);
  return { ...state, later };
}
