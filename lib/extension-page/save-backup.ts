import { datedName, readBackup } from '@/lib/library/backup';
import type { GovGlossDb } from '@/lib/store/db';
import { noteBackup } from '@/lib/store/library';
import { saveFile } from './save-file';

/** Hands a full backup to the browser as a file and notes that; false when it cannot be read. */
export async function saveBackup(db: GovGlossDb): Promise<boolean> {
  const now = new Date();
  const backup = await readBackup(db);
  if (!backup.ok) return false;
  saveFile(datedName('backup', 'json', now), backup.value.text, 'application/json');
  return (await noteBackup(db, backup.value.mark, now)).ok;
}
