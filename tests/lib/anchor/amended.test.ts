import { expect, describe as group, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';

/** Rules of our own whose articles say nearly the same of several departments. */
const DUTIES = [
  ['教育', '编制学校名录，核对在校人数'],
  ['交通运输', '发布班车时刻，公布停运通知'],
  ['农业农村', '登记耕地用途，核实种粮面积'],
  ['水利', '巡查堤坝水位，储备防汛物料'],
  ['卫生健康', '安排接种门诊，公示挂号余量'],
  ['自然资源', '更新地籍图册，受理测绘成果'],
  ['生态环境', '监测河湖水质，通报超标排口'],
  ['文化旅游', '维护场馆开放表，处理游客投诉'],
] as const;
const NUMBERS = '一二三四五六七八九十';

function articles(duties: readonly (readonly [string, string])[] = DUTIES): string {
  const said = duties.map(
    ([who, what], i) =>
      `第${NUMBERS[i]}条 县级以上人民政府${who}主管部门应当按照各自职责，做好数据共享工作，并${what}。`,
  );
  return ['某省公共数据管理办法', ...said, '本办法自发布之日起施行。'].join('\n');
}

const PAGE = articles();

/** What is marked after an edit of a passage that the page holds. */
function marked(passage: string, edited: string, withLandmarks = true): string {
  const start = PAGE.indexOf(passage);
  const { landmarks, ...rest } = describe(PAGE, { start, end: start + passage.length });
  const anchoring = anchor(edited, withLandmarks ? { ...rest, landmarks } : rest);
  if (anchoring.state !== 'found') return anchoring.state;
  return edited.slice(anchoring.span.start, anchoring.span.end);
}

const WATER = '县级以上人民政府水利主管部门应当按照各自职责，做好数据共享工作';

group('an article whose like stands beside it', () => {
  test('is found where one word of it was amended', () => {
    const amended = WATER.replace('水利', '水务');
    expect(marked(WATER, PAGE.replace(WATER, amended))).toBe(amended);
  });

  test('is found where a third of it was amended', () => {
    const amended = '县级以上地方人民政府水利主管部门应当依法做好数据共享和开放工作';
    expect(marked(WATER, PAGE.replace(WATER, amended))).toBe(amended);
  });

  test('is put nowhere where it was repealed', () => {
    const left = articles(DUTIES.filter(([who]) => who !== '水利'));
    expect(marked(WATER, left)).toBe('missing');
  });

  test('is found behind an article that was put in and has its number', () => {
    const article = PAGE.split('\n').find((line) => line.includes('水利'))!;
    const fresh = ['市场监管', '抽检集市秤具，曝光短斤缺两'] as const;
    const edited = articles([...DUTIES.slice(0, 3), fresh, ...DUTIES.slice(3)]);
    expect(marked(article, edited)).toBe(article.replace('第四条', '第五条'));
  });

  test('is found without landmarks, as version 0.1.0 kept it, where it still stands', () => {
    const edited = articles(DUTIES.slice(1));
    expect(marked(WATER, edited, false)).toBe(WATER);
  });
});

test('an equal heading above the text is not taken for the one below it', () => {
  const title = '某省公共数据管理办法';
  const page = `${title}\n${PAGE}`;
  const selectors = describe(page, { start: 0, end: title.length });
  const found = anchor(PAGE.replace('应当按照', '须按照'), selectors);
  expect(found).toMatchObject({ state: 'found', span: { start: 0, end: title.length } });
});
