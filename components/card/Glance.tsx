import { Surface } from '@/components/surface/Surface';
import { formatDate } from '@/components/text/dates';
import { chineseName, isTranslated, langFor, nameFor, textFor } from '@/components/text/names';
import { WhatItIs } from '@/components/text/WhatItIs';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Fact } from '@/lib/model/entity';
import type { CardData } from '@/lib/model/views';
import { newestFigure } from './choose-facts';
import { NumberedLine } from './NumberedLine';

export interface GlanceProps {
  data: CardData;
  prefs: ViewPrefs;
  t: Translate;
  /** Id of the heading, which names the dialog. */
  headingId: string;
  /** How the page sets Chinese text, if that is known: the glance does the same. */
  chineseStyle?: 'serif' | 'sans-serif' | null;
}

/** The card before it is asked for: name, what it is, the newest figure or else one sentence. */
export function Glance(props: GlanceProps) {
  const { data, prefs, t, headingId } = props;
  const { entity, division } = data;
  const figure = newestFigure(entity);
  const translated = isTranslated(prefs);
  return (
    <Surface prefs={prefs} class="card glance" labelledBy={headingId}>
      <div
        class="glance-sheet"
        data-kind={entity.kind}
        data-chinese={props.chineseStyle ?? undefined}
      >
        <div class="glance-title">
          <h2 id={headingId} class="card-name" lang={langFor(prefs)}>
            {nameFor(entity.names, prefs)}
          </h2>
          {translated && <span lang={prefs.script}>{chineseName(entity.names, prefs)}</span>}
          {!translated && prefs.pinyin && entity.kind !== 'policy' && (
            <span class="pinyin" lang="zh-Latn">
              {entity.names.pinyin}
            </span>
          )}
        </div>
        <p class="card-kicker">
          <span class="kind">{t(`kind_${entity.kind}`)}</span>
          <WhatItIs entity={entity} prefs={prefs} t={t} />
          {entity.kind !== 'division' && division.id !== 'CN' && (
            <span lang={langFor(prefs)}>{nameFor(division.names, prefs)}</span>
          )}
        </p>
        {data.numbered ? (
          <NumberedLine document={data.numbered} prefs={prefs} t={t} />
        ) : (
          <p class="glance-line">
            {figure && !textFor(figure, prefs).includes(yearOf(figure)) && (
              <time dateTime={figure.asOf}>{formatDate(figure.asOf, prefs.language, 'month')}</time>
            )}
            <Words of={figure ?? entity.summary} prefs={prefs} />
          </p>
        )}
      </div>
    </Surface>
  );
}

/** Most texts say themselves when it was. */
function yearOf({ asOf }: Fact): string {
  return asOf.slice(0, 4);
}
