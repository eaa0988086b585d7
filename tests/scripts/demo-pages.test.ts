import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { glossed, traditional } from '@/scripts/demo-pages';

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, '../pages/demo', name), 'utf8');

test('the demo renderings are made from the simplified one as it stands', () => {
  const expected = traditional(read('simplified.html'));
  expect(read('traditional.html')).toBe(expected);
  expect(read('glossed.html')).toBe(glossed(expected));
});

test('a gloss stands after the character, never inside a tag', () => {
  const page =
    '<!-- article --><p title="數字">數字<ruby>粵<rt>yuè</rt></ruby></p><!-- /article -->';
  expect(glossed(page)).toBe(page.replace('>數字', '>數(shù)字'));
});
