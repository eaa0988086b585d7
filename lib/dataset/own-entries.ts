import * as v from 'valibot';
import type { Dataset } from '@/lib/model/dataset';
import { type Entity, type EntityId, OWNED_KINDS, type OwnKind } from '@/lib/model/entity';
import { err, ok, type Result } from '@/lib/model/result';
import { advice } from './advice';
import { ownedIn } from './parse';
import { entityLists, LIST_OF } from './schema';

/** Ids of the reader's own entities begin with this; the dataset never uses it. */
export const OWN_PREFIX = 'CN/own-';

/** True for the id of an entity that the reader added. */
export function isOwnId(id: EntityId): boolean {
  return id.startsWith(OWN_PREFIX);
}

/** A further way to write an entity that the dataset knows. */
export interface OwnForm {
  entity: EntityId;
  form: string;
}

/** What a reader or an editor added; survives every update of the dataset. */
export interface OwnEntries {
  entities: Entity[];
  forms: OwnForm[];
}

/** What the form in options asks for. `id` is given when an entry is changed. */
export interface OwnInput {
  kind: OwnKind;
  name: string;
  en: string;
  what: string;
  link: string;
  note: string;
}

const ownFile = v.strictObject({
  $schema: v.exactOptional(v.string()),
  ...entityLists,
  forms: v.array(
    v.strictObject({
      entity: v.string(),
      form: v.pipe(v.string(), v.minLength(2), v.maxLength(60)),
    }),
  ),
});

/** Reads an exported file: the dataset's own schema for entities, with added forms. */
export function parseOwnFile(content: unknown): Result<OwnEntries, string> {
  const parsed = v.safeParse(ownFile, content);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    return err(`${v.getDotPath(issue) ?? 'file'}: ${advice(issue)}`);
  }
  const { forms } = parsed.output;
  const entities = ownedIn(parsed.output);
  const stranger = entities.find(({ id }) => !isOwnId(id));
  if (stranger) return err(`${stranger.id}: an own entity's id begins with ${OWN_PREFIX}`);
  return ok({ entities, forms });
}

/** The file that `parseOwnFile` reads back, ready for JSON.stringify. */
export function ownFileOf({ entities, forms }: OwnEntries): unknown {
  const lists = OWNED_KINDS.map((kind) => [
    LIST_OF[kind],
    entities.filter((entity) => entity.kind === kind),
  ]);
  return { ...Object.fromEntries(lists), forms };
}

/**
 * Makes an entity from what the reader typed. The name stands for the forms that were not given;
 * `slug` is what follows OWN_PREFIX: lower-case letters, digits and hyphens.
 */
export function ownEntity(input: OwnInput, slug: string): Entity {
  const name = input.name.trim();
  const en = input.en.trim() || name;
  const what = input.what.trim() || name;
  const note = input.note.trim() || what;
  const common = {
    id: OWN_PREFIX + slug,
    names: { zhHans: name, zhHant: name, pinyin: en, en },
    aliases: [],
    formerNames: [],
    summary: { zh: what, en: what },
    description: { zh: note, en: note },
    facts: [],
    metrics: [],
    relations: [],
  };
  const url = /^https?:\/\/\S+$/.test(input.link.trim()) ? input.link.trim() : null;
  switch (input.kind) {
    case 'concept':
      return { ...common, kind: 'concept', divisions: ['CN'] };
    case 'policy':
      return {
        ...common,
        kind: 'policy',
        division: 'CN',
        issuer: null,
        docNumber: null,
        date: null,
        url,
      };
    case 'platform':
      return {
        ...common,
        kind: 'platform',
        division: 'CN',
        types: ['other'],
        operator: null,
        launched: null,
        url,
        status: 'unknown',
        confidence: 'reference',
      };
  }
}

/** The dataset as it is matched and searched: with the reader's entities and forms. */
export function withOwnEntries(dataset: Dataset, own: OwnEntries): Dataset {
  const added = new Map<EntityId, string[]>();
  for (const { entity, form } of own.forms) {
    added.set(entity, [...(added.get(entity) ?? []), form]);
  }
  const entities = dataset.entities.map((entity) => {
    const forms = added.get(entity.id);
    return forms ? { ...entity, aliases: [...entity.aliases, ...forms] } : entity;
  });
  return { ...dataset, entities: [...entities, ...own.entities] };
}
