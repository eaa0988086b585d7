import { type Division, divisionOf, type Entity, type EntityId } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';

/** What belongs to one division. */
export interface DivisionEntities {
  division: Division;
  entities: Entity[];
}

/** All divisions by their code of GB/T 2260, which is the usual order; the nation first. */
export function divisionsOf(data: AtlasData): Division[] {
  return data.entities
    .filter((entity): entity is Division => entity.kind === 'division')
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Entities by the division they belong to, in the usual order of divisions. */
export function byDivision(data: AtlasData): Map<EntityId, DivisionEntities> {
  const divisions = new Map<EntityId, DivisionEntities>(
    divisionsOf(data).map((division) => [division.id, { division, entities: [] }]),
  );
  for (const entity of data.entities) {
    if (entity.kind !== 'division') divisions.get(divisionOf(entity))?.entities.push(entity);
  }
  return divisions;
}

/** Things by what they have in common, in their order. */
export function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
