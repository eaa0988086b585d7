import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTITY_KINDS } from '@/lib/model/entity';

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * How readers see who lack one kind of cone, in linear RGB: Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009,
 * at severity 1.0.
 */
const EYES: Record<string, Matrix> = {
  'every cone': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Colours of text and ground where marks are read, 0 to 255. */
const PAGES: Record<string, { text: Rgb; ground: Rgb }> = {
  'black on white': { text: [0, 0, 0], ground: [255, 255, 255] },
  'grey on white': { text: [85, 85, 85], ground: [255, 255, 255] },
  'white on a red banner': { text: [255, 255, 255], ground: [190, 20, 28] },
  'light on dark': { text: [230, 230, 230], ground: [30, 30, 30] },
};

const sheet = (name: string) =>
  readFileSync(new URL(`../../../lib/dom/${name}.css`, import.meta.url), 'utf8');

/** What the first rule of a sheet says for a kind. */
const ruleOf = (css: string, kind: string) =>
  css.match(new RegExp(`::highlight\\(govgloss-${kind}\\) \\{([^}]*)\\}`))?.[1] ?? '';

function seen(colour: Rgb, eyes: Matrix): number {
  const linear = colour
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const [r = 0, g = 0, b = 0] = eyes.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, share, at) => sum + share * (linear[at] ?? 0), 0),
      ),
    ),
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of WCAG 2.2, as these eyes see the colours. */
function contrast(one: Rgb, other: Rgb, eyes: Matrix): number {
  const [high = 0, low = 0] = [seen(one, eyes), seen(other, eyes)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** A ground under the tint of `clear`: rgb(r g b / n%). */
function tinted(kind: string, ground: Rgb): Rgb {
  const parts = ruleOf(sheet('strength-clear'), kind).match(/rgb\((.*)%\)/)?.[1] ?? '';
  const [r = Number.NaN, g = 0, b = 0, percent = 0] = parts.split(/[ /]+/).map(Number);
  const share = percent / 100;
  const over = (tint: number, at: 0 | 1 | 2) => tint * share + ground[at] * (1 - share);
  return [over(r, 0), over(g, 1), over(b, 2)];
}

describe('marks', () => {
  it.each(['marks', 'strength-clear'])('of each kind have a rule in %s', (name) => {
    const without = ENTITY_KINDS.filter((kind) => !sheet(name).includes(`(govgloss-${kind})`));
    expect(without).toEqual([]);
  });

  it('are not printed, whatever their kind', () => {
    const printed = sheet('marks').split('@media print')[1] ?? '';
    expect(ENTITY_KINDS.filter((kind) => !printed.includes(`(govgloss-${kind})`))).toEqual([]);
  });

  it('have a line of their own for each kind: who sees no hue misses nothing', () => {
    const lines = ENTITY_KINDS.map(
      (kind) => ruleOf(sheet('marks'), kind).match(/underline (\w+)/)?.[1],
    );
    expect(lines).not.toContain(undefined);
    expect(new Set(lines).size).toBe(ENTITY_KINDS.length);
  });

  it.each(ENTITY_KINDS)('are in the colour of their text, whatever the page: %s', (kind) => {
    const line = ruleOf(sheet('marks'), kind).match(/text-decoration: ([^;]*);/)?.[1];
    expect(line).toMatch(/^underline \w+ \dpx$/);
    expect(ruleOf(sheet('strength-clear'), kind)).not.toContain('text-decoration-color');
  });

  describe.each(Object.entries(PAGES))('on %s', (_page, { text, ground }) => {
    it.each(Object.entries(EYES))('leave clear text and line legible with %s', (_eyes, eyes) => {
      for (const kind of ENTITY_KINDS) {
        expect(contrast(text, tinted(kind, ground), eyes), kind).toBeGreaterThan(4.5);
      }
    });
  });
});
