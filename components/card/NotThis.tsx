import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '@/lib/language/translate';
import type { RefusalFailure } from '@/lib/model/settings';

interface NotThisProps {
  t: Translate;
  /** Why the last try was in vain. */
  failure: RefusalFailure | undefined;
  onNotThis(scope: 'site' | 'everywhere'): void;
  onBack(): void;
}

/** The second step of 'not this': where the form shall no longer be marked. Takes the focus. */
export function NotThis({ t, failure, onNotThis, onBack }: NotThisProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <footer class="card-actions">
      <span class="card-question">{t('card_not_this_where')}</span>
      <button ref={first} type="button" class="button" onClick={() => onNotThis('site')}>
        {t('card_not_this_site')}
      </button>
      <button type="button" class="button" onClick={() => onNotThis('everywhere')}>
        {t('card_not_this_everywhere')}
      </button>
      <button type="button" class="button" data-weight="word" onClick={onBack}>
        {t('card_back')}
      </button>
      {/* There from the start: a region that comes with its text is not read out everywhere. */}
      <p class="card-failure" role="alert">
        {failure ? t(`card_not_this_${failure}`) : ''}
      </p>
    </footer>
  );
}
