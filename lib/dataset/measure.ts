/** How far the dataset can be traced and how fresh it is, and what an editor should look for next. */

import type { Dataset } from '@/lib/model/dataset';
import type { Entity, Fact, Policy } from '@/lib/model/entity';
import { factsOf } from './check-references';
import type { DatasetProblem } from './parse';

/** Shares in percent, to one decimal. */
export interface Measures {
  entities: number;
  facts: number;
  /** Facts of which a source can be opened. */
  traceable: number;
  /** Facts of 2023 or later. */
  recent: number;
  /** Numbered documents with an address, or a source that holds their text. */
  texts: number;
  /** Figures that stand in a series of two or more. */
  inSeries: number;
  /** `based-on`, `implements` and the line of succession between documents. */
  lineage: number;
}

/** What the dataset reached. Bars are raised with it and never lowered. */
const BARS: Readonly<Measures> = {
  entities: 683,
  facts: 1462,
  traceable: 85,
  recent: 49,
  texts: 94,
  inSeries: 36,
  lineage: 218,
};

const RECENT = '2023';
const LINEAGE = new Set(['based-on', 'implements', 'supersedes']);

export function measure(dataset: Dataset): Measures {
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const facts = dataset.entities.flatMap(factsOf).map(({ fact }) => fact);
  const opens = (fact: Fact) => fact.sources.some((id) => sources.get(id)?.url);
  const numbered = dataset.entities.filter(
    (entity): entity is Policy => entity.kind === 'policy' && entity.docNumber !== null,
  );
  const hasText = ({ url, facts: told }: Policy) =>
    url !== null ||
    told.some((fact) => fact.sources.some((id) => sources.get(id)?.grade === 'official'));
  const metrics = dataset.entities.flatMap((entity) =>
    entity.metrics.map((metric) => `${entity.id} ${metric.measure} ${metric.label.zh}`),
  );
  const counted = new Map<string, number>();
  for (const key of metrics) counted.set(key, (counted.get(key) ?? 0) + 1);
  return {
    entities: dataset.entities.length,
    facts: facts.length,
    traceable: share(facts.filter(opens).length, facts.length),
    recent: share(facts.filter(({ asOf }) => asOf >= RECENT).length, facts.length),
    texts: share(numbered.filter(hasText).length, numbered.length),
    inSeries: share(metrics.filter((key) => (counted.get(key) ?? 0) > 1).length, metrics.length),
    lineage: dataset.entities
      .flatMap(({ relations }) => relations)
      .filter(({ type }) => LINEAGE.has(type)).length,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}

/** Measures that fell below what was reached before. */
export function checkBars(measures: Measures, bars: Readonly<Measures> = BARS): DatasetProblem[] {
  const keys: (keyof Measures)[] = [
    'entities',
    'facts',
    'traceable',
    'recent',
    'texts',
    'inSeries',
    'lineage',
  ];
  return keys
    .filter((key) => measures[key] < bars[key])
    .map((key) => ({
      file: 'dataset',
      entity: null,
      path: key,
      message: `${measures[key]} is below the ${bars[key]} reached before; find what was lost, do not lower the bar`,
    }));
}

/** A day so many months before another, both YYYY-MM-DD. */
function monthsBefore(today: string, months: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
}

const FIGURE_MONTHS = 24;
const DOCUMENT_MONTHS = 36;

/** True where the date, however partial, may lie on or after the day. */
function isSince(date: string | null | undefined, day: string): boolean {
  return typeof date === 'string' && date >= day.slice(0, date.length);
}

/** Where the dataset grows old: what to look for next. `today` is YYYY-MM-DD. */
export function lookForNext(dataset: Dataset, today: string): string[] {
  const figuresSince = monthsBefore(today, FIGURE_MONTHS);
  const documentsSince = monthsBefore(today, DOCUMENT_MONTHS);
  const isMainApp = (entity: Entity) =>
    entity.kind === 'platform' &&
    entity.types.includes('app') &&
    entity.status === 'current' &&
    entity.metrics.some(({ measure: what }) => what === 'users');
  const apps = dataset.entities
    .filter(isMainApp)
    .filter(({ metrics }) => !metrics.some(({ asOf }) => isSince(asOf, figuresSince)))
    .map(({ id, names }) => `${names.zhHans} (${id}): no figure in ${FIGURE_MONTHS} months`);
  const divisions = dataset.entities
    .filter(({ kind, id }) => kind === 'division' && id !== 'CN')
    .filter(
      ({ id }) =>
        !dataset.entities.some(
          (entity) =>
            entity.kind === 'policy' &&
            entity.division === id &&
            isSince(entity.date, documentsSince),
        ),
    )
    .map(({ id, names }) => `${names.zhHans} (${id}): no document in ${DOCUMENT_MONTHS} months`);
  return [...apps, ...divisions];
}
