import type { EntityId, EntityKind } from '@/lib/model/entity';
import { err, ok, type Result } from '@/lib/model/result';
import { fromBase64 } from './base64';
import { ByteReader } from './byte-reader';
import type { Title } from './form-traits';
import { buildMatcher, type Matcher } from './matcher';

/** What the detector knows of an entity: enough to judge and link, nothing to show. */
export interface GazetteerEntity {
  id: EntityId;
  kind: EntityKind;
  /** The divisions it belongs to: itself for a division; `CN` when nation-wide. */
  divisions: readonly EntityId[];
}

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

/** All surface forms with the entities each may mean, as flat tables ready for matching. */
export interface Gazetteer {
  /** The dataset's version. */
  version: string;
  entities: readonly GazetteerEntity[];
  /** The division that the pages of a host speak for; subdomains count too. */
  hosts: ReadonlyMap<string, EntityId>;
  /** The text of each form as the dataset writes it; Candidate.form is an index here. */
  forms: readonly string[];
  /** Senses of form f are the slots senseStart[f] to senseStart[f + 1] - 1 of the two arrays below. */
  senseStart: Uint32Array;
  senseEntity: Uint32Array;
  senseFlags: Uint8Array;
  /** A byte a form, see TRAIT. */
  formTraits: Uint8Array;
  /** What entities of a form's name are called with it in full, by form. */
  titles: ReadonlyMap<number, readonly Title[]>;
  /** Tables that other steps bring along (ordinary words), by name. */
  sections: Readonly<Record<string, Uint8Array>>;
  matcher: Matcher;
}

/** The meanings of a form, the dataset's order; at least one. */
export function sensesOf(
  gazetteer: Pick<Gazetteer, 'entities' | 'senseStart' | 'senseEntity' | 'senseFlags'>,
  form: number,
): Sense[] {
  const senses: Sense[] = [];
  const end = gazetteer.senseStart[form + 1]!;
  for (let slot = gazetteer.senseStart[form]!; slot < end; slot++) {
    senses.push({
      entity: gazetteer.entities[gazetteer.senseEntity[slot]!]!,
      flags: gazetteer.senseFlags[slot]!,
    });
  }
  return senses;
}

/** The order of kinds on the wire. */
export const KINDS: readonly EntityKind[] = ['division', 'platform', 'policy', 'concept'];

/** Changes whenever the wire does: a page left over from an older version asks again. */
export const WIRE_FORMAT = 3;

/** A gazetteer as it is kept and as it travels; only this room and lib/gazetteer look into it. */
export type GazetteerData = string;

/** What travels from background to page, as JSON; lib/gazetteer/serialise.ts writes it. */
export interface GazetteerWire {
  format: typeof WIRE_FORMAT;
  version: string;
  /** The units of each class, classes parted by line feeds. */
  classes: string;
  /** Forms sorted by key, parted by line feeds. */
  forms: string;
  /** Id, index into KINDS, and the divisions where they are not what the id begins with. */
  entities: [EntityId, number, EntityId[]?][];
  /** Hosts of each division, parted by spaces. */
  hosts: Record<EntityId, string>;
  /** Base64: a byte a form each, then a varint and a byte a sense, and a byte a form again. */
  anchors: string;
  senseCounts: string;
  senseEntities: string;
  senseFlags: string;
  formTraits: string;
  /** Form, tail and entity of each title; titles of one form are together. */
  titles: [number, string, EntityId][];
  sections: Record<string, string>;
}

/** `CN-ZJ` of `CN-ZJ/zheliban`: with few exceptions the division an entity belongs to. */
export function divisionInId(id: EntityId): EntityId {
  return id.split('/')[0]!;
}

/** Why a gazetteer could not be read: not of this version of the product, or not one at all. */
export type GazetteerError = 'other-format' | 'malformed';

const TEXTS = [
  'version',
  'classes',
  'forms',
  'anchors',
  'senseCounts',
  'senseEntities',
  'senseFlags',
  'formTraits',
] as const satisfies readonly (keyof GazetteerWire)[];

function isWire(value: unknown): value is GazetteerWire {
  if (typeof value !== 'object' || value === null) return false;
  const wire = value as Record<keyof GazetteerWire, unknown>;
  return (
    TEXTS.every((key) => typeof wire[key] === 'string') &&
    [wire.entities, wire.titles].every(Array.isArray) &&
    [wire.hosts, wire.sections].every((part) => typeof part === 'object' && part !== null)
  );
}

function hostsIn(ofDivision: Record<EntityId, string>): Map<string, EntityId> {
  const hosts = new Map<string, EntityId>();
  for (const division in ofDivision)
    for (const host of ofDivision[division]!.split(' ')) hosts.set(host, division);
  return hosts;
}

function titlesIn(titles: GazetteerWire['titles']): Map<number, Title[]> {
  const byForm = new Map<number, Title[]>();
  for (const [form, tail, entity] of titles) {
    const known = byForm.get(form);
    if (known) known.push({ tail, entity });
    else byForm.set(form, [{ tail, entity }]);
  }
  return byForm;
}

function expand(wire: GazetteerWire): Gazetteer | null {
  const forms = wire.forms === '' ? [] : wire.forms.split('\n');
  const anchors = fromBase64(wire.anchors);
  const counts = fromBase64(wire.senseCounts);
  const senseFlags = fromBase64(wire.senseFlags);
  const entityReader = new ByteReader(fromBase64(wire.senseEntities));
  const senseEntity = new Uint32Array(senseFlags.length);
  for (let slot = 0; slot < senseEntity.length; slot++) senseEntity[slot] = entityReader.varint();
  const formTraits = fromBase64(wire.formTraits);
  const senseStart = new Uint32Array(forms.length + 1);
  for (let form = 0; form < forms.length; form++)
    senseStart[form + 1] = senseStart[form]! + counts[form]!;
  const whole =
    anchors.length === forms.length &&
    formTraits.length === forms.length &&
    counts.length === forms.length &&
    senseFlags.length === senseStart[forms.length] &&
    senseEntity.every((entity) => entity < wire.entities.length);
  if (!whole) return null;
  const sections: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(wire.sections)) sections[name] = fromBase64(bytes);
  return {
    version: wire.version,
    entities: wire.entities.map(([id, kind, divisions = [divisionInId(id)]]) => ({
      id,
      kind: KINDS[kind]!,
      divisions,
    })),
    hosts: hostsIn(wire.hosts),
    forms,
    senseStart,
    senseEntity,
    senseFlags,
    formTraits,
    titles: titlesIn(wire.titles),
    sections,
    matcher: buildMatcher({ classes: wire.classes.split('\n'), forms, anchors }),
  };
}

/** Reads what serialise() wrote; `text` comes by message and is trusted no further than that. */
export function readGazetteer(text: unknown): Result<Gazetteer, GazetteerError> {
  if (typeof text !== 'string') return err('malformed');
  try {
    const wire: unknown = JSON.parse(text);
    if (!isWire(wire)) return err('malformed');
    if (wire.format !== WIRE_FORMAT) return err('other-format');
    const gazetteer = expand(wire);
    return gazetteer ? ok(gazetteer) : err('malformed');
  } catch {
    return err('malformed'); // not JSON, or not base64
  }
}
