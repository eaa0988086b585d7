import { useState } from 'preact/hooks';
import type { Translate } from '@/lib/language/translate';
import type { RefusalFailure } from '@/lib/model/settings';
import { NotThis } from './NotThis';

export interface CardActionsProps {
  t: Translate;
  onOpenProfile(): void;
  /** Keeps the sentence around the mention as a highlight. */
  onKeepSentence(): void;
  /** Stops marking this form, on this site or everywhere. */
  onNotThis(scope: 'site' | 'everywhere'): void;
  /** Why that could not be kept; said beside what was pressed. */
  notThisFailure?: RefusalFailure | undefined;
}

/** What can be done with what a card is of. */
export function CardActions(props: CardActionsProps) {
  const { t } = props;
  const [refusing, setRefusing] = useState(false);
  if (refusing) {
    return (
      <NotThis
        t={t}
        failure={props.notThisFailure}
        onNotThis={props.onNotThis}
        onBack={() => setRefusing(false)}
      />
    );
  }
  return (
    <footer class="card-actions">
      <button type="button" class="button" data-weight="main" onClick={props.onOpenProfile}>
        {t('card_profile')}
      </button>
      <button type="button" class="button" onClick={props.onKeepSentence}>
        {t('card_keep')}
      </button>
      <button type="button" class="button" data-weight="word" onClick={() => setRefusing(true)}>
        {t('card_not_this')}
      </button>
    </footer>
  );
}
