import { createNameFinder, type NameFinder } from '@/lib/detect/find-names';
import { readGazetteer } from '@/lib/detect/gazetteer';
import { gazetteerOf } from './gazetteer';
import type { Library } from './library';

/** What finds names, and the key of the gazetteer it stands on. */
export interface Names {
  key: string;
  finder: NameFinder;
}

/** With the reader's own entries, and without. */
const known = new Map<boolean, Names>();

/** What finds the names of a library: one for all pages, made anew when dataset or own entries change. */
export async function namesOf(library: Library, hasOwn = true): Promise<Names> {
  const { key, data } = await gazetteerOf(library, hasOwn);
  const before = known.get(hasOwn);
  if (before?.key === key) return before;
  const gazetteer = readGazetteer(data);
  if (!gazetteer.ok) throw new Error(`The gazetteer cannot be read: ${gazetteer.error}.`);
  const names = { key, finder: createNameFinder(gazetteer.value) };
  known.set(hasOwn, names);
  return names;
}
