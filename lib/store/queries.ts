import { type Division, divisionOf, type Entity, type EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import { countedAgain } from '@/lib/model/series';
import type { CardData, IncomingType, ProfileData } from '@/lib/model/views';
import { briefs } from './briefs';
import { numberedDocument } from './numbered';
import type { EntitySource } from './source';

function sourceIds(entity: Entity): string[] {
  const ids = [...entity.facts, ...entity.metrics].flatMap((item) => item.sources);
  if (entity.kind === 'division') {
    const { platformBuilding, topLevelDesign, model } = entity.roadmap;
    for (const section of [platformBuilding, topLevelDesign, model]) {
      ids.push(...section.facts.flatMap((fact) => fact.sources));
    }
  }
  return ids;
}

/**
 * What a card shows of an entity and of what else the mention may mean.
 * @param number of a document that is no entry, by which a body of the division is meant
 */
export async function cardOf(
  source: EntitySource,
  id: EntityId,
  rivals: EntityId[],
  number?: string,
): Promise<Result<CardData, 'unknown-id'>> {
  const [entity] = await source.entities([id]);
  if (!entity) return err('unknown-id');
  const [division, others, sources] = await Promise.all([
    briefs(source, [divisionOf(entity)]),
    briefs(source, rivals),
    source.sources([...new Set(sourceIds(entity))]),
  ]);
  if (!division[0]) return err('unknown-id');
  const numbered =
    number !== undefined && entity.kind === 'division'
      ? numberedDocument(number, entity, await source.ofDivision(id))
      : null;
  return ok({
    entity,
    ...(numbered && { numbered }),
    division: division[0],
    sources,
    rivals: others,
    datasetVersion: source.version,
  });
}

const INCOMING: readonly IncomingType[] = ['implements', 'based-on', 'issued-by'];

/** What points at an entity that is no division: at a national one, from anywhere. */
async function pointingAt(
  source: EntitySource,
  entity: Entity,
): Promise<{ parts: EntityId[]; incoming: { type: IncomingType; id: EntityId }[] }> {
  if (entity.kind === 'division') return { parts: [], incoming: [] };
  const [home = ''] = entity.id.split('/');
  const near = home === 'CN' ? await source.all() : await source.ofDivision(home);
  const at = (wanted: string) =>
    near
      .filter(({ relations }) =>
        relations.some(({ type, target }) => type === wanted && target === entity.id),
      )
      .map(({ id }) => id);
  return {
    parts: at('part-of'),
    incoming: INCOMING.flatMap((type) => at(type).map((id) => ({ type, id }))),
  };
}

function relatedIds(entity: Entity, parts: EntityId[]): EntityId[] {
  const ids = [...entity.relations.map((relation) => relation.target), ...parts];
  if (entity.kind === 'concept') ids.push(...entity.divisions);
  if (entity.kind === 'division') {
    const { platformBuilding, topLevelDesign, model } = entity.roadmap;
    ids.push(...platformBuilding.entities, ...topLevelDesign.entities, ...model.entities);
  }
  return [...new Set(ids)];
}

/** Everything said of one entity; `highlights` are the reader's about it. */
export async function profileOf(
  source: EntitySource,
  id: EntityId,
  highlights: Highlight[],
): Promise<Result<ProfileData, 'unknown-id'>> {
  const [entity] = await source.entities([id]);
  if (!entity) return err('unknown-id');
  const [division] = await source.entities([divisionOf(entity)]);
  if (division?.kind !== 'division') return err('unknown-id');

  const own = entity.kind === 'division' ? await source.ofDivision(entity.id) : [];
  const { parts, incoming } = await pointingAt(source, entity);
  const [related, came] = await Promise.all([
    briefs(source, relatedIds(entity, parts)),
    briefs(
      source,
      incoming.map((each) => each.id),
    ),
  ]);
  const rankings = entity.kind === 'division' ? await source.rankings() : [];
  const rows = rankings.flatMap((ranking) => {
    const row = ranking.results.find((result) => result.division === entity.id);
    return row ? [{ ranking, row }] : [];
  });
  // Of its platforms a division shows the figures that grew.
  const grown = own.flatMap((each) => (each.kind === 'platform' ? countedAgain(each.metrics) : []));
  const cited = new Set([
    ...sourceIds(entity),
    ...rows.flatMap((row) => row.ranking.sources),
    ...grown.flatMap((metric) => metric.sources),
  ]);
  return ok({
    entity,
    division: division satisfies Division,
    owned: own,
    related,
    incoming: incoming.flatMap(({ type, id: from }) => {
      const brief = came.find((each) => each.id === from);
      return brief ? [{ type, brief }] : [];
    }),
    rankings: rows.sort((a, b) => a.ranking.dataYear - b.ranking.dataYear),
    sources: await source.sources([...cited]),
    highlights,
    datasetVersion: source.version,
  });
}
