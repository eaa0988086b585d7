import render from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { footOf } from '@/components/picture/caption';
import { framed } from '@/components/picture/framed';
import { estimateText, fitText } from '@/components/picture/measure-text';
import { SceneSvg } from '@/components/picture/SceneSvg';
import { PAGE_PALETTE, type Scene } from '@/components/picture/scene';
import { REAL } from '../atlas/roadmap/dataset';
import { PREFS, prefsIn, t } from '../mount';

const SCENE: Scene = {
  width: 300,
  height: 100,
  shapes: [
    { shape: 'rect', x: 10, y: 10, width: 20, height: 5, fill: 'policy', hatched: true },
    { shape: 'path', d: 'M5 5 L15 25 Z', stroke: 'ink' },
    { shape: 'text', text: '“一网通办” <b>&', x: 10, y: 50, size: 12, colour: 'ink' },
  ],
};
const CAPTION = { title: '路线图', lines: ['图例'], foot: ['资料来源：'.padEnd(200, '网，')] };

describe('a picture that leaves the page', () => {
  const out = framed(SCENE, CAPTION, estimateText);

  it('has its title above and its sources below, broken where they are too long', () => {
    const texts = out.shapes.flatMap((shape) => (shape.shape === 'text' ? [shape] : []));
    expect(texts[0]?.text).toBe('路线图');
    expect(texts.filter(({ text }) => text.includes('网，')).length).toBeGreaterThan(1);
    for (const { text, x, size, y } of texts) {
      expect(x + estimateText(text, size)).toBeLessThanOrEqual(out.width);
      expect(y).toBeLessThan(out.height);
      expect(text).not.toMatch(/^[，。；、]/);
    }
  });

  it('is moved whole: boxes, paths and words alike', () => {
    const [rect, path, text] = out.shapes.filter(
      (shape) => shape.shape !== 'text' || shape.text.includes('<b>'),
    );
    const [dx, dy] = rect?.shape === 'rect' ? [rect.x - 10, rect.y - 10] : [0, 0];
    expect(path).toMatchObject({ d: `M${5 + dx} ${5 + dy} L${15 + dx} ${25 + dy} Z` });
    expect(text).toMatchObject({ x: 10 + dx, y: 50 + dy });
  });

  it('is SVG that says what it shows, in which a text is never markup', () => {
    const svg = render(
      <SceneSvg
        scene={SCENE}
        palette={PAGE_PALETTE}
        font="serif"
        title="路线图"
        description="a & b"
      />,
    );
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).toContain('<title>路线图</title>');
    expect(svg).toContain('&lt;b>&amp;');
    expect(svg).toContain('url(#hatch-policy)');
  });
});

describe('fitText', () => {
  it.each([
    ['一网通办工作方案', 200, '一网通办工作方案'],
    ['一网通办工作方案', 60, '一网通办…'],
    ['一网通办工作方案', 20, null],
  ])('%s in %d px', (text, room, fitted) => {
    expect(fitText(text, room, 12, estimateText)).toBe(fitted);
  });
});

describe('the foot of a picture', () => {
  it('names the dataset, the day, and the publishers that say most', () => {
    const [made, from] = footOf('2026.11.28', '2026-11-28', REAL.sources, PREFS, t);
    expect(made).toContain('2026.11.28');
    expect(made).toContain('2026年11月28日');
    expect(from).toMatch(/以及另外 \d+ 家/);
  });

  it('has the names an English reader knows them by', () => {
    const some = REAL.sources.filter(({ publisherEn }) => publisherEn).slice(0, 3);
    const [, from] = footOf('1', '2026-11-28', some, prefsIn('en'), t);
    expect(from).toContain(some[0]?.publisherEn ?? '');
  });
});
