import { expect, test } from 'vitest';
import type { Incoming } from '@/lib/interchange/incoming';
import { changesOf, planImport } from '@/lib/interchange/plan-import';
import type { Highlight } from '@/lib/model/highlight';
import { highlight } from './highlights';

const CREATED = '2026-03-01T08:00:00.000Z';
const LATER = '2026-04-01T08:00:00.000Z';
const LATEST = '2026-05-01T08:00:00.000Z';
const untouched = highlight({ createdAt: CREATED, modifiedAt: CREATED });

function file(...highlights: Highlight[]): Incoming {
  return { format: 'backup', highlights, undated: new Set(), malformed: [], leftOut: [] };
}

test('a highlight the library has not got is new', () => {
  expect(planImport([], file(untouched)).new).toEqual([untouched]);
});

test('one that was edited elsewhere and not here is changed', () => {
  const after = { ...untouched, note: 'elsewhere', modifiedAt: LATER };
  const plan = planImport([untouched], file(after));
  expect(plan.changed).toEqual([{ before: untouched, after }]);
  expect(changesOf(plan, 'mine')).toEqual({ add: [], replace: plan.changed, unreadable: [] });
});

test.each([
  ['edited on both sides, the file later', LATER, LATEST, true],
  ['edited on both sides, the library later', LATEST, LATER, false],
  ['edited here since the file was written', LATER, CREATED, false],
  ['different at the same moment', LATER, LATER, false],
])('one that was %s is a conflict for the reader to decide', (_, here, there, fileIsNewer) => {
  const before = { ...untouched, note: 'here', modifiedAt: here };
  const after = { ...untouched, note: 'there', modifiedAt: there };
  const plan = planImport([before], file(after));
  expect(plan.conflicting).toEqual([{ before, after }]);
  expect(changesOf(plan, 'mine').replace).toEqual([]);
  expect(changesOf(plan, 'theirs').replace).toEqual([{ before, after }]);
  expect(changesOf(plan, 'newer').replace).toHaveLength(fileIsNewer ? 1 : 0);
});

test.each([
  ['the file has seen more changes', 2, 3, true],
  ['the library has seen more changes', 3, 2, false],
])('of two of the same moment, as a clock set back leaves them: %s', (_, here, there, isTaken) => {
  const before = { ...untouched, note: 'here', modifiedAt: LATER, revision: here };
  const after = { ...untouched, note: 'there', modifiedAt: LATER, revision: there };
  const plan = planImport([before], file(after));
  expect(changesOf(plan, 'newer').replace).toHaveLength(isTaken ? 1 : 0);
});

test('one changed here twice long ago gives way to one changed once elsewhere since', () => {
  const before = { ...untouched, note: 'here', modifiedAt: LATER, revision: 3 };
  const after = { ...untouched, note: 'there', modifiedAt: LATEST, revision: 2 };
  expect(changesOf(planImport([before], file(after)), 'newer').replace).toHaveLength(1);
});

test('how often it was changed makes no difference by itself', () => {
  const before = { ...untouched, revision: 3 };
  expect(planImport([before], file(untouched)).unchanged).toEqual([before]);
});

test('an entry without a time of its own does not differ by the time it was imported', () => {
  const again = { ...untouched, createdAt: LATER, modifiedAt: LATER };
  const incoming = { ...file(again), undated: new Set([again.id]) };
  expect(planImport([untouched], incoming).unchanged).toEqual([untouched]);
});

test('what could not be read is named in the plan', () => {
  const malformed = [{ where: '4', why: 'whole-page' as const }];
  expect(planImport([], { ...file(), malformed }).malformed).toEqual(malformed);
});
