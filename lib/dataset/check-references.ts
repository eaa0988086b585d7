/** Whether everything a dataset points at is there, and everything that is there is used. */

import type { Dataset, Ranking } from '@/lib/model/dataset';
import type { Entity, Fact, Metric } from '@/lib/model/entity';
import { type DatasetProblem, fileOf } from './parse';

/** Facts of an entity with their place in its file, those of a division's roadmap included. */
export function factsOf(entity: Entity): { path: string; fact: Fact }[] {
  const own = entity.facts.map((fact, index) => ({ path: `facts.${index}`, fact }));
  if (entity.kind !== 'division') return own;
  const sections = Object.entries(entity.roadmap).flatMap(([name, section]) =>
    section.facts.map((fact, index) => ({ path: `roadmap.${name}.facts.${index}`, fact })),
  );
  return [...own, ...sections];
}

/** Entities, divisions and sources that are named but do not exist, and sources nobody names. */
export function checkReferences(dataset: Dataset): DatasetProblem[] {
  const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
  const sources = new Set(dataset.sources.map((source) => source.id));
  const used = new Set<string>();
  const problems: DatasetProblem[] = [];

  const report = (entity: string, file: string, path: string, message: string) =>
    problems.push({ file, entity, path, message });

  const needSources = (owner: string, file: string, path: string, ids: string[]) => {
    for (const id of ids) {
      used.add(id);
      if (!sources.has(id))
        report(owner, file, path, `source ${id} is not in sources.json; add it or correct the id`);
    }
  };
  const needDivision = (owner: string, file: string, path: string, id: string) => {
    if (entities.get(id)?.kind !== 'division')
      report(owner, file, path, `${id} is not a division; use an id such as CN-ZJ or CN`);
  };
  const needEntity = (owner: string, file: string, path: string, id: string) => {
    if (!entities.has(id))
      report(owner, file, path, `no entity ${id}; correct the id or add the entity`);
  };

  for (const entity of dataset.entities) {
    const file = fileOf(entity.id);
    const sourced: { path: string; entry: Fact | Metric }[] = [
      ...factsOf(entity).map(({ path, fact }) => ({ path, entry: fact })),
      ...entity.metrics.map((metric, index) => ({ path: `metrics.${index}`, entry: metric })),
    ];
    for (const { path, entry } of sourced)
      needSources(entity.id, file, `${path}.sources`, entry.sources);
    for (const id of divisionsNamed(entity)) needDivision(entity.id, file, 'division', id);
    if (entity.kind === 'division')
      for (const [name, section] of Object.entries(entity.roadmap))
        for (const id of section.entities)
          needEntity(entity.id, file, `roadmap.${name}.entities`, id);
    for (const [index, relation] of entity.relations.entries())
      needEntity(entity.id, file, `relations.${index}.target`, relation.target);
    problems.push(...checkRelations(entity, entities));
  }
  for (const ranking of dataset.rankings) {
    needSources(ranking.id, 'CN.json', 'sources', ranking.sources);
    for (const row of ranking.results) needDivision(ranking.id, 'CN.json', 'results', row.division);
    problems.push(...checkRows(ranking));
  }
  for (const id of sources)
    if (!used.has(id))
      report(
        id,
        'sources.json',
        '',
        'no fact, metric or ranking names this source; use it or take it out',
      );
  return problems;
}

function divisionsNamed(entity: Entity): string[] {
  if (entity.kind === 'division') return [];
  return entity.kind === 'concept' ? entity.divisions : [entity.division];
}

const OPPOSITE = { successor: 'predecessor', predecessor: 'successor' } as const;

function checkRelations(entity: Entity, entities: ReadonlyMap<string, Entity>): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  const say = (path: string, message: string) =>
    problems.push({ file: fileOf(entity.id), entity: entity.id, path, message });
  for (const [index, { type, target }] of entity.relations.entries()) {
    const path = `relations.${index}`;
    const other = entities.get(target);
    if (target === entity.id) say(path, 'an entity cannot stand in relation to itself; remove it');
    if (other === undefined) continue;
    if (type === 'based-on' && other.kind !== 'policy')
      say(path, `based-on must point to a policy document; ${target} is a ${other.kind}`);
    if (type === 'successor' || type === 'predecessor') {
      const back = other.relations.some((r) => r.type === OPPOSITE[type] && r.target === entity.id);
      if (!back) say(path, `${target} has no ${OPPOSITE[type]} ${entity.id}; add it there`);
    }
  }
  if (entity.kind === 'platform' && entity.id.split('/')[0] !== entity.division)
    say('division', `the id says ${entity.id.split('/')[0]}; make the two agree`);
  if (
    entity.kind === 'platform' &&
    (entity.status === 'renamed' || entity.status === 'merged') &&
    !entity.relations.some((relation) => relation.type === 'successor')
  )
    say('relations', `status ${entity.status} needs a successor; add the relation`);
  return problems;
}

/** Within one group (直辖市 ranked apart from provinces) a division stands once. */
function checkRows(ranking: Ranking): DatasetProblem[] {
  const seen = new Set<string>();
  const problems: DatasetProblem[] = [];
  for (const [index, row] of ranking.results.entries()) {
    const path = `results.${index}`;
    const say = (message: string) =>
      problems.push({ file: 'CN.json', entity: ranking.id, path, message });
    if (seen.has(row.division)) say(`${row.division} has two rows; keep one, or split the ranking`);
    seen.add(row.division);
    if (row.rank === undefined && row.score === undefined && row.tier === undefined)
      say('the row says nothing; give rank, score or tier');
  }
  return problems;
}
