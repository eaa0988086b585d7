import { useState } from 'preact/hooks';
import { Locator } from '@/components/locator/Locator';
import { Sign } from '@/components/surface/Sign';
import { Surface } from '@/components/surface/Surface';
import { FactLine } from '@/components/text/FactLine';
import { chineseName, isTranslated, langFor, nameFor } from '@/components/text/names';
import { WhatItIs } from '@/components/text/WhatItIs';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { RefusalFailure } from '@/lib/model/settings';
import type { CardData } from '@/lib/model/views';
import { chooseFacts } from './choose-facts';
import { NotThis } from './NotThis';
import { NumberedLine } from './NumberedLine';
import { Rivals } from './Rivals';
import { ThenNowLine } from './ThenNowLine';
import { thenAndNow } from './then-now';

export interface CardProps {
  data: CardData;
  /** The text around the mention: what it says may have changed since. */
  passage?: string | undefined;
  prefs: ViewPrefs;
  t: Translate;
  pinned: boolean;
  /** Id of the heading, which names the dialog. */
  headingId: string;
  onOpenProfile(id: EntityId): void;
  /** How the page sets Chinese text, if that is known: the card does the same. */
  chineseStyle?: 'serif' | 'sans-serif' | null;
  /** Keeps the sentence around the mention as a highlight. */
  onKeepSentence(): void;
  /** Stops marking this form, on this site or everywhere. */
  onNotThis(scope: 'site' | 'everywhere'): void;
  /** Why that could not be kept; said beside what was pressed. */
  notThisFailure?: RefusalFailure | undefined;
  onPin(): void;
  /** Moves the pinned card on, or as an arrow key says; absent where it cannot be moved. */
  onMove?(key: string | null): void;
  onClose(): void;
  /** The reader chose a rival as what is meant. */
  onChoose(id: EntityId): void;
}

/** What a mark means: names, what it is, where, the facts that matter, and what to do with it. */
export function Card(props: CardProps) {
  const { data, prefs, t, pinned, headingId, onMove } = props;
  const { entity, division } = data;
  const [refusing, setRefusing] = useState(false);
  const facts = chooseFacts(entity);
  const changes = thenAndNow(props.passage ?? '', entity.metrics);
  const translated = isTranslated(prefs);
  return (
    <Surface prefs={prefs} class="card" labelledBy={headingId}>
      <div
        class="card-sheet"
        data-kind={entity.kind}
        data-chinese={props.chineseStyle ?? undefined}
      >
        <header class="card-head">
          <p class="card-kicker">
            <span class="kind">{t(`kind_${entity.kind}`)}</span>
            <WhatItIs entity={entity} prefs={prefs} t={t} />
          </p>
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
        <div class="card-body">
          <div class="card-title">
            <div>
              <h2 id={headingId} class="card-name" lang={langFor(prefs)}>
                {nameFor(entity.names, prefs)}
              </h2>
              <p class="card-forms">
                {translated && <span lang={prefs.script}>{chineseName(entity.names, prefs)}</span>}
                {prefs.pinyin && entity.kind !== 'policy' && (
                  <span class="pinyin" lang="zh-Latn">
                    {entity.names.pinyin}
                  </span>
                )}
                {!translated && <span lang="en">{entity.names.en}</span>}
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
          {data.rivals.length > 0 && (
            <Rivals rivals={data.rivals} prefs={prefs} t={t} onChoose={props.onChoose} />
          )}
        </div>
        {refusing ? (
          <NotThis
            t={t}
            failure={props.notThisFailure}
            onNotThis={props.onNotThis}
            onBack={() => setRefusing(false)}
          />
        ) : (
          <footer class="card-actions">
            <button
              type="button"
              class="button"
              data-weight="main"
              onClick={() => props.onOpenProfile(entity.id)}
            >
              {t('card_profile')}
            </button>
            <button type="button" class="button" onClick={props.onKeepSentence}>
              {t('card_keep')}
            </button>
            <button
              type="button"
              class="button"
              data-weight="word"
              onClick={() => setRefusing(true)}
            >
              {t('card_not_this')}
            </button>
          </footer>
        )}
      </div>
    </Surface>
  );
}
