import { describe, expect, it } from 'vitest';
import type { Choices } from '@/components/atlas/atlas-route';
import { browseCells } from '@/components/atlas/browse/cells';
import { browse, browseChoices, parseBrowseChoices } from '@/components/atlas/browse/choices';
import { browseRows } from '@/components/atlas/browse/rows';
import { PREFS } from '../mount';
import { REAL } from './roadmap/dataset';

const ROWS = browseRows(REAL, PREFS);
const find = (choices: Choices) => browse(ROWS, parseBrowseChoices(choices));
const ids = (choices: Choices) => find(choices).map(({ entity }) => entity.id);

describe('browse', () => {
  it('shows every entity when nothing is chosen', () => {
    expect(find({})).toHaveLength(REAL.entities.length);
  });

  it('finds the documents of 2018 that speak of 一网通办', () => {
    const found = find({ k: 'policy', y: '2018', q: '一网通办' });
    expect(found.map(({ entity }) => entity.id)).toContain('CN-SH/policy-yiwangtongban-2018');
    expect(found.every(({ date }) => date?.startsWith('2018'))).toBe(true);
  });

  it.each([
    ['浙江 政策', 'CN-ZJ/policy-biaozhunhua-2018'],
    ['Zheliban launch', 'CN-ZJ/zheliban'],
    ['浙江 政務服務', 'CN-ZJ/zhengwufuwuwang'],
    ['guangdong mini program', 'CN-GD/yueshengshi'],
    ['国发 2022', 'CN/policy-guofa-2022-14'],
  ])('takes several words: %s', (q, id) => {
    expect(ids({ q })).toContain(id);
  });

  it('wants all of the words', () => {
    expect(ids({ q: '浙江 不存在的词' })).toEqual([]);
  });

  it.each([
    ['n', 'number', (row: (typeof ROWS)[number]) => row.hasNumber],
    ['n', 'figures', (row: (typeof ROWS)[number]) => row.hasFigures],
    ['g', 'paper', (row: (typeof ROWS)[number]) => row.grades.has('paper')],
    ['y', 'none', (row: (typeof ROWS)[number]) => row.date === null],
    ['d', 'CN-GZ', (row: (typeof ROWS)[number]) => row.division === 'CN-GZ'],
  ])('narrows by %s=%s', (key, value, is) => {
    const found = find({ [key]: value });
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(ROWS.filter(is));
  });

  it('sorts by date either way, what has none at the end', () => {
    const dates = (s: string) => find({ k: 'policy', s }).map(({ date }) => date);
    const [up, down] = [dates('date'), dates('-date')];
    expect(up.slice(0, -1)).toEqual([...up.slice(0, -1)].sort());
    expect(down.slice(0, -1)).toEqual(up.slice(0, -1).reverse());
    expect([up.at(-1), down.at(-1)]).toEqual([null, null]);
  });

  it.each([
    {},
    { q: '浙江 政策', k: 'policy', y: '2018', s: '-date' },
    { d: 'CN-ZJ', n: 'figures' },
  ])('stands in its address: %j', (choices: Choices) => {
    expect(browseChoices(parseBrowseChoices(choices))).toEqual(choices);
  });

  it('goes out with its sources, a row each', () => {
    const [head, row] = browseCells(find({ q: '浙里办', k: 'platform' }));
    expect(row).toHaveLength(head?.length ?? 0);
    expect(row?.join()).toContain('CN-ZJ/zheliban');
  });
});
