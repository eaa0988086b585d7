import { useMemo } from 'preact/hooks';
import { TILES } from '@/components/locator/tiles';
import { Select } from '@/components/page/Select';
import { ExportBar, type PictureFormat } from '@/components/picture/ExportBar';
import { SceneSvg } from '@/components/picture/SceneSvg';
import { PAGE_PALETTE } from '@/components/picture/scene';
import { tileSign } from '@/components/profile/tile-signs';
import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import type { Division, EntityId } from '@/lib/model/entity';
import type { MapChoices } from './choices';
import { mapScene } from './map-scene';
import { MAP_MEASURES, type MapMeasure, writeValue } from './measures';
import { type Step, shadeOf, stepsOf } from './steps';

/** What is on the map. */
export interface ShownMap {
  values: ReadonlyMap<EntityId, number>;
  steps: readonly Step[];
}

interface MapViewProps {
  /** All divisions, the nation among them. */
  divisions: readonly Division[];
  values: ReadonlyMap<EntityId, number>;
  /** As of each year, the earliest first; none where they are not asked for. */
  years: readonly { year: number; values: ReadonlyMap<EntityId, number> }[];
  choices: MapChoices;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  onChange(change: Partial<MapChoices>): void;
  onSave(format: PictureFormat, shown: ShownMap): void;
}

/** A tile of the small maps, in px. */
const SMALL = { width: 15, height: 12, gap: 2 };

/** The 34 divisions as tiles, each leading to its profile, shaded by how much there is of one thing. */
export function MapView(props: MapViewProps) {
  const { divisions, values, years, choices, prefs, t } = props;
  const byId = new Map(divisions.map((division) => [division.id, division]));
  const steps = useMemo(() => stepsOf(values.values()), [values]);
  return (
    <section class="atlas-sheet" aria-labelledby="map-head">
      <div class="map-head">
        <h1 id="map-head" class="page-title">
          {t('map_title')}
        </h1>
        <p>{t('map_lead')}</p>
        <Select
          label={t('map_shade')}
          value={choices.measure}
          options={MAP_MEASURES.map((value) => ({ value, label: measureName(value, t) }))}
          onChange={(value) => {
            const measure = MAP_MEASURES.find((each) => each === value);
            if (measure) props.onChange({ measure });
          }}
        />
        {choices.measure !== 'highlight' && (
          <label class="tick">
            <input
              type="checkbox"
              checked={choices.byYear}
              onChange={({ currentTarget: { checked } }) => props.onChange({ byYear: checked })}
            />
            {t('map_by_year')}
          </label>
        )}
        <Legend steps={steps} measure={choices.measure} prefs={prefs} t={t} />
        <ExportBar t={t} onSave={(format) => props.onSave(format, { values, steps })} />
      </div>
      <ul class="map">
        {TILES.flatMap(({ id, column, row }) => {
          const division = byId.get(id);
          if (!division) return [];
          const value = values.get(id);
          const shade = shadeOf(value, steps);
          return [
            <li
              key={id}
              style={{ gridColumn: column + 1, gridRow: row + 1, '--shade': `${shade}%` }}
              data-shade={shade}
            >
              <a href={props.entityUrl(id)}>
                <span class="map-sign" lang={prefs.script} aria-hidden="true">
                  {tileSign(id, prefs.script)}
                </span>
                <span class="map-name" lang={langFor(prefs)}>
                  {nameFor(division.shortNames, prefs)}
                </span>
                <span class="map-count">
                  {value === undefined ? '' : writeValue(value, choices.measure, prefs)}
                </span>
              </a>
            </li>,
          ];
        })}
      </ul>
      {years.length > 0 && (
        <section class="map-years" aria-label={t('map_by_year')}>
          {years.map(({ year, values: then }) => {
            const scene = mapScene({ values: then, steps, tile: SMALL });
            const said = t('map_year', { year: String(year), count: then.size });
            return (
              <figure key={year}>
                <figcaption>{year}</figcaption>
                <SceneSvg scene={scene} palette={PAGE_PALETTE} font="inherit" title={said} />
              </figure>
            );
          })}
          <p class="field-hint">{t('map_by_year_note')}</p>
        </section>
      )}
    </section>
  );
}

/** What a measure is called. */
export function measureName(measure: MapMeasure, t: Translate): string {
  switch (measure) {
    case 'platform':
    case 'policy':
    case 'concept':
      return t(`kinds_${measure}`);
    case 'highlight':
      return t('map_by_highlight');
    case 'number':
    case 'figures':
      return t(`map_by_${measure}`);
    default:
      return t(`compare_measure_${snake(measure)}`);
  }
}

/** A step as a reader reads it. */
export function stepName(step: Step, measure: MapMeasure, prefs: ViewPrefs): string {
  const [from, to] = [step.from, step.to].map((value) => writeValue(value, measure, prefs));
  return from === to ? String(from) : `${from}–${to}`;
}

interface LegendProps extends Pick<MapViewProps, 'prefs' | 't'> {
  steps: readonly Step[];
  measure: MapMeasure;
}

function Legend({ steps, measure, prefs, t }: LegendProps) {
  return (
    <ul class="map-legend" aria-label={t('map_legend')}>
      <li style={{ '--shade': '0%' }}>
        <span class="map-swatch" aria-hidden="true" />
        {t('compare_nothing')}
      </li>
      {steps.map((step) => (
        <li key={step.to} style={{ '--shade': `${shadeOf(step.to, steps)}%` }}>
          <span class="map-swatch" aria-hidden="true" />
          {stepName(step, measure, prefs)}
        </li>
      ))}
    </ul>
  );
}
