import type { ComponentChildren } from 'preact';
import { Sign } from '@/components/surface/Sign';
import type { Translate } from '@/lib/language/translate';

export interface CardHeadProps {
  t: Translate;
  pinned: boolean;
  onPin(): void;
  /** Moves the pinned card on, or as an arrow key says; absent where it cannot be moved. */
  onMove?: ((key: string | null) => void) | undefined;
  onClose(): void;
}

/** The first line of a card: what it is of, and what is done with the card itself. */
export function CardHead(props: CardHeadProps & { children: ComponentChildren }) {
  const { t, pinned, onMove } = props;
  return (
    <header class="card-head">
      <p class="card-kicker">{props.children}</p>
      {pinned && onMove && (
        <button
          type="button"
          class="sign"
          aria-label={t('card_move')}
          title={t('card_move')}
          onClick={() => onMove(null)}
          onKeyDown={(event) => {
            if (!event.key.startsWith('Arrow')) return;
            event.preventDefault();
            onMove(event.key);
          }}
        >
          <Sign name="move" />
        </button>
      )}
      <button
        type="button"
        class="sign"
        aria-pressed={pinned}
        aria-label={t('card_pin')}
        title={t('card_pin')}
        onClick={props.onPin}
      >
        <Sign name="pin" />
      </button>
      <button
        type="button"
        class="sign"
        aria-label={t('card_close')}
        title={t('card_close')}
        onClick={props.onClose}
      >
        <Sign name="close" />
      </button>
    </header>
  );
}
