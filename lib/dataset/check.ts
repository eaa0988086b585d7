/** All checks a dataset must pass before it is packaged or published. */

import type { Dataset } from '@/lib/model/dataset';
import { type EntityKind, ofEveryKind } from '@/lib/model/entity';
import { checkDates, checkLinks } from './check-dates';
import { checkNames } from './check-names';
import { checkMetrics, checkNumbers } from './check-numbers';
import { checkReferences, factsOf } from './check-references';
import { checkSources, checkSubstance } from './check-substance';
import { checkClaims, checkSpelling, checkTexts, type Reference } from './check-writing';
import type { DatasetProblem } from './parse';

/** `today` is YYYY-MM-DD. An empty answer means the dataset is fit to be shown. */
export function checkDataset(
  dataset: Dataset,
  today: string,
  reference: Reference,
): DatasetProblem[] {
  return [
    ...checkReferences(dataset),
    ...checkDates(dataset, today),
    ...checkLinks(dataset),
    ...checkNames(dataset),
    ...checkSpelling(dataset, reference),
    ...checkNumbers(dataset),
    ...checkMetrics(dataset),
    ...checkTexts(dataset),
    ...checkClaims(dataset),
    ...checkSubstance(dataset),
    ...checkSources(dataset),
  ];
}

/** What the dataset holds, for the last line of `check:data`. */
export interface DatasetCounts {
  /** Entities by kind, the nation left out. */
  kinds: Record<EntityKind, number>;
  facts: number;
  claims: number;
  metrics: number;
  rankings: number;
  sources: number;
}

export function countDataset(dataset: Dataset): DatasetCounts {
  const kinds = ofEveryKind(0);
  for (const { id, kind } of dataset.entities) if (id !== 'CN') kinds[kind]++;
  const facts = dataset.entities.flatMap(factsOf);
  return {
    kinds,
    facts: facts.length,
    claims: facts.filter(({ fact }) => fact.claim).length,
    metrics: dataset.entities.reduce((sum, entity) => sum + entity.metrics.length, 0),
    rankings: dataset.rankings.length,
    sources: dataset.sources.length,
  };
}
