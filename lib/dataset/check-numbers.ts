/** Whether the Chinese and the English of a text carry the same figures. */

import type { Dataset } from '@/lib/model/dataset';
import type { BilingualText } from '@/lib/model/entity';
import { factsOf } from './check-references';
import { type DatasetProblem, fileOf } from './parse';

const ZH_DIGITS = '零一二三四五六七八九';
const ZH_SCALE = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['亿', 1e8],
]);
const EN_WORDS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen twenty'
).split(' ');
const EN_ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
    ' ',
  );
const EN_OTHER = new Map([
  ['once', 1],
  ['twice', 2],
  ['both', 2],
  ['single', 1],
  ['pair', 2],
  ['half', 50],
  ['quarter', 25],
  ['dozen', 12],
]);
const EN_MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const EN_SCALE = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** `figures` are written in digits; `words` are numbers spelled out, which need no partner. */
interface Numbers {
  figures: number[];
  words: number[];
}

/** 三十四 → 34, 一万二 → 10002 is not attempted: years and counts in facts are written in digits. */
function readHan(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    const scale = ZH_SCALE.get(character);
    if (scale === undefined) {
      digit = character === '两' ? 2 : ZH_DIGITS.indexOf(character);
    } else if (scale >= 1e4) {
      total = (total + section + digit) * scale;
      section = digit = 0;
    } else {
      section += (digit || 1) * scale;
      digit = 0;
    }
  }
  return total + section + digit;
}

function round(value: number): number {
  return Number(value.toPrecision(10));
}

/** Numbers of a Chinese text: 1.45万 is 14500, 8成 is 80, 3月 counts as a word (English spells it). */
export function numbersInChinese(text: string): Numbers {
  const figures: number[] = [];
  const words: number[] = [];
  const rest = text.replace(
    /(\d[\d,]*(?:\.\d+)?)(?:余|多)?([百千]?[万亿]{0,2}|[百千])(成|月)?/g,
    (_all, digits: string, scale: string, after: string | undefined) => {
      let value = Number(digits.replaceAll(',', ''));
      for (const character of scale) value *= ZH_SCALE.get(character) ?? 1;
      if (after === '成') value *= 10;
      (after === '月' ? words : figures).push(round(value));
      return ' ';
    },
  );
  // 十四五 is the 14th of the five-year plans
  for (const [, which] of rest.matchAll(/十([一二三四五])五/g)) words.push(readHan(`十${which}`));
  for (const [run, tenth] of rest.matchAll(/[零一二三四五六七八九两十百千万亿]+(成)?/g)) {
    const value = readHan(run.replace('成', ''));
    words.push(value, ...(tenth === undefined ? [] : [value * 10]));
    for (const character of run) words.push(readHan(character));
  }
  return { figures, words };
}

/** Numbers of an English text: 14,500; 1.2 billion; 'third' and 'three' are words. */
export function numbersInEnglish(text: string): Numbers {
  const figures: number[] = [];
  const words: number[] = [];
  const rest = text
    .toLowerCase()
    .replace(
      /(\d[\d,]*(?:\.\d+)?)(?:[ -](thousand|million|billion|trillion))?/g,
      (_all, digits: string, scale: string | undefined) => {
        const value = Number(digits.replaceAll(',', '')) * (EN_SCALE.get(scale ?? '') ?? 1);
        figures.push(round(value));
        return ' ';
      },
    );
  for (const [word] of rest.matchAll(/[a-z]+/g)) {
    const ordinal = EN_ORDINALS.indexOf(word);
    const cardinal = EN_WORDS.indexOf(word);
    if (cardinal >= 0) words.push(cardinal);
    if (ordinal >= 0) words.push(ordinal);
    const month = EN_MONTHS.indexOf(word);
    if (month >= 0) words.push(month + 1);
    const other = EN_OTHER.get(word);
    if (other !== undefined) words.push(other);
  }
  return { figures, words };
}

/** Figures of one language that have no partner in the other. */
export function unmatchedNumbers({ zh, en }: BilingualText): number[] {
  const chinese = numbersInChinese(zh);
  const english = numbersInEnglish(en);
  const known = (numbers: Numbers) => new Set([...numbers.figures, ...numbers.words]);
  const inChinese = known(chinese);
  const inEnglish = known(english);
  return [
    ...chinese.figures.filter((value) => !inEnglish.has(value)),
    ...english.figures.filter((value) => !inChinese.has(value)),
  ];
}

/** Facts, summaries, descriptions and gaps of which the two languages differ in a figure. */
export function checkNumbers(dataset: Dataset): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  const check = (file: string, entity: string, path: string, text: BilingualText) => {
    const missing = [...new Set(unmatchedNumbers(text))];
    if (missing.length > 0)
      problems.push({
        file,
        entity,
        path,
        message: `only one of the two languages has ${missing.join(', ')}; make them say the same`,
      });
  };
  for (const entity of dataset.entities) {
    const file = fileOf(entity.id);
    check(file, entity.id, 'summary', entity.summary);
    if (entity.description) check(file, entity.id, 'description', entity.description);
    for (const { path, fact } of factsOf(entity)) check(file, entity.id, path, fact);
    for (const [index, gap] of (entity.gaps ?? []).entries())
      check(file, entity.id, `gaps.${index}`, gap);
  }
  for (const ranking of dataset.rankings) {
    check('CN.json', ranking.id, 'title', ranking.title);
    check('CN.json', ranking.id, 'method', ranking.method);
    if (ranking.note !== undefined) check('CN.json', ranking.id, 'note', ranking.note);
  }
  return problems;
}

/** Figures that cannot be: 940 %, half a person, a count below nothing; one series twice a day. */
export function checkMetrics(dataset: Dataset): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  for (const entity of dataset.entities) {
    const seen = new Set<string>();
    for (const [index, { value, unit, label, asOf }] of entity.metrics.entries()) {
      const say = (message: string) =>
        problems.push({
          file: fileOf(entity.id),
          entity: entity.id,
          path: `metrics.${index}`,
          message,
        });
      if (value < 0) say(`${value} is below nothing; correct it`);
      if (unit === 'percent' && value > 100) say(`${value} percent is more than all; correct it`);
      if (unit === 'people' && !Number.isInteger(value))
        say(`${value} people: write the full number, 1200000 for 120万`);
      const point = `${label.zh} ${asOf}`;
      if (seen.has(point))
        say(`“${label.zh}” has two figures of ${asOf}; keep one, or name them apart`);
      seen.add(point);
    }
  }
  return problems;
}
