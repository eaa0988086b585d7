import { Sign } from '@/components/surface/Sign';
import { Surface } from '@/components/surface/Surface';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { HighlightColour } from '@/lib/model/highlight';
import { Swatches } from './Swatches';

export interface SelectionToolbarProps {
  t: Translate;
  prefs: ViewPrefs;
  /** What becomes of what is kept here, in a private window; absent elsewhere. */
  privately?: 'session' | 'refuse' | undefined;
  onKeep(colour: HighlightColour): void;
  /** The reader wants to write a note, which is written elsewhere: pages hear what is typed here. */
  onWrite(): void;
  onClose(): void;
}

/** Beside a selection: one press on a colour keeps it, the pencil opens note and tags. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { t, prefs, privately } = props;
  return (
    <Surface prefs={prefs} class="toolbar" label={t('toolbar_title')}>
      <div class="toolbar-row">
        {privately !== 'refuse' && <Swatches t={t} onChoose={props.onKeep} />}
        {privately !== 'refuse' && (
          <button
            type="button"
            class="sign"
            aria-label={t('toolbar_write')}
            title={t('toolbar_write')}
            onClick={props.onWrite}
          >
            <Sign name="note" />
          </button>
        )}
        {privately === 'refuse' && <p class="toolbar-private">{t('toolbar_private_refuse')}</p>}
        <button
          type="button"
          class="sign toolbar-close"
          aria-label={t('toolbar_close')}
          title={t('toolbar_close')}
          onClick={props.onClose}
        >
          <Sign name="close" />
        </button>
      </div>
      {privately === 'session' && <p class="toolbar-private">{t('toolbar_private_session')}</p>}
    </Surface>
  );
}
