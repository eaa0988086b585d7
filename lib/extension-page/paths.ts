import type { EntityId } from '@/lib/model/entity';

/** Where the profile of an entity is shown as a full page. */
export function profilePath(id: EntityId): string {
  return `/atlas.html#/profile/${id}`;
}
