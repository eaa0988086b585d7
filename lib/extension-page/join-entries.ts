import type { OwnEntries } from '@/lib/dataset/own-entries';

/** Both lists together: what is imported replaces what has the same id or says the same. */
export function joinEntries(before: OwnEntries, added: OwnEntries): OwnEntries {
  const entities = new Map([...before.entities, ...added.entities].map((each) => [each.id, each]));
  const forms = new Map(
    [...before.forms, ...added.forms].map((each) => [`${each.entity} ${each.form}`, each]),
  );
  return { entities: [...entities.values()], forms: [...forms.values()] };
}
