import type { GazetteerData } from '@/lib/detect/gazetteer';
import { VOCABULARY_KINDS } from '@/lib/detect/judge/vocabulary';
import { VOCABULARY } from '@/lib/detect/judge/vocabulary-lists';
import { type Aspect, sensesOf } from '@/lib/detect/senses';
import { divisionInId, formatOf, type GazetteerWire, WIRE_DESCRIPTION } from '@/lib/detect/wire';
import { PACKED_WORDS } from '@/lib/detect/words-table';
import type { Dataset } from '@/lib/model/dataset';
import { divisionOf, ENTITY_KINDS, type EntityId, type PlatformType } from '@/lib/model/entity';
import { foldText } from '@/lib/text/fold';
import { toTraditional } from '@/lib/text/traditional';
import { type CompiledGazetteer, compileGazetteer } from './compile';
import { issuersOf } from './issuers';
import { OWN_PLACES } from './own-places-data';

/** The hosts of each division, parted by spaces. */
function hostsOf({ hosts }: CompiledGazetteer): Record<string, string> {
  const ofDivision: Record<string, string> = {};
  for (const [host, division] of hosts)
    ofDivision[division] = division in ofDivision ? `${ofDivision[division]} ${host}` : host;
  return ofDivision;
}

/** The places of the divisions that the dataset has, folded as the judge's window folds what it reads. */
function packedPlaces({ entities }: CompiledGazetteer): Record<string, string> {
  const ofDivision: Record<string, string> = {};
  for (const { id } of entities)
    if (OWN_PLACES[id] !== undefined) ofDivision[id] = foldText(OWN_PLACES[id]);
  return ofDivision;
}

const ASPECT_OF: Partial<Record<PlatformType, Aspect>> = {
  app: 'app',
  'mini-program': 'app',
  portal: 'app',
  cloud: 'cloud',
  data: 'cloud',
  organisation: 'firm',
};

/** What each platform is that shares a form with another of its division. */
function aspectsOf({ entities }: Dataset, gazetteer: CompiledGazetteer): Record<string, string> {
  const shared = new Map<EntityId, Aspect>();
  for (let form = 0; form < gazetteer.forms.length; form++) {
    const senses = sensesOf(gazetteer, form).map(({ entity }) => entity.id);
    if (senses.length < 2) continue;
    const platforms = entities.filter(({ id, kind }) => kind === 'platform' && senses.includes(id));
    for (const entity of platforms) {
      const isShared = platforms.some(
        (other) => other !== entity && divisionOf(other) === divisionOf(entity),
      );
      const aspect = entity.kind === 'platform' ? ASPECT_OF[entity.types[0]!] : undefined;
      if (isShared && aspect) shared.set(entity.id, aspect);
    }
  }
  const packed: Record<string, string> = {};
  for (const [id, aspect] of shared)
    packed[aspect] = packed[aspect] === undefined ? id : `${packed[aspect]} ${id}`;
  return packed;
}

function typesOf({ entities }: Dataset): Record<string, string> {
  const ofType: Record<string, string> = {};
  for (const entity of entities)
    if (entity.kind === 'division')
      ofType[entity.type] =
        entity.type in ofType ? `${ofType[entity.type]} ${entity.id}` : entity.id;
  return ofType;
}

/** Stems as both scripts write them. */
function packedIssuers(dataset: Dataset): Record<string, string> {
  const pack = (stems: ReadonlySet<string>) =>
    [...new Set([...stems].flatMap((stem) => [stem, toTraditional(stem)]))].join(' ');
  return Object.fromEntries([...issuersOf(dataset)].map(([id, stems]) => [id, pack(stems)]));
}

/** The words of each kind, folded as the judge's window folds what it reads (干流 is 乾流 there). */
function packedVocabulary(): Record<string, string> {
  return Object.fromEntries(
    VOCABULARY_KINDS.map((kind) => [kind, foldText(VOCABULARY[kind].join(' '))]),
  );
}

/**
 * The gazetteer of a dataset with what the judge reads, for readGazetteer() in a page. The tables that
 * are looked things up in do not travel: expanding them there is quicker than carrying them.
 */
export function compileForPages(dataset: Dataset): GazetteerData {
  const gazetteer = compileGazetteer(dataset);
  const { source, forms, senseStart } = gazetteer;
  const wire: GazetteerWire = {
    format: formatOf(WIRE_DESCRIPTION),
    version: gazetteer.version,
    classes: source.classes.join('\n'),
    forms: forms.join('\n'),
    anchors: [...source.anchors],
    formTraits: [...gazetteer.formTraits],
    severalSenses: forms
      .map((_, form): [number, number] => [form, senseStart[form + 1]! - senseStart[form]!])
      .filter(([, count]) => count > 1),
    senseEntities: [...gazetteer.senseEntity],
    senseFlags: [...gazetteer.senseFlags],
    entities: gazetteer.entities.map(({ id, kind, divisions }) =>
      divisions.length === 1 && divisions[0] === divisionInId(id)
        ? [id, ENTITY_KINDS.indexOf(kind)]
        : [id, ENTITY_KINDS.indexOf(kind), divisions],
    ),
    aspects: aspectsOf(dataset, gazetteer),
    hosts: hostsOf(gazetteer),
    titles: [...gazetteer.titles].flatMap(([form, titles]) =>
      titles.map(({ tail, entity }): [number, string, string] => [form, tail, entity]),
    ),
    places: packedPlaces(gazetteer),
    divisionTypes: typesOf(dataset),
    issuers: packedIssuers(dataset),
    words: PACKED_WORDS,
    vocabulary: packedVocabulary(),
  };
  return JSON.stringify(wire);
}
