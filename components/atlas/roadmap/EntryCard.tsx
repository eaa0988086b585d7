import { Particulars } from '@/components/profile/Particulars';
import { Sign } from '@/components/surface/Sign';
import { langFor, nameFor } from '@/components/text/names';
import { SourceNote } from '@/components/text/SourceNote';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Entity, EntityId, Source } from '@/lib/model/entity';
import type { Entry } from './entries';
import { rowOf } from './rows';

interface EntryCardProps {
  /** One entry, or several that lie at one place, to choose from. */
  of: readonly Entry[];
  entities: ReadonlyMap<EntityId, Entity>;
  sources: ReadonlyMap<string, Source>;
  lineage: ReadonlySet<EntityId>;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  onChoose(entry: Entry): void;
  onClose(): void;
}

/** What a mark of the roadmap means, with its sources and the way to its profile. */
export function EntryCard(props: EntryCardProps) {
  const { of, t } = props;
  const [only] = of;
  return (
    <section class="entry-card" aria-label={t('roadmap_card')}>
      <button
        type="button"
        class="sign entry-close"
        aria-label={t('toolbar_close')}
        title={t('toolbar_close')}
        onClick={props.onClose}
      >
        <Sign name="close" />
      </button>
      {only && of.length === 1 ? <One {...props} entry={only} /> : <Several {...props} />}
    </section>
  );
}

function Several({ of, entities, prefs, t, onChoose }: EntryCardProps) {
  return (
    <>
      <h2>{t('roadmap_several', { count: of.length })}</h2>
      <ul class="entry-choice">
        {of.map((entry) => {
          const { date } = rowOf(entry, entities, prefs, t);
          return (
            <li key={entry.key}>
              <button type="button" class="linklike" onClick={() => onChoose(entry)}>
                <span class="field-hint">{date}</span> <span lang={entry.lang}>{entry.label}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function One({ entry, ...props }: EntryCardProps & { entry: Entry }) {
  const { entities, prefs, t, entityUrl } = props;
  const row = rowOf(entry, entities, prefs, t);
  const of = entities.get(entry.entity);
  const cited = [...new Set(entry.sources)].flatMap((id) => props.sources.get(id) ?? []);
  const copyOnly = entry.kind === 'event' && entry.fact.copyOnly === true;
  return (
    <>
      <p class="entry-what">
        {row.kind} · {row.division} · <time dateTime={entry.date}>{row.date}</time>
      </p>
      <h2>
        <a href={entityUrl(entry.entity)} lang={entry.lang}>
          {row.name}
        </a>
      </h2>
      <p>
        {entry.kind === 'event' && entry.fact.claim && (
          <span class="fact-claim">{t('card_claim')}</span>
        )}
        <span lang={entry.lang}>{row.says}</span>
      </p>
      {of && (of.kind === 'platform' || of.kind === 'policy') && (
        <Particulars entity={of} prefs={prefs} t={t} />
      )}
      <SourceNote sources={cited} linked={!copyOnly} most={3} prefs={prefs} t={t} />
      <Lineage {...props} />
    </>
  );
}

/** What it hangs together with: the lines in the picture, as links. */
function Lineage({ lineage, entities, prefs, t, entityUrl }: EntryCardProps) {
  const found = [...lineage].flatMap((id) => entities.get(id) ?? []);
  if (found.length === 0) return null;
  return (
    <div class="entry-lineage">
      <h3>{t('roadmap_lineage', { count: found.length })}</h3>
      <ul>
        {found.map(({ id, kind, names }) => (
          <li key={id} data-kind={kind}>
            <a href={entityUrl(id)} lang={langFor(prefs)}>
              {nameFor(names, prefs)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
