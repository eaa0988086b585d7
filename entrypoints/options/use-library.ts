import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { saveBackup } from '@/lib/extension-page/save-backup';
import { useFresh } from '@/lib/extension-page/use-fresh';
import type { Translate } from '@/lib/language/translate';
import { database } from '@/lib/library/database';
import { openLibrary } from '@/lib/library/open';
import { logError } from '@/lib/messages/error-log';
import { changeSettings } from '@/lib/messages/settings';
import { type BackupState, backupState } from '@/lib/store/library';

interface LibraryFacts {
  backup: BackupState | null;
  persisted: boolean | null;
  estimate: { usage: number; quota: number } | null;
  datasetVersion: string | null;
}

async function readFacts(): Promise<LibraryFacts> {
  const [db, library] = await Promise.all([database(), openLibrary()]);
  const backup = db ? await backupState(db) : null;
  const { usage, quota } = await navigator.storage.estimate();
  return {
    backup: backup?.ok ? backup.value : null,
    persisted: await navigator.storage.persisted(),
    estimate: usage !== undefined && quota !== undefined ? { usage, quota } : null,
    datasetVersion: library?.source.version ?? null,
  };
}

/** Nothing is known when the store does not open. */
async function readFactsOrNone(): Promise<LibraryFacts> {
  try {
    return await readFacts();
  } catch (error) {
    logError(error, 'reading what is kept');
    return NONE;
  }
}

/** How many highlights there are, how safely they are kept, and what can be done about it. */
export function useLibraryFacts(t: Translate) {
  const [facts, again] = useFresh(readFactsOrNone);
  const [outcome, setOutcome] = useState<string | null>(null);
  const { backup, persisted, estimate, datasetVersion } = facts ?? NONE;
  return {
    wait: facts ? null : ('loading' as const),
    datasetWait:
      datasetVersion !== null ? null : facts ? ('failed' as const) : ('loading' as const),
    count: backup?.count ?? null,
    lastBackup: backup?.lastBackup ?? null,
    newSince: backup?.newSince ?? 0,
    persisted,
    estimate,
    datasetVersion,
    outcome,
    onRetry: () => location.reload(),
    async onPersist() {
      const granted = await navigator.storage.persist();
      setOutcome(granted ? null : t('options_library_not_granted'));
      again();
    },
    async onSchedule(backupEveryDays: number) {
      // In the click itself: the browser asks the reader only then.
      const granted =
        backupEveryDays === 0 ||
        (await browser.permissions.request({ permissions: ['downloads'] }));
      if (!granted) return setOutcome(t('options_library_no_downloads'));
      try {
        await changeSettings({ backupEveryDays });
        setOutcome(null);
      } catch (error) {
        logError(error, 'saving the schedule');
        setOutcome(t('options_not_saved'));
      }
    },
    async onBackup() {
      const db = await database();
      const saved = db ? await saveBackup(db) : false;
      setOutcome(t(saved ? 'options_library_saved' : 'notice_store_unavailable'));
      again();
    },
  };
}

const NONE: LibraryFacts = {
  backup: null,
  persisted: null,
  estimate: null,
  datasetVersion: null,
};
