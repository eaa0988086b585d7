import type { GazetteerData } from '@/lib/detect/gazetteer';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { type Derived, derived, type Recipe } from './derived';
import type { Library } from './library';

const GAZETTEER: Recipe<GazetteerData> = {
  name: 'gazetteer',
  make: compileForPages,
  is: (kept) => typeof kept === 'string',
};

/** The gazetteer of a library, for pages; its key tells a page whether it has this one. */
export function gazetteerOf(library: Library): Promise<Derived<GazetteerData>> {
  return derived(library, GAZETTEER);
}
