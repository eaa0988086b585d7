import type { Entity, EntityId, Platform } from '@/lib/model/entity';

type Ended = Platform & { status: 'renamed' | 'merged' | 'retired' };

/** True when the platform goes by another name now, became part of another, or was closed. */
export function hasEnded(platform: Platform): platform is Ended {
  const { status } = platform;
  return status === 'merged' || status === 'retired' || status === 'renamed';
}

/**
 * A division's platforms in the order a reader wants them: those in use before those that ended;
 * among them the ones the roadmap names (`first`, in its order), then the best documented.
 */
export function orderPlatforms(entities: Entity[], first: EntityId[]): Platform[] {
  const place = ({ id }: Platform) => (first.includes(id) ? first.indexOf(id) : first.length);
  const weight = ({ facts, metrics }: Platform) => facts.length + metrics.length;
  return entities
    .filter((entity) => entity.kind === 'platform')
    .sort(
      (a, b) =>
        Number(hasEnded(a)) - Number(hasEnded(b)) || place(a) - place(b) || weight(b) - weight(a),
    );
}
