import { roadmapEntries } from '@/components/atlas/roadmap/entries';
import type { AtlasData } from '@/lib/model/views';
import { checkFolder } from '@/scripts/check-data';
import { PREFS } from '../../mount';

/** The packaged dataset, as the atlas is given it. */
function packagedData(): AtlasData {
  const { dataset, problems } = checkFolder('public/dataset');
  if (!dataset) throw new Error(problems.map(({ message }) => message).join('\n'));
  return dataset;
}

export const REAL = packagedData();
export const REAL_ENTRIES = roadmapEntries(REAL, PREFS);
