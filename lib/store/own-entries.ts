import type { Entity, EntityId } from '@/lib/model/entity';
import type { GovGlossDb } from './db';

/** The reader's own entities, and forms they added to entities of the dataset. */
export interface OwnEntries {
  entities: Entity[];
  forms: { entity: EntityId; form: string }[];
}

function formsOf(stored: unknown): OwnEntries['forms'] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const { entity, form } = each as Record<string, unknown>;
    return typeof entity === 'string' && typeof form === 'string' ? [{ entity, form }] : [];
  });
}

/** Everything the reader added; empty at first. */
export async function readOwnEntries(db: GovGlossDb): Promise<OwnEntries> {
  const [entities, forms] = await Promise.all([db.ownEntities.toArray(), db.meta.get('own-forms')]);
  return { entities, forms: formsOf(forms?.value) };
}
