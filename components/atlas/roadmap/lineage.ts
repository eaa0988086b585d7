import type { Shape } from '@/components/picture/scene';
import type { Entity, EntityId, RelationType } from '@/lib/model/entity';

/** Relations that say what came from what. */
const LINEAGE: readonly RelationType[] = [
  'based-on',
  'implements',
  'supersedes',
  'superseded-by',
  'successor',
  'predecessor',
];

/** The entities one hangs on, or that hang on it, each once. */
export function lineageOf(id: EntityId, entities: readonly Entity[]): Set<EntityId> {
  const found = new Set<EntityId>();
  for (const entity of entities) {
    for (const { type, target } of entity.relations) {
      if (!LINEAGE.includes(type)) continue;
      if (entity.id === id) found.add(target);
      if (target === id) found.add(entity.id);
    }
  }
  found.delete(id);
  return found;
}

interface At {
  x: number;
  y: number;
}

/** A line from one mark to another, bent so that several can be told apart. */
export function lineageLine(from: At, to: At): Shape[] {
  const bend = Math.min(60, Math.abs(to.x - from.x) / 2 + 12);
  const way = to.x < from.x ? -1 : 1;
  const d = `M${from.x} ${from.y} C${from.x + way * bend} ${from.y} ${to.x - way * bend} ${to.y} ${to.x} ${to.y}`;
  return [
    { shape: 'path', d, stroke: 'accent', line: 1.5 },
    { shape: 'circle', x: to.x, y: to.y, r: 7, stroke: 'accent', line: 1.5 },
  ];
}
