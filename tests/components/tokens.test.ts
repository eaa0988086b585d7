import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTITY_KINDS } from '@/lib/model/entity';
import { LANGUAGE_TAGS } from '@/lib/model/languages';

const css = readFileSync(new URL('../../components/surface/tokens.css', import.meta.url), 'utf8');

/** The colours of one theme, by token. */
function colours(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['paper', 'wash', 'raise'];
const TEXTS = ['ink', 'ink-soft', 'accent', ...ENTITY_KINDS];
const LINES = ['edge', 'focus'];

it.each(LANGUAGE_TAGS)('text in %s has a face of its own', (tag) => {
  expect(css).toContain(`.govgloss :lang(${tag})`);
});

describe.each([
  ['light', '.govgloss'],
  ['dark', '.govgloss[data-theme="dark"]'],
])('the %s theme', (_, selector) => {
  const theme = colours(selector);

  it.each(TEXTS)('has %s legible on every ground (4.5:1)', (text) => {
    for (const ground of GROUNDS) {
      expect(contrast(theme[text]!, theme[ground]!), `${text} on ${ground}`).toBeGreaterThan(4.5);
    }
  });

  it.each(LINES)('has %s visible on every ground (3:1)', (line) => {
    for (const ground of GROUNDS) {
      expect(contrast(theme[line]!, theme[ground]!), `${line} on ${ground}`).toBeGreaterThan(3);
    }
  });

  it('has the filled cell of the map legible', () => {
    expect(contrast(theme.paper!, theme.accent!)).toBeGreaterThan(4.5);
  });
});
