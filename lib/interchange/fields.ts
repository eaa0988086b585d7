import * as v from 'valibot';

/** What comes from a file, asked field by field: anything may stand anywhere. */

/** One value or a list of them, as a list. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

const recordSchema = v.record(v.string(), v.unknown());

/** An object's fields; none for what is no object. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return v.is(recordSchema, value) ? value : {};
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
