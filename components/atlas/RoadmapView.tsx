import { oldestFirst } from '@/components/text/dates';
import { FactLine } from '@/components/text/FactLine';
import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Entity, EntityId, RoadmapSection } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { divisionsOf } from './atlas-data';

/** The divisions that the 2020 article describes, in its order. */
export const ARTICLE_2020: readonly EntityId[] = [
  'CN-BJ',
  'CN-SH',
  'CN-ZJ',
  'CN-FJ',
  'CN-GD',
  'CN-SC',
  'CN-GZ',
];

const SECTIONS = [
  ['platformBuilding', 'platform_building'],
  ['topLevelDesign', 'top_level_design'],
  ['model', 'model'],
] as const;

interface RoadmapViewProps {
  data: AtlasData;
  /** The divisions that stand side by side. */
  chosen: readonly EntityId[];
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  onToggle(id: EntityId): void;
}

/** How divisions built their digital governments: the three sections of the article, side by side. */
export function RoadmapView(props: RoadmapViewProps) {
  const { data, chosen, prefs, t } = props;
  const divisions = divisionsOf(data).filter(({ type }) => type !== 'nation');
  const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
  const columns = chosen.flatMap((id) => divisions.find((division) => division.id === id) ?? []);
  return (
    <section class="atlas-sheet" aria-labelledby="roadmap-head">
      <h1 id="roadmap-head" class="page-title">
        {t('roadmap_title')}
      </h1>
      <p class="atlas-lead">{t('roadmap_lead')}</p>
      <details class="roadmap-choice">
        <summary>{t('roadmap_choose', { count: columns.length })}</summary>
        <fieldset class="choice roadmap-divisions">
          <legend class="unseen">{t('roadmap_choose', { count: columns.length })}</legend>
          {divisions.map((division) => (
            <label key={division.id} class="tick">
              <input
                type="checkbox"
                checked={chosen.includes(division.id)}
                onChange={() => props.onToggle(division.id)}
              />
              <span lang={langFor(prefs)}>{nameFor(division.shortNames, prefs)}</span>
            </label>
          ))}
        </fieldset>
      </details>
      {columns.length === 0 ? (
        <p class="field-hint">{t('roadmap_none')}</p>
      ) : (
        <section class="table-scroll" aria-label={t('roadmap_title')}>
          <table class="roadmap">
            <thead>
              <tr>
                <td />
                {columns.map((division) => (
                  <th key={division.id} scope="col">
                    <a href={props.entityUrl(division.id)} lang={langFor(prefs)}>
                      {nameFor(division.shortNames, prefs)}
                    </a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {SECTIONS.map(([field, key]) => (
                <tr key={key}>
                  <th scope="row">{t(`profile_${key}`)}</th>
                  {columns.map((division) => (
                    <td key={division.id}>
                      <Section section={division.roadmap[field]} entities={entities} {...props} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

interface SectionProps extends RoadmapViewProps {
  section: RoadmapSection;
  entities: ReadonlyMap<EntityId, Entity>;
}

/** One section of one division: what it names, and the statements with dates and sources. */
function Section({ section, entities, data, prefs, t, entityUrl }: SectionProps) {
  if (section.facts.length === 0 && section.entities.length === 0) {
    return <span class="field-hint">{t('roadmap_nothing')}</span>;
  }
  return (
    <>
      <ul class="roadmap-names">
        {section.entities.flatMap((id) => {
          const entity = entities.get(id);
          if (!entity) return [];
          return [
            <li key={id} data-kind={entity.kind}>
              <a class="roadmap-name" href={entityUrl(id)} lang={langFor(prefs)}>
                {nameFor(entity.names, prefs)}
              </a>
            </li>,
          ];
        })}
      </ul>
      <ul class="facts">
        {oldestFirst(section.facts).map((fact) => (
          <FactLine
            key={fact.asOf + fact.zh}
            fact={fact}
            sources={data.sources}
            mostSources={1}
            prefs={prefs}
            t={t}
          />
        ))}
      </ul>
    </>
  );
}
