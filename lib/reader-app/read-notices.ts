import type { Notice } from '@/components/reader/Reader';
import type { Library } from '@/lib/library/library';
import { openProblem } from '@/lib/library/open-problem';
import { logError } from '@/lib/messages/error-log';
import { readDatasetProblem, readLibraryNews } from '@/lib/messages/notes';
import { backupState } from '@/lib/store/library';

async function ofDataset(): Promise<Notice[]> {
  return (await readDatasetProblem()) === null ? [] : ['dataset-kept'];
}

async function ofLibrary(): Promise<Notice[]> {
  const news = await readLibraryNews();
  return news ? [news.lost > 0 ? 'library-lost' : 'library-restored'] : [];
}

async function ofStore({ db }: Library): Promise<Notice[]> {
  if (!db) return [await openProblem()];
  const backup = await backupState(db);
  return backup.ok && backup.value.due ? ['backup-due'] : [];
}

/** What is to be said of data and store, most urgent first. */
export async function readNotices(library: Library): Promise<Notice[]> {
  const asked = [ofLibrary(), ofDataset(), ofStore(library)];
  const answers = await Promise.allSettled(asked);
  return answers.flatMap((answer) => {
    if (answer.status === 'fulfilled') return answer.value;
    logError(answer.reason, 'reading what is to be said');
    return [];
  });
}
