import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { FeedProblem } from '@/components/options/FeedPart';
import { isPublicKey } from '@/lib/dataset/feed';
import { feedFolder } from '@/lib/dataset/update';
import type { Translate } from '@/lib/language/translate';
import { callBackground } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import {
  readOutcome,
  readProgress,
  type UpdateOutcome,
  type UpdateProgress,
} from '@/lib/messages/notes';
import { changeSettings } from '@/lib/messages/settings';
import type { Settings } from '@/lib/model/settings';

/** The dataset feed as the background notes it, and what can be asked of it. */
export function useFeed(t: Translate) {
  const [progress, setProgress] = useState<UpdateProgress>(null);
  const [outcome, setOutcome] = useState<UpdateOutcome | null>(null);
  const [rolledBack, setRolledBack] = useState<string | null>(null);
  useEffect(() => {
    const read = () => {
      const all = Promise.all([readProgress(), readOutcome()]);
      all.then(
        ([running, ended]) => {
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
    progress,
    outcome,
    rolledBack,
    async onSave(feed: Settings['feed']): Promise<FeedProblem | null> {
      const off = feed.url === '' && feed.publicKey === '';
      if (!off && !feedFolder(feed.url)) return 'bad-address';
      if (!off && !isPublicKey(feed.publicKey)) return 'bad-key';
      try {
        await changeSettings({ feed });
        return null;
      } catch (error) {
        logError(error, 'saving the feed');
        return 'not-saved';
      }
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
