import { fromBase64 } from '@/lib/bytes/base64';
import { DIVISION_TYPES, type DivisionType, ENTITY_KINDS, type EntityId } from '@/lib/model/entity';
import { err, ok, type Result } from '@/lib/model/result';
import { FORM_KINDS, type Title, TRAIT } from './form-traits';
import { readVocabulary, type Vocabulary } from './judge/vocabulary';
import { buildMatcher, type Matcher } from './matcher';
import type { QuietTable } from './quiet';
import { ASPECTS, type Aspect, type GazetteerEntity, type SenseTable } from './senses';
import {
  divisionInId,
  formatIn,
  formatOf,
  type GazetteerWire,
  isWire,
  WIRE_DESCRIPTION,
} from './wire';
import { readWords, type Words } from './words';

/**
 * A gazetteer as it is stored and as it travels to pages: a GazetteerWire in JSON. One text, because
 * messages between page and background are JSON in Chromium below 148: what else they carry would be
 * written and read a second time, and buffers are lost.
 */
export type GazetteerData = string;

/** All surface forms with the entities each may mean, and what it takes to judge them in a text. */
export interface Gazetteer extends SenseTable, QuietTable {
  /** The dataset's version. */
  version: string;
  /** The division that the pages of a host speak for; subdomains count too. */
  hosts: ReadonlyMap<string, EntityId>;
  /** The text of each form as the dataset writes it; Candidate.form is an index here. */
  forms: readonly string[];
  /** A byte a form, see TRAIT. */
  formTraits: Uint8Array;
  /** What entities of a form's name are called with it in full, by form. */
  titles: ReadonlyMap<number, readonly Title[]>;
  /** By division the places in it whose first characters make words with the end of its name. */
  places: ReadonlyMap<EntityId, readonly string[]>;
  matcher: Matcher;
  words: Words;
  vocabulary: Vocabulary;
}

/** Why a gazetteer could not be read: made by another version of the product, or not one at all. */
export type GazetteerError = 'other-format' | 'malformed';

function entitiesIn({ entities: rows, aspects }: GazetteerWire): GazetteerEntity[] | null {
  const entities: GazetteerEntity[] = [];
  const aspectOf = new Map<EntityId, Aspect>();
  for (const one of ASPECTS) for (const id of aspects[one]?.split(' ') ?? []) aspectOf.set(id, one);
  for (const [id, index, divisions = [divisionInId(id)]] of rows) {
    const kind = ENTITY_KINDS[index];
    if (kind === undefined || !Array.isArray(divisions)) return null;
    const aspect = aspectOf.get(id);
    entities.push({ id, kind, divisions, ...(aspect && { aspect }) });
  }
  return entities;
}

/** Words parted by spaces, each with the key it stands under. */
function keyOfEach<K extends string>(ofKey: Readonly<Record<K, string>>): Map<string, K> {
  const keys = new Map<string, K>();
  for (const key in ofKey) for (const word of ofKey[key].split(' ')) keys.set(word, key);
  return keys;
}

function divisionTypesIn(ofType: GazetteerWire['divisionTypes']): Map<EntityId, DivisionType> {
  const types = new Map<EntityId, DivisionType>();
  for (const type of DIVISION_TYPES)
    for (const id of ofType[type]?.split(' ') ?? []) types.set(id, type);
  return types;
}

function placesIn(ofDivision: GazetteerWire['places']): Map<EntityId, readonly string[]> {
  return new Map(Object.entries(ofDivision).map(([id, names]) => [id, names.split(' ')]));
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

/** The senses, or null where their numbers do not fit each other. */
function sensesIn(wire: GazetteerWire, forms: number): SenseTable | null {
  const entities = entitiesIn(wire);
  const counts = new Uint8Array(forms).fill(1);
  for (const [form, count] of wire.severalSenses) counts[form] = count;
  const senseEntity = Uint32Array.from(wire.senseEntities);
  const senseFlags = Uint8Array.from(wire.senseFlags);
  const senseStart = new Uint32Array(forms + 1);
  for (let form = 0; form < forms; form++) senseStart[form + 1] = senseStart[form]! + counts[form]!;
  const isWhole =
    entities !== null &&
    !counts.includes(0) &&
    senseEntity.length === senseStart[forms] &&
    senseFlags.length === senseStart[forms] &&
    senseEntity.every((entity) => entity < entities.length);
  return isWhole ? { entities, senseStart, senseEntity, senseFlags } : null;
}

function expand(wire: GazetteerWire): Gazetteer | null {
  const forms = wire.forms === '' ? [] : wire.forms.split('\n');
  const anchors = Uint8Array.from(wire.anchors);
  const formTraits = Uint8Array.from(wire.formTraits);
  if (anchors.length !== forms.length || formTraits.length !== forms.length) return null;
  if (formTraits.some((traits) => (traits & TRAIT.kind) >= FORM_KINDS.length)) return null;
  const senses = sensesIn(wire, forms.length);
  const matcher = buildMatcher({ classes: wire.classes.split('\n'), forms, anchors });
  const words = readWords(fromBase64(wire.words));
  const vocabulary = readVocabulary(wire.vocabulary);
  if (!senses || !matcher || !words || !vocabulary) return null;
  const { version } = wire;
  const hosts = keyOfEach(wire.hosts);
  const titles = titlesIn(wire.titles);
  const places = placesIn(wire.places);
  return {
    version,
    ...senses,
    hosts,
    forms,
    formTraits,
    titles,
    places,
    divisionTypes: divisionTypesIn(wire.divisionTypes),
    issuers: keyOfEach(wire.issuers),
    matcher,
    words,
    vocabulary,
  };
}

/**
 * Reads what compileForPages() wrote, possibly long ago; `data` comes by message and is trusted no
 * further than that. What it returns is whole: a detector can be made of it and never throws.
 */
export function readGazetteer(data: unknown): Result<Gazetteer, GazetteerError> {
  if (typeof data !== 'string') return err('malformed');
  try {
    const wire: unknown = JSON.parse(data);
    if (typeof formatIn(wire) !== 'number') return err('malformed');
    if (formatIn(wire) !== formatOf(WIRE_DESCRIPTION)) return err('other-format');
    const gazetteer = isWire(wire) ? expand(wire) : null;
    return gazetteer ? ok(gazetteer) : err('malformed');
  } catch {
    return err('malformed'); // not JSON, not base64, or other values than the fields have
  }
}
