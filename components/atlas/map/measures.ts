import { byDivision, type DivisionEntities } from '@/components/atlas/atlas-data';
import { mainMetric } from '@/components/atlas/compare';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Entity, EntityId, PartialDate } from '@/lib/model/entity';
import { SCRIPTS } from '@/lib/model/languages';
import type { AtlasData } from '@/lib/model/views';

/** What the map can be shaded by: how much of it a division has. */
export const MAP_MEASURES = [
  'platform',
  'policy',
  'concept',
  'number',
  'figures',
  'users',
  'items',
  'online-share',
  'highlight',
] as const;
export type MapMeasure = (typeof MAP_MEASURES)[number];

/** The number of each division that has one. `until`: as of the end of that year, by what is dated. */
export function valuesOf(
  data: AtlasData,
  measure: Exclude<MapMeasure, 'highlight'>,
  until?: number,
): Map<EntityId, number> {
  const values = new Map<EntityId, number>();
  for (const [id, of] of byDivision(data)) {
    const value = valueIn(of, measure, until);
    if (id !== 'CN' && value) values.set(id, value);
  }
  return values;
}

function valueIn(
  { division, entities }: DivisionEntities,
  measure: Exclude<MapMeasure, 'highlight'>,
  until: number | undefined,
): number | null {
  const isTold = (date: PartialDate | null) =>
    until === undefined || (date !== null && Number(date.slice(0, 4)) <= until);
  const all = [division, ...entities];
  switch (measure) {
    case 'number':
      return entities.filter(
        (one) => one.kind === 'policy' && one.docNumber !== null && isTold(one.date),
      ).length;
    case 'figures':
      return all.flatMap(({ metrics }) => metrics.filter(({ asOf }) => isTold(asOf))).length;
    case 'users':
    case 'items':
    case 'online-share': {
      const told = all.map(({ id, metrics }) => ({
        id,
        metrics: metrics.filter(({ asOf }) => isTold(asOf)),
      }));
      return mainMetric(told, measure)?.metric.value ?? null;
    }
    default:
      return entities.filter((one) => one.kind === measure && isTold(dateOf(one))).length;
  }
}

/** Of a launch, a document, the first that is told of a concept. */
function dateOf(entity: Entity): PartialDate | null {
  switch (entity.kind) {
    case 'platform':
      return entity.launched;
    case 'policy':
      return entity.date;
    default:
      return entity.facts.map(({ asOf }) => asOf).sort()[0] ?? null;
  }
}

/** A value as short as a tile is small. */
export function writeValue(value: number, measure: MapMeasure, prefs: ViewPrefs): string {
  const tag = prefs.language in SCRIPTS ? prefs.script : prefs.language;
  const style = measure === 'online-share' ? ({ style: 'percent' } as const) : {};
  const shown = measure === 'online-share' ? value / 100 : value;
  const exact = { ...style, maximumFractionDigits: 1 };
  const short = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(tag, value >= 100_000 ? short : exact).format(shown);
}
