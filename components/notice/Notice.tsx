import { Sign } from '@/components/surface/Sign';
import { Surface } from '@/components/surface/Surface';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';

export interface NoticeProps {
  text: string;
  /** What can be done about it: undo, copy. */
  action?: { label: string; onClick(): void } | undefined;
  t: Translate;
  prefs: ViewPrefs;
  onClose(): void;
}

/** One sentence at the foot of the window, with at most one thing to do. */
export function Notice({ text, action, t, prefs, onClose }: NoticeProps) {
  return (
    <Surface prefs={prefs} class="notice">
      <p role="status">{text}</p>
      {action && (
        <button type="button" class="button" onClick={action.onClick}>
          {action.label}
        </button>
      )}
      <button
        type="button"
        class="sign"
        aria-label={t('toolbar_close')}
        title={t('toolbar_close')}
        onClick={onClose}
      >
        <Sign name="close" />
      </button>
    </Surface>
  );
}
