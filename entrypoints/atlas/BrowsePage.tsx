import { atlasFragment, type Choices } from '@/components/atlas/atlas-route';
import { BrowseView } from '@/components/atlas/browse/BrowseView';
import { browseCells } from '@/components/atlas/browse/cells';
import { browseChoices, parseBrowseChoices } from '@/components/atlas/browse/choices';
import { footOf } from '@/components/picture/caption';
import { saveFile } from '@/lib/extension-page/save-file';
import type { View } from '@/lib/extension-page/use-view';
import { writeTable } from '@/lib/interchange/write-csv';
import { datedName } from '@/lib/library/backup';
import type { AtlasData } from '@/lib/model/views';
import { today } from './today';

interface BrowsePageProps extends View {
  data: AtlasData;
  choices: Choices;
  onChoices(choices: Choices): void;
}

/** Every entity, to be narrowed down. */
export function BrowsePage({ data, choices: given, onChoices, prefs, t }: BrowsePageProps) {
  const choices = parseBrowseChoices(given);
  return (
    <BrowseView
      data={data}
      choices={choices}
      prefs={prefs}
      t={t}
      entityUrl={(id) => atlasFragment({ view: 'profile', id })}
      onChange={(change) => onChoices(browseChoices({ ...choices, ...change }))}
      onSave={(rows) => {
        const foot = footOf(data.version, today(), [], prefs, t);
        const address = atlasFragment({ view: 'browse', choices: given });
        const said = [t('browse_title'), address, ...foot].map((line) => [line]);
        const text = writeTable([...browseCells(rows), ...said]);
        saveFile(datedName('entries', 'csv', new Date()), text, 'text/csv');
      }}
    />
  );
}
