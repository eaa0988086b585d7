import { Surface } from '@/components/surface/Surface';
import { WhatItIs } from '@/components/text/WhatItIs';
import { CardText, type CardTextProps } from './CardText';

/** What the reader wrote of an entry, in the frame that is in its card. */
export function EntryText(props: Omit<CardTextProps, 'headingId'>) {
  const { data, prefs, t } = props;
  return (
    <Surface prefs={prefs} class="card entry">
      <div class="card-sheet" data-kind={data.entity.kind}>
        <p class="card-kicker">
          <WhatItIs entity={data.entity} prefs={prefs} t={t} />
        </p>
        <CardText {...props} headingId="name" />
      </div>
    </Surface>
  );
}
