import { useEffect, useMemo } from 'preact/hooks';
import { divisionsOf } from '@/components/atlas/atlas-data';
import { atlasFragment, type Choices } from '@/components/atlas/atlas-route';
import { mapChoices, parseMapChoices } from '@/components/atlas/map/choices';
import { MapView, measureName, type ShownMap, stepName } from '@/components/atlas/map/MapView';
import { legendScene, mapScene } from '@/components/atlas/map/map-scene';
import { valuesOf, writeValue } from '@/components/atlas/map/measures';
import { footOf } from '@/components/picture/caption';
import type { PictureFormat } from '@/components/picture/ExportBar';
import type { Measure } from '@/components/picture/measure-text';
import { moved, type Scene } from '@/components/picture/scene';
import { tileSign } from '@/components/profile/tile-signs';
import { nameFor } from '@/components/text/names';
import { saveFile } from '@/lib/extension-page/save-file';
import type { View } from '@/lib/extension-page/use-view';
import { writeTable } from '@/lib/interchange/write-csv';
import { datedName } from '@/lib/library/backup';
import { logError } from '@/lib/messages/error-log';
import type { EntityId } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { savePicture } from './save-picture';
import { today, yearsNow } from './today';
import type { Kept } from './use-library';

interface MapPageProps extends View, Pick<Kept, 'reader'> {
  data: AtlasData;
  choices: Choices;
  onChoices(choices: Choices): void;
}

/** The first of the small maps: before, hardly anything was launched or issued. */
const FIRST_MAP = 2015;

/** A tile of the saved map, in px. */
const TILE = { width: 92, height: 52, gap: 5 };

/** The map, shaded by the dataset's entries and figures or by the reader's highlights. */
export function MapPage({ data, reader, choices: given, onChoices, prefs, t }: MapPageProps) {
  const choices = parseMapChoices(given);
  const { measure, byYear } = choices;
  const divisions = useMemo(() => divisionsOf(data), [data]);
  const outline = reader?.outline;
  const outlined = outline?.version;
  useEffect(() => {
    if (measure === 'highlight') reader?.divide(['division'], false);
  }, [reader, outline, measure]);
  const values = useMemo(() => {
    if (measure !== 'highlight') return valuesOf(data, measure);
    const groups = outline?.groupsAmong(outline.fitting({}, null), 'division') ?? [];
    return new Map<EntityId, number>(groups.map(({ key, count }) => [key, count]));
  }, [data, outline, outlined, measure]);
  const years = useMemo(() => {
    if (measure === 'highlight' || !byYear) return [];
    const last = Math.floor(yearsNow());
    return Array.from({ length: last - FIRST_MAP + 1 }, (_, at) => {
      const year = FIRST_MAP + at;
      return { year, values: valuesOf(data, measure, year) };
    });
  }, [data, measure, byYear]);
  const names = new Map(divisions.map(({ id, shortNames }) => [id, nameFor(shortNames, prefs)]));
  const written = (id: string) => {
    const value = values.get(id);
    return value === undefined ? '' : writeValue(value, measure, prefs);
  };
  const sceneOf = ({ steps }: ShownMap, measureText: Measure): Scene => {
    const map = mapScene({
      values,
      steps,
      tile: TILE,
      write: (id) => ({
        sign: tileSign(id, prefs.script),
        name: names.get(id) ?? id,
        value: written(id),
      }),
    });
    const legend = legendScene(
      steps,
      (step) => (step ? stepName(step, measure, prefs) : t('compare_nothing')),
      measureText,
    );
    return {
      width: Math.max(map.width, legend.width),
      height: map.height + legend.height + 8,
      shapes: [...map.shapes, ...moved(legend.shapes, 0, map.height + 8)],
    };
  };
  const save = async (format: PictureFormat, shown: ShownMap) => {
    const name = datedName('map', format, new Date());
    const title = `${t('map_title')} · ${measureName(measure, t)}`;
    const foot = footOf(data.version, today(), [], prefs, t);
    if (format !== 'csv') {
      return savePicture(format, name, { title, lines: [], foot }, (measureText) =>
        sceneOf(shown, measureText),
      );
    }
    const rows = [...names].map(([id, called]) => [id, called, String(values.get(id) ?? '')]);
    const head = ['id', 'division', measure];
    saveFile(name, writeTable([head, ...rows, ...foot.map((line) => [line])]), 'text/csv');
  };
  return (
    <MapView
      divisions={divisions}
      values={values}
      years={years}
      choices={choices}
      prefs={prefs}
      t={t}
      entityUrl={(id) => atlasFragment({ view: 'profile', id })}
      onChange={(change) => onChoices(mapChoices({ ...choices, ...change }))}
      onSave={(format, shown) =>
        void save(format, shown).catch((error) => logError(error, 'saving the map'))
      }
    />
  );
}
