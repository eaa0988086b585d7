import { createNameFinder, type NameFinder } from '@/lib/detect/find-names';
import { readGazetteer } from '@/lib/detect/gazetteer';
import { gazetteerOf } from './gazetteer';
import type { Library } from './library';

/** What finds names, and the key of the gazetteer it stands on. */
export interface Names {
  key: string;
  finder: NameFinder;
}

let known: Names | null = null;

/** What finds the names of a library: one for all pages, made anew when dataset or own entries change. */
export async function namesOf(library: Library): Promise<Names> {
  const { key, data } = await gazetteerOf(library);
  if (known?.key === key) return known;
  const gazetteer = readGazetteer(data);
  if (!gazetteer.ok) throw new Error(`The gazetteer cannot be read: ${gazetteer.error}.`);
  known = { key, finder: createNameFinder(gazetteer.value) };
  return known;
}
