import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HIGHLIGHT_COLOURS } from '@/lib/model/highlight';

const sheet = (path: string) =>
  readFileSync(new URL(`../../../${path}.css`, import.meta.url), 'utf8');

const MARKS = sheet('lib/dom/marks');
const SWATCHES = [
  'components/highlight/highlight',
  'components/selection-toolbar/selection-toolbar',
];

test.each(HIGHLIGHT_COLOURS)(
  'a passage kept in %s is seen on the page, in forced colours and in print',
  (colour) => {
    for (const layer of ['saved', 'inner']) {
      const rule = new RegExp(`::highlight\\(govgloss-${layer}-${colour}\\)`, 'g');
      // Once in each.
      expect(MARKS.match(rule)).toHaveLength(3);
    }
  },
);

test.each(HIGHLIGHT_COLOURS)('a passage kept in %s has its colour in our own views', (colour) => {
  for (const path of SWATCHES) expect(sheet(path)).toContain(`[data-colour="${colour}"]`);
});
