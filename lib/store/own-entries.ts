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

/** Entities and forms by one kind of id, as text that tells whether one was changed. */
function recordsOf({ entities, forms }: OwnEntries): Map<string, string> {
  return new Map([
    ...entities.map((entity) => [entity.id, JSON.stringify(entity)] as const),
    ...forms.map((form) => [`${form.entity} ${form.form}`, ''] as const),
  ]);
}

/**
 * Replaces the reader's own entries, in the running transaction, as change `sequence`. What is new,
 * changed or gone among them gets a revision or a tombstone; what stays as it was keeps its own.
 */
export async function replaceOwnEntries(
  db: GovGlossDb,
  own: OwnEntries,
  now: Date,
  sequence: number,
): Promise<void> {
  const [before, after] = [recordsOf(await readOwnEntries(db)), recordsOf(own)];
  const [written, gone] = [
    [...after.keys()].filter((id) => before.get(id) !== after.get(id)),
    [...before.keys()].filter((id) => !after.has(id)),
  ];
  const changed = [...written, ...gone];
  const [revisions, graves] = await Promise.all([
    db.ownRevisions.bulkGet(changed),
    db.tombstones.bulkGet(changed),
  ]);
  // One that 0.1.0 made is at its first revision, though nothing says so.
  const stamps = changed.map((id, nth) => {
    const known = revisions[nth]?.revision ?? graves[nth]?.revision ?? (before.has(id) ? 1 : 0);
    return { id, revision: known + 1, sequence };
  });
  const at = now.toISOString();
  await Promise.all([
    db.ownEntities.clear().then(() => db.ownEntities.bulkAdd(own.entities)),
    db.meta.put({ key: 'own-forms', value: own.forms }),
    db.tombstones.bulkDelete(written),
    db.ownRevisions.bulkDelete(gone),
    db.ownRevisions.bulkPut(
      stamps.slice(0, written.length).map((stamp) => ({ ...stamp, changedAt: at })),
    ),
    db.tombstones.bulkPut(
      stamps
        .slice(written.length)
        .map((stamp) => ({ ...stamp, kind: 'own-entry' as const, deletedAt: at })),
    ),
  ]);
}
