import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { privateCss } from '@/entrypoints/page-views/private-css';

const ROOT = join(import.meta.dirname, '../../..');

it('asks for no face that a page could define', () => {
  const css = privateCss(
    '.a { --face: var(--serif); font-family: var(--face, var(--sans)); }',
    'x',
  );
  expect(css).toBe('.a { --x-face: serif; font-family: var(--x-face, sans-serif); }');
});

it('has names for custom properties that no page can guess, and the same in every use', () => {
  expect(privateCss('.a { --ink: #000; color: var(--ink) }', 'q7')).toBe(
    '.a { --q7-ink: #000; color: var(--q7-ink) }',
  );
});

it.each([
  'card/card',
  'selection-toolbar/selection-toolbar',
  'notice/notice',
  'surface/tokens',
  'surface/button',
  'text/text',
  'locator/locator',
])('two hyphens begin nothing but custom properties in %s.css', (file) => {
  const css = readFileSync(join(ROOT, `components/${file}.css`), 'utf8').replace(
    /\/\*.*?\*\//gs,
    '',
  );
  expect(css.match(/(?<![\s(])--|--(?![a-z])/g)).toBeNull();
  expect(css.match(/font(?:-family)?:[^;]*["']/g), 'named faces beside the tokens').toBeNull();
});
