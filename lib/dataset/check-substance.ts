/** Whether facts say something, and say it once; whether documents and rankings are told in full. */

import type { Dataset, Ranking } from '@/lib/model/dataset';
import type { Entity, Fact } from '@/lib/model/entity';
import { numbersInChinese } from './check-numbers';
import { factsOf } from './check-references';
import { type DatasetProblem, fileOf } from './parse';

/** Days, months and years, whose figures are no figures of a statement. */
const DATES = /\d{4}年|\d+月|\d+日|\d{4}(?:[—–-]\d{4})?(?=年)|〔\d{4}〕\d+号/g;

/** The figures a statement is made of, its dates aside. */
function figuresOf(fact: Fact): number[] {
  return numbersInChinese(fact.zh.replace(DATES, ' ')).figures;
}

/** Two figures or more, all of them in another statement of the same date: the same told twice. */
function isToldBy(fact: Fact, other: Fact): boolean {
  const figures = figuresOf(fact);
  if (figures.length < 2 || fact.asOf.slice(0, 4) !== other.asOf.slice(0, 4)) return false;
  const known = new Set(figuresOf(other));
  return figures.every((figure) => known.has(figure));
}

function checkToldOnce(entity: Entity): DatasetProblem[] {
  const facts = factsOf(entity);
  return facts.flatMap(({ path, fact }, at) => {
    const by = facts.find(
      (other, place) =>
        place !== at && isToldBy(fact, other.fact) && !(place > at && isToldBy(other.fact, fact)),
    );
    if (!by) return [];
    const message = `every figure of it stands in ${by.path}; keep the fuller one`;
    return [{ file: fileOf(entity.id), entity: entity.id, path, message }];
  });
}

/** What says only that something is listed or belongs somewhere. */
const EMPTY = /^[^，。；]*(?:摘要提到|被列入名单|在名单上|有记载)[^，。；]*。$/;

function checkEmpty(entity: Entity): DatasetProblem[] {
  return factsOf(entity)
    .filter(({ fact }) => EMPTY.test(fact.zh))
    .map(({ path }) => ({
      file: fileOf(entity.id),
      entity: entity.id,
      path,
      message: 'this says only that it is mentioned; say what, or make it a gap',
    }));
}

/** Documents of the State Council and its General Office, of which number and day are public. */
const STATE_COUNCIL = /^国务院(?:办公厅)?$/;

function checkDocument(entity: Entity): DatasetProblem[] {
  if (entity.kind !== 'policy' || !STATE_COUNCIL.test(entity.issuer?.zh ?? '')) return [];
  const problems: DatasetProblem[] = [];
  const say = (path: string, message: string) =>
    problems.push({ file: fileOf(entity.id), entity: entity.id, path, message });
  const saysSo = (word: RegExp) => (entity.gaps ?? []).some(({ zh }) => word.test(zh));
  if (!entity.docNumber && !saysSo(/文号/))
    say(
      'docNumber',
      'the State Council numbers its documents; find the number, or say in a gap that it was not found',
    );
  if ((entity.date?.length ?? 0) < 10 && !saysSo(/日期/))
    say('date', 'find the day it was signed, or say in a gap that it was not found');
  return problems;
}

/** All divisions of the mainland, which rankings of provinces are about. */
const WHOLE = 31;

function checkRanking(ranking: Ranking): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  const say = (path: string, message: string) =>
    problems.push({ file: 'CN.json', entity: ranking.id, path, message });
  const provinces = ranking.results.filter(({ division }) => division !== 'CN');
  const isOfPlaces = provinces.length > 0 || ranking.results.length === 0;
  const isOfGroup = /直辖市/.test(ranking.title.zh);
  if (isOfPlaces && !isOfGroup && provinces.length < WHOLE && !ranking.extract)
    say('extract', `it has ${provinces.length} of ${WHOLE} rows; set "extract": true, or add them`);
  if (provinces.length >= WHOLE && ranking.extract) say('extract', 'it is whole; remove "extract"');
  for (const [at, row] of ranking.results.entries()) {
    const better = ranking.results.find(
      (other) =>
        other.tier === row.tier &&
        other.rank !== undefined &&
        row.rank !== undefined &&
        other.score !== undefined &&
        row.score !== undefined &&
        other.rank < row.rank &&
        other.score < row.score,
    );
    if (better && !ranking.note)
      say(
        `results.${at}`,
        `${better.division} is ranked before it with a lower score; say why in a note`,
      );
  }
  return problems;
}

export function checkSubstance(dataset: Dataset): DatasetProblem[] {
  return [
    ...dataset.entities.flatMap((entity) => [
      ...checkToldOnce(entity),
      ...checkEmpty(entity),
      ...checkDocument(entity),
    ]),
    ...dataset.rankings.flatMap(checkRanking),
  ];
}

/** Hosts on which what stands is a government's, a legislature's or an international body's own. */
const OWN_HOST = /(?:^|\.)(?:gov\.[a-z]{2}|gov|itu\.int|polyu\.edu\.hk)$/;

/** Every source has a name for an English reader, and none is called official that is a copy. */
export function checkSources(dataset: Dataset): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  for (const { id, publisherEn, grade, copy, url } of dataset.sources) {
    const say = (path: string, message: string) =>
      problems.push({ file: 'sources.json', entity: id, path, message });
    if (!publisherEn)
      say(
        'publisherEn',
        'an English reader needs a name; add what it is known by, or what its Chinese name says',
      );
    if (grade === 'official' && !copy && !(url && OWN_HOST.test(new URL(url).hostname)))
      say('copy', 'it does not stand on a site of its publisher; set "copy": true');
  }
  return problems;
}
