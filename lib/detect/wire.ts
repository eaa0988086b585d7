import { ENTITY_KINDS, type EntityId } from '@/lib/model/entity';
import { FORM_KINDS, TRAIT } from './form-traits';
import { VOCABULARY_KINDS } from './judge/vocabulary';
import { ASPECTS, SENSE } from './senses';
import { WORDS_FORMAT } from './words';

/**
 * What travels from background to page, as JSON. Lists of numbers are plain: an engine reads them as
 * fast as it reads packed bytes, and they take two characters in a hundred more.
 */
export interface GazetteerWire {
  format: number;
  /** The dataset's version. */
  version: string;
  /** The units of each class, classes parted by line feeds. */
  classes: string;
  /** Forms sorted by key, parted by line feeds. */
  forms: string;
  /** A number a form each: where its anchor is, its traits. */
  anchors: readonly number[];
  formTraits: readonly number[];
  /** Forms that have more than one sense, and how many. */
  severalSenses: readonly [number, number][];
  /** A number a sense each: index of the entity, flags. */
  senseEntities: readonly number[];
  senseFlags: readonly number[];
  /** Id, index into ENTITY_KINDS, and the divisions where they are not what the id begins with. */
  entities: readonly [EntityId, number, (readonly EntityId[])?][];
  /** By aspect the platforms that share a name with another, parted by spaces. */
  aspects: Readonly<Record<string, string>>;
  /** Hosts of each division, parted by spaces. */
  hosts: Readonly<Record<EntityId, string>>;
  /** Form, tail and entity of each title; titles of one form are together. */
  titles: readonly [number, string, EntityId][];
  /** Places in each division that its name must not lose characters to, parted by spaces. */
  places: Readonly<Record<EntityId, string>>;
  /** The divisions of each type, parted by spaces. */
  divisionTypes: Readonly<Record<string, string>>;
  /** By division the stems of its bodies' document numbers, in both scripts, parted by spaces. */
  issuers: Readonly<Record<EntityId, string>>;
  /** The table of ordinary words, in base64; words.ts reads it. */
  words: string;
  /** Words of each kind, parted by spaces; judge/vocabulary.ts reads them. */
  vocabulary: Readonly<Record<string, string>>;
}

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every field with the roughest test of it; what reads a field looks closer. */
const FIELDS: Record<keyof GazetteerWire, (value: unknown) => boolean> = {
  format: isNumber,
  version: isText,
  classes: isText,
  forms: isText,
  anchors: Array.isArray,
  formTraits: Array.isArray,
  severalSenses: Array.isArray,
  senseEntities: Array.isArray,
  senseFlags: Array.isArray,
  entities: Array.isArray,
  aspects: isRecord,
  hosts: isRecord,
  titles: Array.isArray,
  places: isRecord,
  divisionTypes: isRecord,
  issuers: isRecord,
  words: isText,
  vocabulary: isRecord,
};

/** The format of a parsed text that may be a gazetteer of any version; null where it has none. */
export function formatIn(value: unknown): unknown {
  return isRecord(value) ? value.format : null;
}

/** True when a value has every field of the wire. */
export function isWire(value: unknown): value is GazetteerWire {
  return isRecord(value) && Object.entries(FIELDS).every(([name, test]) => test(value[name]));
}

/** A number for all that a description says, as good as different for each (FNV-1a, 32 bits). */
export function formatOf(description: unknown): number {
  const text = JSON.stringify(description);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Every name that both sides must know, so that none can be added, dropped or renumbered unnoticed. */
export const WIRE_DESCRIPTION = {
  fields: Object.keys(FIELDS),
  kinds: ENTITY_KINDS,
  senses: SENSE,
  aspects: ASPECTS,
  traits: TRAIT,
  formKinds: FORM_KINDS,
  vocabulary: VOCABULARY_KINDS,
  words: WORDS_FORMAT,
};

/** `CN-ZJ` of `CN-ZJ/zheliban`: with few exceptions the division an entity belongs to. */
export function divisionInId(id: EntityId): EntityId {
  return id.split('/')[0]!;
}
