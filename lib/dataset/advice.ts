import * as v from 'valibot';

/** `"a" | "b" | "c"` as a person says it. */
function choices(expected: string): string {
  return expected.replace(/^\(|\)$/g, '').replaceAll(' | ', ', ');
}

/**
 * What is wrong with a value of a dataset file and what to do, in one sentence. The schema's own
 * messages (lib/dataset/schema.ts) say what a text must look like; this says the rest.
 */
export function advice(issue: v.BaseIssue<unknown>): string {
  const { type, expected, received } = issue;
  const key = v.getDotPath(issue)?.split('.').at(-1) ?? '';
  if (type === 'strict_object' && expected === 'never')
    return `there is no key “${key}” here; correct its spelling or take it out`;
  if (type === 'strict_object' && received === 'undefined') return `“${key}” is missing; add it`;
  if (type === 'regex') return `${received} will not do: ${issue.message}`;
  if (type === 'picklist') return `${received} is not one of ${choices(expected ?? '')}; use one`;
  if (type === 'min_length') return 'the list is empty; put in at least one';
  return `it should be ${expected ?? 'something else'}, not ${received}; correct it`;
}
