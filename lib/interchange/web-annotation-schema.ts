import * as v from 'valibot';

/**
 * W3C Web Annotations as they come: nearly every property may be one value or a list, and a
 * resource may be named by its IRI alone. Only what a highlight can hold is read.
 */

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

/** True when the resource is of the type, alone or among others. */
export function isOfType(value: unknown, type: string): boolean {
  return listOf(fieldsOf(value).type).includes(type);
}

export interface Body {
  purposes: unknown[];
  /** The text of a textual body, or null. */
  value: string | null;
  /** The IRI of what is linked to, or null. */
  source: string | null;
}

/** The bodies of an annotation; `bodyValue` and a bare IRI are bodies too. */
export function bodiesOf(annotation: Record<string, unknown>): Body[] {
  const simple = textOf(annotation.bodyValue);
  const bodies = listOf(annotation.body).map((body): Body => {
    if (typeof body === 'string') return { purposes: [], value: null, source: body };
    const fields = fieldsOf(body);
    return {
      purposes: listOf(fields.purpose),
      value: textOf(fields.value),
      source: textOf(fields.source) ?? textOf(fields.id),
    };
  });
  return simple === null ? bodies : [{ purposes: [], value: simple, source: null }, ...bodies];
}

/** The address of what a target is a part of. */
export function sourceOf(target: Record<string, unknown>): string | null {
  const { source } = target;
  return textOf(source) ?? textOf(fieldsOf(source).id);
}

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const path = v.object({
  value: v.string(),
  refinedBy: v.object({ start: offset }),
});
const rangeSchema = v.object({ startSelector: path, endSelector: path });

/** A range selector as highlights keep it; null for one of another make. */
export function rangeOf(selector: unknown) {
  const parsed = v.safeParse(rangeSchema, selector);
  if (!parsed.success) return null;
  const { startSelector, endSelector } = parsed.output;
  return {
    type: 'RangeSelector',
    startSelector: { type: 'XPathSelector', value: startSelector.value },
    endSelector: { type: 'XPathSelector', value: endSelector.value },
    startOffset: startSelector.refinedBy.start,
    endOffset: endSelector.refinedBy.start,
  };
}
