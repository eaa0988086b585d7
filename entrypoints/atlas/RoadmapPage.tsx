import { atlasFragment, type Choices } from '@/components/atlas/atlas-route';
import { parseRoadmapChoices, roadmapChoices } from '@/components/atlas/roadmap/choices';
import { RoadmapView, type ShownRoadmap } from '@/components/atlas/roadmap/RoadmapView';
import { roadmapScene } from '@/components/atlas/roadmap/roadmap-file';
import { roadmapCells, rowOf } from '@/components/atlas/roadmap/rows';
import { footOf } from '@/components/picture/caption';
import type { PictureFormat } from '@/components/picture/ExportBar';
import { nameFor } from '@/components/text/names';
import { MARKS } from '@/components/text/writing';
import { saveFile } from '@/lib/extension-page/save-file';
import type { View } from '@/lib/extension-page/use-view';
import { csvText } from '@/lib/interchange/csv';
import { datedName } from '@/lib/library/backup';
import { logError } from '@/lib/messages/error-log';
import type { AtlasData } from '@/lib/model/views';
import { savePicture } from './save-picture';
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
  const save = async (format: PictureFormat, { staged, entries }: ShownRoadmap) => {
    const now = new Date();
    const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
    const sources = new Map(data.sources.map((source) => [source.id, source]));
    const name = datedName('roadmap', format, now);
    if (format === 'csv') {
      const rows = entries.map((entry) => rowOf(entry, entities, prefs, t));
      saveFile(name, csvText(roadmapCells(rows, sources)), 'text/csv');
      return;
    }
    const laneName = (id: string) => {
      const lane = entities.get(id);
      return lane?.kind === 'division' ? nameFor(lane.shortNames, prefs) : id;
    };
    const { list } = MARKS[prefs.language];
    const cited = new Set(entries.flatMap((entry) => entry.sources));
    const caption = {
      title: t('roadmap_title'),
      lines: [staged.lanes.map(({ id }) => laneName(id)).join(list), t('roadmap_legend')],
      foot: footOf(
        data.version,
        now.toISOString().slice(0, 10),
        data.sources.filter(({ id }) => cited.has(id)),
        prefs,
        t,
      ),
    };
    await savePicture(format, name, caption, (measure) =>
      roadmapScene(staged, choices.span, laneName, measure),
    );
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
      undatedUrl={(id) => atlasFragment({ view: 'profile', id })}
      onChange={(change) => onChoices(roadmapChoices({ ...choices, ...change }))}
      onSave={(format, shown) =>
        void save(format, shown).catch((error) => logError(error, 'saving the roadmap'))
      }
    />
  );
}

/** This day, in years and fractions of them. */
function yearsNow(): number {
  const now = new Date();
  return now.getFullYear() + (now.getMonth() + now.getDate() / 31) / 12;
}
