import type { EntityId, EntityKind } from '@/lib/model/entity';

/** What the detector knows of an entity: enough to judge and link, nothing to show. */
export interface GazetteerEntity {
  id: EntityId;
  kind: EntityKind;
  /** The divisions it belongs to: itself for a division; `CN` when nation-wide. */
  divisions: readonly EntityId[];
  /** What a platform is that shares its name with another: 云上贵州 is an app, a cloud and a firm. */
  aspect?: Aspect;
}

export const ASPECTS = ['app', 'cloud', 'firm'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Conditions and roles of a form as a name of one entity; bits of `Sense.flags`. */
export const SENSE = {
  /** The dataset asks for support from host, heading or division (SurfaceRule `context`). */
  needsContext: 1,
  /** Only inside quotation marks (SurfaceRule `quotes`). */
  needsQuotes: 2,
  /** A shortened policy title: only between 《 and 》, where titles stand. */
  needsTitleMarks: 4,
  /** A division's name without 省, 市 or 自治区. */
  shortName: 8,
  /** A name the entity had before. */
  former: 16,
  /** A document number: 国发〔2022〕14号. */
  docNumber: 32,
  /** Only bears the entity's name (上海合作组织): stands in the way of the shorter name, names nothing. */
  bearsName: 64,
} as const;

/** One meaning of a surface form. Several senses of one form are rivals. */
export interface Sense {
  entity: GazetteerEntity;
  /** Bits of SENSE. */
  flags: number;
}

/** What all forms mean, as flat tables. */
export interface SenseTable {
  entities: readonly GazetteerEntity[];
  /** Senses of form f are the slots senseStart[f] to senseStart[f + 1] - 1 of the two arrays below. */
  senseStart: Uint32Array;
  senseEntity: Uint32Array;
  senseFlags: Uint8Array;
}

/** The meanings of a form, the dataset's order; at least one. */
export function sensesOf(table: SenseTable, form: number): Sense[] {
  const senses: Sense[] = [];
  const end = table.senseStart[form + 1]!;
  for (let slot = table.senseStart[form]!; slot < end; slot++) {
    senses.push({
      entity: table.entities[table.senseEntity[slot]!]!,
      flags: table.senseFlags[slot]!,
    });
  }
  return senses;
}
