import type { GazetteerData } from '@/lib/detect/gazetteer';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { type Derived, derived, type Recipe } from './derived';
import type { Library } from './library';

const GAZETTEER: Recipe<GazetteerData> = {
  name: 'gazetteer',
  make: compileForPages,
  is: (kept) => typeof kept === 'string',
};

const WITHOUT_OWN: Recipe<GazetteerData> = {
  ...GAZETTEER,
  name: 'gazetteer-without-own',
  withoutOwn: true,
};

/**
 * The gazetteer of a library, for pages; its key tells a page whether it has this one.
 * @param hasOwn with the reader's own entries, of which a page learns by what is marked in it
 */
export function gazetteerOf(library: Library, hasOwn = true): Promise<Derived<GazetteerData>> {
  return derived(library, hasOwn ? GAZETTEER : WITHOUT_OWN);
}
