import { atlasFragment, type Choices } from '@/components/atlas/atlas-route';
import { CompareView } from '@/components/atlas/match/CompareView';
import { matchedCells } from '@/components/atlas/match/cells';
import { compareChoices, parseCompareChoices } from '@/components/atlas/match/choices';
import { footOf } from '@/components/picture/caption';
import { saveFile } from '@/lib/extension-page/save-file';
import type { View } from '@/lib/extension-page/use-view';
import { writeTable } from '@/lib/interchange/write-csv';
import { datedName } from '@/lib/library/backup';
import type { AtlasData } from '@/lib/model/views';
import { today } from './today';

interface ComparePageProps extends View {
  data: AtlasData;
  choices: Choices;
  onChoices(choices: Choices): void;
}

/** Divisions side by side. */
export function ComparePage({ data, choices: given, onChoices, prefs, t }: ComparePageProps) {
  const choices = parseCompareChoices(given);
  return (
    <CompareView
      data={data}
      choices={choices}
      prefs={prefs}
      t={t}
      entityUrl={(id) => atlasFragment({ view: 'profile', id })}
      onChange={(change) => onChoices(compareChoices({ ...choices, ...change }))}
      onSave={(table) => {
        const foot = footOf(data.version, today(), [], prefs, t).map((line) => [line]);
        const text = writeTable([...matchedCells(table, prefs, t), ...foot]);
        saveFile(datedName('comparison', 'csv', new Date()), text, 'text/csv');
      }}
    />
  );
}
