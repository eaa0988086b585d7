import { useMemo } from 'preact/hooks';
import { atlasFragment, type Choices } from '@/components/atlas/atlas-route';
import { parseRoadmapChoices, roadmapChoices } from '@/components/atlas/roadmap/choices';
import { RoadmapView, type ShownRoadmap } from '@/components/atlas/roadmap/RoadmapView';
import { roadmapScene } from '@/components/atlas/roadmap/roadmap-file';
import { roadmapCells, rowOf } from '@/components/atlas/roadmap/rows';
import { footOf } from '@/components/picture/caption';
import type { PictureFormat } from '@/components/picture/ExportBar';
import type { Measure } from '@/components/picture/measure-text';
import { nameFor } from '@/components/text/names';
import { MARKS } from '@/components/text/writing';
import { saveFile } from '@/lib/extension-page/save-file';
import type { View } from '@/lib/extension-page/use-view';
import { writeTable } from '@/lib/interchange/write-csv';
import { datedName } from '@/lib/library/backup';
import { logError } from '@/lib/messages/error-log';
import type { EntityId } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { printPicture, savePicture } from './save-picture';
import { today, yearsNow } from './today';
import { useNarrow } from './use-narrow';

interface RoadmapPageProps extends View {
  data: AtlasData;
  choices: Choices;
  onChoices(choices: Choices): void;
}

/** The roadmap, of the seven divisions at first and of any the reader adds. */
export function RoadmapPage({ data, choices: given, onChoices, prefs, t }: RoadmapPageProps) {
  const choices = parseRoadmapChoices(given);
  const narrow = useNarrow();
  const entities = useMemo(() => new Map(data.entities.map((each) => [each.id, each])), [data]);
  const laneName = (id: EntityId) => {
    const lane = entities.get(id);
    return lane?.kind === 'division' ? nameFor(lane.shortNames, prefs) : id;
  };
  const sceneOf = (staged: ShownRoadmap['staged']) => (measure: Measure) =>
    roadmapScene(staged, choices.span, laneName, measure);
  const captionOf = ({ staged, entries }: ShownRoadmap) => {
    const cited = new Set(entries.flatMap((entry) => entry.sources));
    const sources = data.sources.filter(({ id }) => cited.has(id));
    const names = staged.lanes.map(({ id }) => laneName(id)).join(MARKS[prefs.language].list);
    return {
      title: t('roadmap_title'),
      lines: [names, t('roadmap_legend')],
      foot: footOf(data.version, today(), sources, prefs, t),
    };
  };
  const save = async (format: PictureFormat, shown: ShownRoadmap) => {
    const name = datedName('roadmap', format, new Date());
    if (format !== 'csv') {
      return savePicture(format, name, captionOf(shown), sceneOf(shown.staged));
    }
    const sources = new Map(data.sources.map((source) => [source.id, source]));
    const rows = shown.entries.map((entry) => rowOf(entry, entities, prefs, t));
    const { title, foot } = captionOf(shown);
    const cells = [...roadmapCells(rows, sources), ...[title, ...foot].map((line) => [line])];
    saveFile(name, writeTable(cells), 'text/csv');
  };
  return (
    <RoadmapView
      data={data}
      choices={choices}
      today={yearsNow()}
      narrow={narrow}
      prefs={prefs}
      t={t}
      entityUrl={(id) => atlasFragment({ view: 'profile', id })}
      undatedUrl={(id) => atlasFragment({ view: 'browse', choices: { d: id, y: 'none' } })}
      onChange={(change) => onChoices(roadmapChoices({ ...choices, ...change }))}
      onPrint={(into, shown) => printPicture(into, captionOf(shown), sceneOf(shown.staged))}
      onSave={(format, shown) =>
        void save(format, shown).catch((error) => logError(error, 'saving the roadmap'))
      }
    />
  );
}
