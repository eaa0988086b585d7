import { type Gazetteer, readGazetteer } from '@/lib/detect/gazetteer';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { datasetOfNames, todaysDataset } from './scan';
import { placeNames } from './scan-text';

/** What the background sends to a page today, words table included. */
export async function todaysWire(): Promise<string> {
  return compileForPages(await todaysDataset());
}

/** Today's gazetteer as a page holds it. */
export async function todaysGazetteer(): Promise<Gazetteer> {
  const read = readGazetteer(await todaysWire());
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** A gazetteer of so many names of places, as it would be sent, and the names. */
export function wireOfPlaces(count: number): { wire: string; names: string[] } {
  const names = placeNames(count);
  return {
    wire: compileForPages(datasetOfNames(names)),
    names,
  };
}
