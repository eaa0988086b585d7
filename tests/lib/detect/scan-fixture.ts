import { type Gazetteer, readGazetteer } from '@/lib/detect/gazetteer';
import { createScanner } from '@/lib/detect/scan';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import type { Dataset } from '@/lib/model/dataset';
import type { Concept, Entity } from '@/lib/model/entity';

const NOTHING = { zh: '', en: '' };

/** A concept with one name and nothing else. */
export function conceptNamed(name: string, index = 0): Concept {
  return {
    id: `CN/c${index}`,
    kind: 'concept',
    names: { zhHans: name, zhHant: name, pinyin: '', en: '' },
    aliases: [],
    formerNames: [],
    summary: NOTHING,
    description: NOTHING,
    facts: [],
    metrics: [],
    relations: [],
    divisions: ['CN'],
  };
}

export function datasetWith(entities: Entity[]): Dataset {
  return { version: '2026.01.01', entities, rankings: [], sources: [] };
}

/** The gazetteer of a dataset as a page gets it: compiled, written, read. */
export function received(dataset: Dataset): Gazetteer {
  const read = readGazetteer(compileForPages(dataset));
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** A gazetteer of these names. */
export function gazetteerOf(names: readonly string[]): Gazetteer {
  return received(datasetWith(names.map(conceptNamed)));
}

/** What is found in a text, each as `start-end form`. */
export function found(text: string, gazetteer: Gazetteer): string[] {
  return createScanner(gazetteer)(text).map(
    ({ start, end, form }) => `${start}-${end} ${gazetteer.forms[form]}`,
  );
}
