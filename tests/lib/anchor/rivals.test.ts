import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe } from '@/lib/anchor/describe';
import { GramIndex } from '@/lib/anchor/gram-index';
import { normalisePage, toNormal } from '@/lib/anchor/normal-text';
import { readQuote } from '@/lib/anchor/quote';
import { findRivals } from '@/lib/anchor/rivals';
import type { Span } from '@/lib/model/span';

/** Rows of a list that say nearly the same, with characters of two units strewn in. */
const list = fc
  .array(
    fc.record({
      who: fc.constantFrom('上海市', '安徽省', '甘肃省', '天津市', '𠀋市', '🏛️省'),
      what: fc.constantFrom('召开数字政府建设工作推进会', '印发𠀋𠮷𠀋𠮷改革𠀋𠮷𠀋𠮷方案'),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { minLength: 50, maxLength: 70 },
  )
  .map((rows) => rows.map(({ who, what, day }) => `${who}${what} 2024-05-${day}`).join('\n'));

/** What was found beside a span when it was described, and what the stored quote says of it later. */
function foundAndTold(text: string, span: Span) {
  const page = normalisePage(text, 'skip');
  const { rivals: found } = findRivals(page.text, toNormal(page, span), new GramIndex(page.text));
  const stored = describe(text, span);
  return { found, told: readQuote(stored, 'skip').rivals, quote: stored.quote };
}

group('what a stored quote says of its rivals', () => {
  it('is what was on the page', () => {
    fc.assert(
      fc.property(list, fc.nat(), fc.integer({ min: 4, max: 60 }), (text, from, length) => {
        const characters = [...text];
        const start = from % (characters.length - 4);
        const before = characters.slice(0, start).join('').length;
        const quoted = characters.slice(start, start + length).join('');
        fc.pre(/\S/.test(quoted));
        const span = { start: before, end: before + quoted.length };
        const { found, told, quote } = foundAndTold(text, span);
        expect({ kind: told.kind, alike: told.alike }).toEqual({
          kind: found.kind,
          alike: found.alike,
        });
        expect(quote.prefix).not.toMatch(/^[\udc00-\udfff]/);
        expect(quote.suffix).not.toMatch(/[\ud800-\udbff]$/);
      }),
    );
  });

  it('is not lost where the context would end within a character', () => {
    const saved = '安徽省召开数字政府建设工作推进会，部署全年任务。';
    const rival = '安徽省召开数字政府建设座谈会，部署全年任务。';
    const [before, after] = [`${'𠮷'.repeat(90)}始`, `末${'𠀋'.repeat(90)}`];
    const text = `${before}${saved}${after}\n${'别的话题'.repeat(20)}${rival}${'其他内容'.repeat(20)}`;
    const span = { start: before.length, end: before.length + saved.length };
    const { found, told } = foundAndTold(text, span);
    expect(found).toMatchObject({ kind: 'similar', alike: false });
    expect(told).toMatchObject({ kind: 'similar', alike: false });
  });
});
