import { useState } from 'preact/hooks';
import { formatDate } from '@/components/text/dates';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import type { Feed } from '@/lib/model/settings';
import type { UpdateEnding } from '@/lib/model/update-ending';

/** Why a feed was not taken: it cannot be as typed, or the browser did not keep it. */
export type FeedProblem = Extract<UpdateEnding, 'bad-address' | 'bad-key'> | 'not-saved';

export interface FeedPartProps {
  t: Translate;
  prefs: ViewPrefs;
  feed: Feed;
  /** A check that runs: files done, of how many; null when none runs. */
  progress: { done: number; total: number } | null;
  /** How the last check ended, and when (ISO 8601). */
  outcome: { at: string; result: UpdateEnding } | null;
  /** What came of going back to the dataset before; null when it was not asked for. */
  rolledBack: string | null;
  /** Keeps the feed, or says what is wrong with it. */
  onSave(feed: Feed): Promise<FeedProblem | null>;
  onCheck(): void;
  onCancel(): void;
  onRollBack(): void;
}

/** Where updates of the dataset come from: off until the reader names a feed and its key. */
export function FeedPart(props: FeedPartProps) {
  const { t, prefs, feed, progress, outcome } = props;
  const on = feed.url !== '';
  return (
    <>
      <h3>{t('options_feed')}</h3>
      <p>{t(on ? 'options_feed_on' : 'options_feed_off')}</p>
      <FeedForm key={feed.url + feed.publicKey} t={t} feed={feed} onSave={props.onSave} />
      <div class="row-actions">
        {progress ? (
          <button type="button" class="button" onClick={props.onCancel}>
            {t('cancel')}
          </button>
        ) : (
          <button type="button" class="button" disabled={!on} onClick={props.onCheck}>
            {t('options_feed_check')}
          </button>
        )}
        <button type="button" class="button" data-weight="word" onClick={props.onRollBack}>
          {t('options_feed_roll_back')}
        </button>
      </div>
      {progress && (
        <progress
          class="progress"
          aria-label={t('options_feed_checking')}
          value={progress.done}
          max={Math.max(1, progress.total)}
        />
      )}
      <div role="status">
        {props.rolledBack ??
          (outcome && !progress && (
            <p>
              {formatDate(outcome.at.slice(0, 10), prefs.language)}:{' '}
              {t(`update_${snake(outcome.result)}`)}
            </p>
          ))}
      </div>
    </>
  );
}

/** Address and key. What is wrong is said under the field, and nothing typed is lost. */
function FeedForm({ t, feed, onSave }: Pick<FeedPartProps, 't' | 'feed' | 'onSave'>) {
  const [url, setUrl] = useState(feed.url);
  const [publicKey, setPublicKey] = useState(feed.publicKey);
  const [problem, setProblem] = useState<FeedProblem | null>(null);
  const save = (next: Feed) => void onSave(next).then(setProblem);
  const changed = url.trim() !== feed.url || publicKey.trim() !== feed.publicKey;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        save({ url: url.trim(), publicKey: publicKey.trim() });
      }}
    >
      <label class="field">
        <span>{t('options_feed_url')}</span>
        <input
          type="url"
          inputMode="url"
          placeholder="https://"
          value={url}
          aria-invalid={problem === 'bad-address'}
          aria-describedby={problem === 'bad-address' ? 'feed-problem' : undefined}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t('options_feed_key')}</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={publicKey}
          aria-invalid={problem === 'bad-key'}
          aria-describedby={problem === 'bad-key' ? 'feed-problem' : undefined}
          onInput={(event) => setPublicKey(event.currentTarget.value)}
        />
      </label>
      {problem && (
        <p id="feed-problem" class="field-error" role="alert">
          {t(`update_${snake(problem)}`)}
        </p>
      )}
      <div class="row-actions">
        <button type="submit" class="button" data-weight="main" disabled={!changed}>
          {t('save')}
        </button>
        {feed.url !== '' && (
          <button type="button" class="button" onClick={() => save({ url: '', publicKey: '' })}>
            {t('options_feed_turn_off')}
          </button>
        )}
      </div>
    </form>
  );
}
