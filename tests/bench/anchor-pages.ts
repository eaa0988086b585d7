/**
 * Pages for the anchoring bench: articles, tables and lists put together from the sentences of the
 * dataset, which are as long, as dense in figures and as alike as those of real announcements.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Converter } from 'opencc-js';
import type { Chance } from './anchor-random';

/** One block of text a string, as lib/dom reads a page. */
export type Blocks = string[];

export interface Corpus {
  divisions: { name: string; zh: string[]; en: string[] }[];
}

const FOLDER = path.join(import.meta.dirname, '../../public/dataset');
const toTraditional = Converter({ from: 'cn', to: 't' });
const SYLLABLES = 'shù zì zhèng fǔ jiàn shè guǎn lǐ gāo hé zuò wèi tōng biàn duō zhàn'.split(' ');
const RARE = ['𠮷', '𠀋', '🏛️', '🤝'];
const STATES = ['已完成', '建设中', '已上线', '试运行', '待验收'];

function collect(value: unknown, zh: string[], en: string[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, zh, en);
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && inner.length >= 12) {
        if (key === 'zh') zh.push(inner);
        if (key === 'en') en.push(inner);
      } else collect(inner, zh, en);
    }
  }
}

/** Reads the sentences of every division's file, in the order of their names. */
export function readCorpus(): Corpus {
  const files = readdirSync(FOLDER).filter((name) => /^CN(-[A-Z]{2})?\.json$/.test(name));
  const divisions = files.sort().map((file) => {
    const parsed: unknown = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));
    const zh: string[] = [];
    const en: string[] = [];
    collect(parsed, zh, en);
    const name = /"zhHans": ?"([^"]+)"/.exec(readFileSync(path.join(FOLDER, file), 'utf8'))?.[1];
    return { name: name ?? file, zh: [...new Set(zh)], en: [...new Set(en)] };
  });
  return { divisions: divisions.filter(({ zh }) => zh.length >= 20) };
}

/** Paragraphs of one to five sentences, none of them said twice. */
function paragraphs(chance: Chance, sentences: readonly string[], count: number): string[] {
  const rest = chance.sample(sentences, sentences.length);
  return Array.from({ length: count }, () => rest.splice(0, chance.int(1, 5)).join('')).filter(
    (paragraph) => paragraph !== '',
  );
}

const before = (chance: Chance) => [
  '首页 > 政务公开 > 要闻动态',
  `发布时间：20${chance.int(17, 25)}-${chance.int(10, 12)}-${chance.int(10, 28)} 来源：本网 浏览次数：${chance.int(100, 9999)} 字体：[大 中 小]`,
];
const after = [
  '【打印本页】 【关闭窗口】',
  '主办：省人民政府办公厅 承办：省大数据中心',
  '网站地图 | 联系我们 | 隐私声明',
];

function article(chance: Chance, corpus: Corpus): Blocks {
  const division = chance.pick(corpus.divisions);
  const body = paragraphs(chance, division.zh, chance.int(6, 24));
  return [...before(chance), `${division.name}数字政府建设情况综述`, ...body, ...after];
}

/** The same three headings for each division, as the 2020 roadmap article has them. */
function sections(chance: Chance, corpus: Corpus): Blocks {
  const parts = chance
    .sample(corpus.divisions, chance.int(4, 8))
    .flatMap((division) => [
      division.name,
      `根据评估结果，${division.name}在省级政府网站中排名第${chance.int(1, 31)}。`,
      '01 在平台建设方面',
      ...paragraphs(chance, division.zh, chance.int(1, 3)),
      '02 在顶层设计方面',
      `20${chance.int(15, 23)}年${chance.int(1, 12)}月，${division.name}人民政府办公厅印发《${division.name}数字政府建设总体规划》，提出推进政务服务“一网通办”。`,
      ...paragraphs(chance, division.zh, chance.int(1, 2)),
    ]);
  return [...before(chance), '各地数字政府建设路线一览', ...parts, ...after];
}

/** A table, its cells blocks of their own; a row is one string here, since rows are moved whole. */
function table(chance: Chance, corpus: Corpus): Blocks {
  const rows = chance
    .sample(corpus.divisions, chance.int(8, 28))
    .map((division, row) =>
      [
        `${row + 1}`,
        division.name,
        '一体化政务服务平台',
        `${chance.int(10, 90)}${chance.int(0, 9)}项`,
        chance.pick(STATES),
      ].join('\n'),
    );
  const intro = chance.pick(corpus.divisions).zh.slice(0, 3).join('');
  return [
    ...before(chance),
    intro,
    '序号\n地区\n系统\n事项\n状态',
    ...rows,
    intro.slice(0, 40),
    ...after,
  ];
}

/** A list of announcements of one kind, some rows equal. */
function list(chance: Chance, corpus: Corpus): Blocks {
  const rows = Array.from({ length: chance.int(12, 40) }, () =>
    chance.flip(0.15)
      ? '更多信息请登录政务服务网查询办理。'
      : `${chance.pick(corpus.divisions).name}召开数字政府建设工作推进会 20${chance.int(19, 24)}-0${chance.int(1, 9)}-1${chance.int(0, 9)}`,
  );
  return [...before(chance), ...rows, ...after];
}

function english(chance: Chance, corpus: Corpus): Blocks {
  const division = chance.pick(corpus.divisions);
  const rest = chance.sample(division.en, division.en.length);
  const body = Array.from({ length: chance.int(6, 20) }, () =>
    rest.splice(0, chance.int(1, 4)).join(' '),
  ).filter((paragraph) => paragraph !== '');
  return ['Home > News', ...body, 'Print | Close', 'Sitemap'];
}

/** Adds a pinyin gloss in brackets after about every other Han character. */
export function glossed(chance: Chance, text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) =>
    chance.flip(0.4) ? `${character}(${chance.pick(SYLLABLES)})` : character,
  );
}

function rare(chance: Chance, text: string): string {
  return [...text].map((unit) => (chance.flip(0.03) ? unit + chance.pick(RARE) : unit)).join('');
}

/** News pages are mostly articles; tables and lists, whose rows are alike, are the hard ones. */
const KINDS = [
  ...Array.from({ length: 9 }, () => ({ name: 'an article', make: article })),
  ...Array.from({ length: 3 }, () => ({ name: 'a page of like sections', make: sections })),
  { name: 'a table', make: table },
  { name: 'a list', make: list },
  { name: 'an English article', make: english },
];

/** A page of a kind chosen by chance. */
export function makePage(chance: Chance, corpus: Corpus): { kind: string; blocks: Blocks } {
  const { name, make } = chance.pick(KINDS);
  return { kind: name, blocks: inSomeScript(chance, make(chance, corpus)) };
}

function inSomeScript(chance: Chance, blocks: Blocks): Blocks {
  const look = chance.int(0, 9);
  if (look < 5) return blocks;
  if (look < 7) return blocks.map((block) => toTraditional(block));
  if (look < 9) return blocks.map((block) => glossed(chance, toTraditional(block)));
  return blocks.map((block) => rare(chance, block));
}
