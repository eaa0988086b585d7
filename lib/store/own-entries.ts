import type { OwnEntries } from '@/lib/dataset/own-entries';
import type { GovGlossDb } from './db';

function parseOwnForms(stored: unknown): OwnEntries['forms'] {
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
  return { entities, forms: parseOwnForms(forms?.value) };
}
