import { divisionOf, type Entity, type EntityId } from '@/lib/model/entity';
import type { EntityBrief } from '@/lib/model/views';
import type { EntitySource } from './source';

/** Reduces entities to what a list shows, resolving the divisions they belong to. */
export async function briefsOf(
  source: EntitySource,
  entities: Entity[],
  known: ReadonlyMap<EntityId, Entity> = new Map(),
): Promise<EntityBrief[]> {
  const wanted = new Set(entities.map(divisionOf));
  const missing = [...wanted].filter((id) => !known.has(id));
  const more = missing.length > 0 ? await source.entities(missing) : [];
  const names = new Map([...known.values(), ...more].map((entity) => [entity.id, entity.names]));
  return entities.map((entity) => {
    const division = divisionOf(entity);
    return {
      id: entity.id,
      kind: entity.kind,
      names: entity.names,
      division: { id: division, names: names.get(division) ?? entity.names },
      summary: entity.summary,
    };
  });
}

/** Briefs of the given ids, in their order; unknown ids are left out. */
export async function briefs(source: EntitySource, ids: EntityId[]): Promise<EntityBrief[]> {
  // Most ids begin with their division's: asked for together, they are read in one go.
  const homes = ids.map((id) => id.split('/')[0] ?? id);
  const found = await source.entities([...new Set([...ids, ...homes])]);
  const known = new Map(found.map((entity) => [entity.id, entity]));
  return briefsOf(
    source,
    ids.flatMap((id) => known.get(id) ?? []),
    known,
  );
}
