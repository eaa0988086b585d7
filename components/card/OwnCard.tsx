import { Surface } from '@/components/surface/Surface';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { EntityId } from '@/lib/model/entity';
import type { HiddenCard } from '@/lib/model/views';
import { CardActions, type CardActionsProps } from './CardActions';
import { CardHead, type CardHeadProps } from './CardHead';
import { Rivals } from './Rivals';

interface OwnCardProps extends CardHeadProps, Omit<CardActionsProps, 'onOpenProfile'> {
  data: HiddenCard;
  /** False: a glance at it. */
  full: boolean;
  prefs: ViewPrefs;
  headingId: string;
  /** The page of ours that shows the entry. */
  frame: string;
  onFrame(frame: HTMLIFrameElement): void;
  onOpenProfile(id: EntityId): void;
  onChoose(id: EntityId): void;
}

/** Before the frame has said how high it is, in px. */
const FIRST_HEIGHT_PX = 90;

/**
 * The card of an entry that the reader wrote. The page around it may look into it: what the reader wrote is
 * in a frame of ours, which stays the same when the glance grows.
 */
export function OwnCard(props: OwnCardProps) {
  const { data, full, prefs, t, headingId } = props;
  const { entity, rivals } = data;
  return (
    <Surface prefs={prefs} class={full ? 'card' : 'card glance'} labelledBy={headingId}>
      <div class="card-sheet own-card" data-kind={entity.kind}>
        {full && (
          <CardHead {...props}>
            <span class="kind">{t(`kind_${entity.kind}`)}</span>
          </CardHead>
        )}
        <h2 id={headingId} class="own-card-title">
          {t('card_own_entry')}
        </h2>
        <div class="own-card-entry">
          <iframe
            key={data.token}
            title={t('card_own_entry')}
            src={props.frame}
            height={FIRST_HEIGHT_PX}
            onLoad={({ currentTarget }) => props.onFrame(currentTarget)}
          />
          {full && rivals.length > 0 && (
            <Rivals rivals={rivals} prefs={prefs} t={t} onChoose={props.onChoose} />
          )}
        </div>
        {full && <CardActions {...props} onOpenProfile={() => props.onOpenProfile(entity.id)} />}
      </div>
    </Surface>
  );
}
