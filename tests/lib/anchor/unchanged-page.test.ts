import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import { selectorsSchema } from '@/lib/parse/highlight-schema';
import { PAGES } from './pages';

/** Any non-empty selection of a text, at any units. */
function selectionsOf(text: string) {
  return fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
}

test.each(Object.entries(PAGES))(
  'on an unchanged page every selection is found where it was: %s',
  (_, text) => {
    fc.assert(
      fc.property(selectionsOf(text), (span) => {
        const anchoring = anchor(text, describe(text, span));
        expect(anchoring).toMatchObject({ state: 'found', span, score: 1 });
      }),
      { numRuns: 100 },
    );
  },
  30_000,
);

test('so is any selection of any text', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'binary', minLength: 1, maxLength: 300 })
        .chain((text) => fc.record({ text: fc.constant(text), span: selectionsOf(text) })),
      ({ text, span }) => {
        expect(anchor(text, describe(text, span))).toMatchObject({ state: 'found', span });
      },
    ),
    { numRuns: 60 },
  );
}, 30_000);

test('what is stored keeps within the limits of a record, however repetitive the page', () => {
  const glossed = `${'数(shùshùshù)'.repeat(2000)}浙里办${'数(shùshùshù)'.repeat(2000)}浙里办`;
  const start = glossed.indexOf('浙里办');
  const described = describe(glossed, { start, end: start + 3 });
  expect(v.safeParse(selectorsSchema, described).success).toBe(true);
});
