import type { Translate } from '@/lib/language/translate';

/** Why a view has nothing to show: it is still being read, or could not be. */
export type Wait = 'loading' | 'failed';

interface WaitLineProps {
  /** Null once there is something to show. */
  wait: Wait | null;
  t: Translate;
  /** Reads anew after a failure. */
  onRetry(): void;
}

/**
 * The quiet line of a view that waits. It is always in the tree, so that a screen reader hears what
 * comes into it, and shows only after a moment (wait.css): whoever has everything ready sees none.
 */
export function WaitLine({ wait, t, onRetry }: WaitLineProps) {
  return (
    <div class="wait" data-wait={wait ?? undefined}>
      <div role="status">
        {wait === 'loading' && <p class="late">{t('wait_loading')}</p>}
        {wait === 'failed' && <p>{t('wait_failed')}</p>}
      </div>
      {wait === 'failed' && (
        <button type="button" class="button" onClick={onRetry}>
          {t('wait_retry')}
        </button>
      )}
    </div>
  );
}
