import { createDetector } from '@/lib/detect/detect';
import { readGazetteer } from '@/lib/detect/gazetteer';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { readDataset } from '../words/dataset';
import type { Annotator } from './output';

/** The detector of the packaged dataset, over the same wire as in a page. */
export async function packagedAnnotator(): Promise<Annotator> {
  const dataset = await readDataset();
  const read = readGazetteer(compileForPages(dataset));
  if (!read.ok) throw new Error(`The compiled gazetteer cannot be read: ${read.error}`);
  const names = new Map(dataset.entities.map(({ id, names: { zhHans } }) => [id, zhHans]));
  return { detector: createDetector(read.value), names };
}
