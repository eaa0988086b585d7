import { toBase64 } from '@/lib/detect/base64';
import { pushVarint } from '@/lib/detect/byte-reader';
import {
  divisionInId,
  type Gazetteer,
  type GazetteerWire,
  WIRE_FORMAT,
} from '@/lib/detect/gazetteer';
import { TURN } from '@/lib/detect/keys';
import type { Matcher } from '@/lib/detect/matcher';
import { ENTITY_KINDS } from '@/lib/model/entity';

/** The units of each class, read back from the table. */
function classesOf({ classOf }: Matcher): string[] {
  const classes: string[] = [];
  for (let unit = 0; unit < classOf.length; unit++) {
    const index = classOf[unit]! - 1;
    if (index >= 0) classes[index] = (classes[index] ?? '') + String.fromCharCode(unit);
  }
  return classes;
}

/** Index of each form's anchor: as many characters stand before it as the key has before TURN, less one. */
function anchorsOf({ keys, keyStart }: Matcher, count: number): Uint8Array {
  return Uint8Array.from(
    { length: count },
    (_, form) => keys.indexOf(TURN, keyStart[form]!) - keyStart[form]! - 1,
  );
}

function varints(values: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  for (const value of values) pushVarint(bytes, value);
  return Uint8Array.from(bytes);
}

/** The hosts of each division, parted by spaces. */
function hostsOf({ hosts }: Gazetteer): Record<string, string> {
  const ofDivision: Record<string, string> = {};
  for (const [host, division] of hosts)
    ofDivision[division] = division in ofDivision ? `${ofDivision[division]} ${host}` : host;
  return ofDivision;
}

/**
 * The gazetteer as one string for readGazetteer() in a page. A string, because messages between
 * page and background lose buffers in Chromium below 148; without the tables, because expanding
 * them there is quicker than carrying them.
 */
export function serialise(gazetteer: Gazetteer): string {
  const { forms, senseStart, senseEntity, senseFlags, matcher } = gazetteer;
  const sections = Object.entries(gazetteer.sections);
  const wire: GazetteerWire = {
    format: WIRE_FORMAT,
    version: gazetteer.version,
    classes: classesOf(matcher).join('\n'),
    forms: forms.join('\n'),
    anchors: toBase64(anchorsOf(matcher, forms.length)),
    entities: gazetteer.entities.map(({ id, kind, divisions }) =>
      divisions.length === 1 && divisions[0] === divisionInId(id)
        ? [id, ENTITY_KINDS.indexOf(kind)]
        : [id, ENTITY_KINDS.indexOf(kind), [...divisions]],
    ),
    hosts: hostsOf(gazetteer),
    senseCounts: toBase64(
      Uint8Array.from(forms, (_, form) => senseStart[form + 1]! - senseStart[form]!),
    ),
    senseEntities: toBase64(varints(senseEntity)),
    senseFlags: toBase64(senseFlags),
    formTraits: toBase64(gazetteer.formTraits),
    titles: [...gazetteer.titles].flatMap(([form, titles]) =>
      titles.map(({ tail, entity }): [number, string, string] => [form, tail, entity]),
    ),
    sections: Object.fromEntries(sections.map(([name, bytes]) => [name, toBase64(bytes)])),
  };
  return JSON.stringify(wire);
}
