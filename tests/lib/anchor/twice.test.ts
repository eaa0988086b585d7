import { expect, describe as group, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';

/** A notice of our own that stands on its page twice: for wide windows, and for narrow ones. */
const NOTICE = [
  '为做好汛期值守，各乡镇应当安排专人巡查山塘，发现渗漏立即上报。',
  '巡查记录由水利站汇总，每周五送县防汛办存档，保存期限不少于两年。',
  '对瞒报、迟报的单位予以通报，造成后果的依照有关规定追究责任。',
  '本通知自印发之日起执行，原有规定与此不一致的以本通知为准。',
].join('\n');
const pageOf = (notice: string) => `某县人民政府\n${notice}\n${notice}\n主办单位：某县办公室`;
const QUOTE = '每周五送县防汛办存档';

/** The words found, and before how many of like words each of its places stands, the one found first. */
function placesIn(edited: string, quote: string, at = PAGE.indexOf(QUOTE)): string[] {
  const anchoring = anchor(edited, describe(PAGE, { start: at, end: at + QUOTE.length }));
  if (anchoring.state !== 'found') return [anchoring.state];
  return [anchoring.span, ...(anchoring.others ?? [])].map(({ start, end }) => {
    const nth = edited.slice(0, start).split(quote).length;
    return `${edited.slice(start, end)} ${nth}`;
  });
}
const PAGE = pageOf(NOTICE);
const SECOND = PAGE.lastIndexOf(QUOTE);

group('a text that stands on its page twice', () => {
  test('is found where it was, and its other place is told of', () => {
    expect(placesIn(PAGE, QUOTE)).toEqual([`${QUOTE} 1`, `${QUOTE} 2`]);
    expect(placesIn(PAGE, QUOTE, SECOND)).toEqual([`${QUOTE} 2`, `${QUOTE} 1`]);
  });

  test('is found where both copies were edited around it alike', () => {
    const edited = pageOf(
      NOTICE.replace('水利站汇总', '水务所和林业站分别汇总').replace('两年', '五年'),
    );
    expect(placesIn(edited, QUOTE)).toEqual([`${QUOTE} 1`, `${QUOTE} 2`]);
  });

  test('is found where both were edited in its own words alike', () => {
    const now = '每周一送县防汛办存档';
    const edited = pageOf(NOTICE.replace(QUOTE, now));
    expect(placesIn(edited, now)).toEqual([`${now} 1`, `${now} 2`]);
  });

  test('is put nowhere where both copies lost it', () => {
    expect(placesIn(pageOf(NOTICE.replace(`，${QUOTE}`, '')), QUOTE)).toEqual(['missing']);
  });

  test('has one place where one copy is left', () => {
    const edited = `某县人民政府\n${NOTICE}\n主办单位：某县办公室`;
    expect(placesIn(edited, QUOTE, SECOND)).toEqual([`${QUOTE} 1`]);
  });
});
