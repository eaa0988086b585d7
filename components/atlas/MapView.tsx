import { TILES } from '@/components/locator/tiles';
import { Choice } from '@/components/page/Choice';
import { tileSign } from '@/components/profile/tile-signs';
import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { type Division, type EntityId, OWNED_KINDS } from '@/lib/model/entity';

/** What the tiles are shaded by. */
const SHADES = [...OWNED_KINDS, 'highlight'] as const;
export type Shade = (typeof SHADES)[number];

interface MapViewProps {
  /** All divisions, the nation among them. */
  divisions: readonly Division[];
  /** The number each division is shaded by. */
  counts: ReadonlyMap<EntityId, number>;
  shade: Shade;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  onShade(shade: Shade): void;
}

/** The 34 divisions as tiles, each leading to its profile, shaded by how much there is of one thing. */
export function MapView(props: MapViewProps) {
  const { divisions, counts, shade, prefs, t } = props;
  const byId = new Map(divisions.map((division) => [division.id, division]));
  const nation = byId.get('CN');
  const most = Math.max(1, ...TILES.map(({ id }) => counts.get(id) ?? 0));
  return (
    <section class="atlas-sheet" aria-labelledby="map-head">
      <div class="map-head">
        <h1 id="map-head" class="page-title">
          {t('map_title')}
        </h1>
        <p>{t('map_lead')}</p>
        <Choice
          label={t('map_shade')}
          value={shade}
          options={SHADES.map((value) => ({
            value,
            label: value === 'highlight' ? t('map_by_highlight') : t(`kinds_${value}`),
          }))}
          onChange={props.onShade}
        />
        {nation && (
          <p>
            <a href={props.entityUrl('CN')} lang={langFor(prefs)}>
              {nameFor(nation.names, prefs)}
            </a>{' '}
            <span class="field-hint">{counts.get('CN') ?? 0}</span>
          </p>
        )}
      </div>
      <ul class="map">
        {TILES.flatMap(({ id, column, row }) => {
          const division = byId.get(id);
          if (!division) return [];
          const count = counts.get(id) ?? 0;
          return [
            <li
              key={id}
              style={{ gridColumn: column + 1, gridRow: row + 1, '--share': String(count / most) }}
            >
              <a href={props.entityUrl(id)}>
                <span class="map-sign" lang={prefs.script} aria-hidden="true">
                  {tileSign(id, prefs.script)}
                </span>
                <span class="map-name" lang={langFor(prefs)}>
                  {nameFor(division.shortNames, prefs)}
                </span>
                <span class="map-count">{count}</span>
              </a>
            </li>,
          ];
        })}
      </ul>
    </section>
  );
}
