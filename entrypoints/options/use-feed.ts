import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { FeedProblem } from '@/components/options/FeedPart';
import { isPublicKey } from '@/lib/dataset/feed';
import { feedFolder } from '@/lib/dataset/update';
import type { Translate } from '@/lib/language/translate';
import { database } from '@/lib/library/database';
import { callBackground } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import {
  readOutcome,
  readProgress,
  type UpdateOutcome,
  type UpdateProgress,
} from '@/lib/messages/notes';
import { type Feed, NO_FEED } from '@/lib/model/settings';
import { readFeed } from '@/lib/store/feed';

async function namedFeed(): Promise<Feed> {
  const db = await database();
  return (db && (await readFeed(db))) ?? NO_FEED;
}

/** The dataset feed as the background notes it, and what can be asked of it. */
export function useFeed(t: Translate) {
  const [feed, setFeed] = useState(NO_FEED);
  const [progress, setProgress] = useState<UpdateProgress>(null);
  const [outcome, setOutcome] = useState<UpdateOutcome | null>(null);
  const [rolledBack, setRolledBack] = useState<string | null>(null);
  useEffect(() => {
    const read = () => {
      const all = Promise.all([readProgress(), readOutcome(), namedFeed()]);
      all.then(
        ([running, ended, named]) => {
          setFeed(named);
          setProgress(running);
          setOutcome(ended);
        },
        (error) => logError(error, 'reading the update'),
      );
    };
    read();
    browser.storage.onChanged.addListener(read);
    return () => browser.storage.onChanged.removeListener(read);
  }, []);
  return {
    feed,
    progress,
    outcome,
    rolledBack,
    async onSave(next: Feed): Promise<FeedProblem | null> {
      const off = next.url === '' && next.publicKey === '';
      if (!off && !feedFolder(next.url)) return 'bad-address';
      if (!off && !isPublicKey(next.publicKey)) return 'bad-key';
      const saved = await callBackground('saveFeed', next);
      if (!saved.ok) return 'not-saved';
      setFeed(next);
      return null;
    },
    onCheck() {
      setRolledBack(null);
      void callBackground('checkFeed', null);
    },
    onCancel: () => void callBackground('cancelCheck', null),
    async onRollBack() {
      const answer = await callBackground('rollBack', null);
      if (!answer.ok) setRolledBack(t('options_feed_roll_back_failed'));
      else if (answer.value === null) setRolledBack(t('options_feed_no_previous'));
      else setRolledBack(t('options_feed_rolled_back', { version: answer.value }));
    },
  };
}
