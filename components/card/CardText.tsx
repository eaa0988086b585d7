import type { ComponentChildren } from 'preact';
import { Locator } from '@/components/locator/Locator';
import { FactLine } from '@/components/text/FactLine';
import { chineseName, isTranslated, langFor, nameFor } from '@/components/text/names';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { CardData } from '@/lib/model/views';
import { chooseFacts } from './choose-facts';
import { NumberedLine } from './NumberedLine';
import { ThenNowLine } from './ThenNowLine';
import { thenAndNow } from './then-now';

export interface CardTextProps {
  data: CardData;
  /** The text around the mention: what it says may have changed since. */
  passage?: string | undefined;
  prefs: ViewPrefs;
  t: Translate;
  /** Id of the heading, which names the dialog. */
  headingId: string;
}

/** What a card says: names, what it is, where, the facts that matter. */
export function CardText(props: CardTextProps & { children?: ComponentChildren }) {
  const { data, prefs, t, headingId } = props;
  const { entity, division } = data;
  // In entries of one's own one Latin name stands for both.
  const { pinyin, en } = entity.names;
  const facts = chooseFacts(entity);
  const changes = thenAndNow(props.passage ?? '', entity.metrics);
  const translated = isTranslated(prefs);
  return (
    <div class="card-body">
      <div class="card-title">
        <div>
          <h2 id={headingId} class="card-name" lang={langFor(prefs)}>
            {nameFor(entity.names, prefs)}
          </h2>
          <p class="card-forms">
            {translated && <span lang={prefs.script}>{chineseName(entity.names, prefs)}</span>}
            {prefs.pinyin && entity.kind !== 'policy' && pinyin !== en && (
              <span class="pinyin" lang="zh-Latn">
                {pinyin}
              </span>
            )}
            {!translated && <span lang="en">{en}</span>}
          </p>
        </div>
        {entity.kind !== 'division' && division.id !== 'CN' && (
          <p class="card-place">
            <Locator here={division.id} />
            <span lang={langFor(prefs)}>{nameFor(division.names, prefs)}</span>
            {entity.kind === 'concept' && entity.divisions.length > 1 && (
              <span>{t('card_place_more', { count: entity.divisions.length - 1 })}</span>
            )}
          </p>
        )}
        {entity.kind === 'division' && entity.id !== 'CN' && (
          <p class="card-place">
            <Locator here={entity.id} />
          </p>
        )}
      </div>
      {data.numbered && <NumberedLine document={data.numbered} prefs={prefs} t={t} />}
      <p class="card-summary">
        <Words of={entity.summary} prefs={prefs} />
      </p>
      {changes.length > 0 && (
        <ul class="card-changes" aria-label={t('card_changes')}>
          {changes.map((change) => (
            <ThenNowLine
              key={change.former.label.zh}
              change={change}
              sources={data.sources}
              prefs={prefs}
              t={t}
            />
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <ul class="card-facts">
          {facts.map((fact) => (
            <FactLine
              key={fact.zh}
              fact={fact}
              sources={data.sources}
              mostSources={1}
              prefs={prefs}
              t={t}
            />
          ))}
        </ul>
      )}
      {props.children}
    </div>
  );
}
