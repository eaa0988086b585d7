import type { AtlasData, CardData, EntityBrief, ProfileData, SearchHit } from '@/lib/model/views';

/** Converts a simplified text for display. */
export type Convert = (text: string) => string;

/** Fields of the dataset that hold Chinese text in simplified script. */
const CHINESE_FIELDS = new Set([
  'abbreviations',
  'docNumber',
  'matched',
  'name',
  'publisher',
  'tier',
  'title',
  'zh',
]);

/** What is the reader's own, and names, which come in both scripts. */
const LEFT_ALONE = new Set(['highlights', 'names', 'shortNames', 'capital']);

/**
 * The same data with every Chinese text of the dataset converted, for a reader of traditional
 * script. Names are left alone (the dataset has both forms), and so is what the reader kept.
 */
export function inScript<
  T extends AtlasData | CardData | ProfileData | EntityBrief[] | SearchHit[],
>(data: T, convert: Convert): T {
  return converted(data, convert) as T;
}

/** `field` is the name under which the value stands. */
function converted(value: unknown, convert: Convert, field = ''): unknown {
  if (LEFT_ALONE.has(field)) return value;
  if (typeof value === 'string') return CHINESE_FIELDS.has(field) ? convert(value) : value;
  if (Array.isArray(value)) return value.map((each) => converted(each, convert, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, converted(each, convert, key)]),
  );
}

/** Every text `inScript` would convert, in any parsed JSON of the dataset. */
export function chineseTexts(value: unknown): string[] {
  const texts: string[] = [];
  converted(value, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}
