import { Surface } from '@/components/surface/Surface';
import { WhatItIs } from '@/components/text/WhatItIs';
import type { EntityId } from '@/lib/model/entity';
import { CardActions, type CardActionsProps } from './CardActions';
import { CardHead, type CardHeadProps } from './CardHead';
import { CardText, type CardTextProps } from './CardText';
import { Rivals } from './Rivals';

export interface CardProps
  extends CardTextProps,
    CardHeadProps,
    Omit<CardActionsProps, 'onOpenProfile'> {
  /** How the page sets Chinese text, if that is known: the card does the same. */
  chineseStyle?: 'serif' | 'sans-serif' | null;
  onOpenProfile(id: EntityId): void;
  /** The reader chose a rival as what is meant. */
  onChoose(id: EntityId): void;
}

/** What a mark means: names, what it is, where, the facts that matter, and what to do with it. */
export function Card(props: CardProps) {
  const { data, prefs, t, headingId } = props;
  const { entity, rivals } = data;
  return (
    <Surface prefs={prefs} class="card" labelledBy={headingId}>
      <div
        class="card-sheet"
        data-kind={entity.kind}
        data-chinese={props.chineseStyle ?? undefined}
      >
        <CardHead {...props}>
          <span class="kind">{t(`kind_${entity.kind}`)}</span>
          <WhatItIs entity={entity} prefs={prefs} t={t} />
        </CardHead>
        <CardText {...props}>
          {rivals.length > 0 && (
            <Rivals rivals={rivals} prefs={prefs} t={t} onChoose={props.onChoose} />
          )}
        </CardText>
        <CardActions {...props} onOpenProfile={() => props.onOpenProfile(entity.id)} />
      </div>
    </Surface>
  );
}
