import { createDetector, type Detector } from '@/lib/detect/detect';
import { readGazetteer } from '@/lib/detect/gazetteer';
import { yieldToPage } from '@/lib/dom/slices';
import { callBackground } from '@/lib/messages/client';

/** The detector for this page and the dataset it stands on. */
export interface Finder {
  version: string;
  detector: Pick<Detector, 'detect' | 'divisionOfHost'>;
  /** The class of each UTF-16 unit; variants of a character share one. */
  classOf: Uint16Array;
}

/** Finds nothing: while there is no gazetteer the page shows what it has without one. */
export const NO_NAMES: Finder = {
  version: '',
  detector: { detect: () => [], divisionOfHost: () => null },
  classOf: new Uint16Array(),
};

/**
 * Asks the background for the gazetteer and makes a detector of it. `known` is what the page has
 * already: it is returned as it is when nothing newer exists. Null, or a throw, when there is none,
 * or none that can be read: then it is sent again the next time.
 */
export async function askForFinder(known: Finder | null): Promise<Finder | null> {
  const answer = await callBackground('getGazetteer', { version: known?.version ?? null });
  if (!answer.ok) return null;
  const { version, gazetteer } = answer.value;
  if (gazetteer === null) return known;
  const read = readGazetteer(gazetteer);
  if (!read.ok) return null;
  const { classOf } = read.value.matcher;
  // Expanding it was work for one turn; the first view of the page is read in the next.
  await yieldToPage();
  return { version, detector: createDetector(read.value), classOf };
}
