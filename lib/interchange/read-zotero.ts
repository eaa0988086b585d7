import type { Refusal } from '@/lib/model/import-report';
import { err, type Result } from '@/lib/model/result';
import { highlightFrom, type Reading } from './entry';
import { fieldsOf, listOf, textOf } from './fields';
import type { Incoming } from './incoming';
import { readEntries } from './read-entries';

type Fields = Record<string, unknown>;

/** An annotation with what is known of the item it is of. */
interface Found {
  annotation: Fields;
  item: Fields;
}

/** True for JSON that has Zotero's annotations anywhere. */
export function isZoteroJson(file: unknown): boolean {
  return annotationsIn(file, {}, 0).length > 0;
}

/**
 * Reads the JSON of Better BibTeX, or of Zotero's own interface. The address is the item's on the web where
 * the file has it, or else that of the annotation in Zotero.
 */
export function readZoteroJson(file: unknown, now: Date): Incoming {
  const entries = annotationsIn(file, {}, 0).map((value, nth) => ({ where: `${nth + 1}`, value }));
  return readEntries('zotero', entries, (found) => readAnnotation(found, now));
}

/** How deep items, attachments and annotations lie in each other, with room for another layer. */
const DEEPEST = 8;

function annotationsIn(value: unknown, item: Fields, depth: number): Found[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each) => annotationsIn(each, item, depth + 1));
  const fields = fieldsOf(value);
  const data = 'data' in fields ? fieldsOf(fields.data) : fields;
  if ('annotationType' in data) return [{ annotation: data, item }];
  const around =
    textOf(data.title) !== null && !('parentItem' in data) ? { ...item, ...data } : item;
  const lists = [fields.items, fields.attachments, fields.annotations, fields.children];
  return lists.flatMap((list) =>
    Array.isArray(list) ? annotationsIn(list, around, depth + 1) : [],
  );
}

function readAnnotation({ annotation, item }: Found, now: Date): Result<Reading, Refusal> {
  const exact = textOf(annotation.annotationText) ?? '';
  if (exact === '') return err('no-text');
  const key = textOf(annotation.key) ?? '';
  const attachment = textOf(annotation.parentItem) ?? '';
  const inZotero = `zotero://open-pdf/library/items/${attachment || key}?annotation=${key}`;
  const name = key === '' ? `zotero ${exact}` : `zotero ${key}`;
  return highlightFrom(
    {
      ...{ name, exact, url: textOf(item.url) || (attachment || key ? inZotero : '') },
      ...{ title: item.title, note: annotation.annotationComment },
      ...{ tags: listOf(annotation.tags), colour: annotation.annotationColor },
      created: annotation.dateAdded ?? annotation.dateModified,
      modified: annotation.dateModified,
    },
    now,
  );
}
