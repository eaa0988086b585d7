import type { Gazetteer } from '@/lib/detect/gazetteer';
import { TURN } from '@/lib/detect/keys';
import type { MatcherSource } from '@/lib/detect/matcher';
import type { QuietTable } from '@/lib/detect/quiet';
import { SENSE } from '@/lib/detect/senses';
import type { Dataset } from '@/lib/model/dataset';
import { divisionOf } from '@/lib/model/entity';
import { foldTable } from '@/lib/text/fold';
import { gapEnd, isQuote } from '@/lib/text/noise';
import { chooseAnchors } from './anchors';
import { describeForms, type Forms } from './describe-forms';
import { surfaceForms } from './surface-forms';

/** A gazetteer before its tables are expanded, without what is the same for every dataset. */
export interface CompiledGazetteer
  extends Omit<Gazetteer, 'matcher' | 'words' | 'vocabulary' | 'places' | keyof QuietTable> {
  source: MatcherSource;
}

/** Names of one character (粤) stand in too many words to be looked for. */
const SHORTEST_FORM = 2;
/** Anchors are kept in a byte, and no name of this length is written without a break. */
const LONGEST_FORM = 255;

interface CompiledForm {
  text: string;
  key: string;
  senses: { entity: number; flags: number }[];
}

/** The text without what the scan skips between characters, and without quotation marks around all of it. */
function clean(text: string): string {
  let kept = '';
  for (let at = 0; at >= 0 && at < text.length; at = gapEnd(text, at + 1)) kept += text[at];
  const quoted = /^[“‘「『《"](.+)[”’」』》"]$/.exec(kept)?.[1];
  return quoted && !/[“”‘’「」『』《》"]/.test(quoted) ? quoted : kept;
}

/** Folded, without quotation marks: what two writings of one name have in common. */
function keyOf(text: string): string {
  const table = foldTable();
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isQuote(unit)) key += String.fromCharCode(table[unit]!);
  }
  return key;
}

/** One form for each key: a name that two entities share, or that one lists in both scripts, is one. */
function collectForms(dataset: Dataset): CompiledForm[] {
  const byKey = new Map<string, CompiledForm>();
  for (const { text, entity, flags } of surfaceForms(dataset)) {
    const written = clean(text);
    const key = keyOf(written);
    if (key.length < SHORTEST_FORM || key.length > LONGEST_FORM) continue;
    const form = byKey.get(key);
    const sense = form?.senses.find((other) => other.entity === entity);
    if (sense) sense.flags = mergeFlags(sense.flags, flags);
    else if (form) form.senses.push({ entity, flags });
    else byKey.set(key, { text: written, key, senses: [{ entity, flags }] });
  }
  return [...byKey.values()];
}

/** Two names of one entity that are one form: conditions add up, roles hold only if both have them. */
function mergeFlags(a: number, b: number): number {
  const conditions = SENSE.needsContext | SENSE.needsQuotes;
  return ((a | b) & conditions) | (a & b & ~conditions);
}

/** The units of each class: for every folded unit of the keys, all units that fold to it. */
function buildClasses(keys: readonly string[]): string[] {
  const classIndex = new Map<number, number>();
  for (const key of keys)
    for (let i = 0; i < key.length; i++)
      if (!classIndex.has(key.charCodeAt(i))) classIndex.set(key.charCodeAt(i), classIndex.size);
  const classes = Array.from(classIndex.keys(), (unit) => String.fromCharCode(unit));
  const table = foldTable();
  for (let unit = 0; unit < table.length; unit++) {
    const folded = table[unit]!;
    if (unit === folded) continue;
    const index = classIndex.get(folded);
    if (index !== undefined) classes[index] += String.fromCharCode(unit);
  }
  return classes;
}

/**
 * A string that sorts a form as the matcher wants: by class of the anchor, of what is before it
 * from right to left, of what is after. Classes are written as the units of those numbers.
 */
function sortKey(key: string, anchor: number, classOf: Uint16Array): string {
  let sorted = '';
  for (let i = anchor; i >= 0; i--) sorted += String.fromCharCode(classOf[key.charCodeAt(i)]!);
  sorted += String.fromCharCode(TURN);
  for (let i = anchor + 1; i < key.length; i++)
    sorted += String.fromCharCode(classOf[key.charCodeAt(i)]!);
  return sorted;
}

/**
 * Compiles all surface forms of a dataset into flat tables. Costs some 20 ms for 1,500 forms and
 * under a second for 100,000: done once a dataset, in the background.
 */
export function compileGazetteer(dataset: Dataset): CompiledGazetteer {
  const unsorted = collectForms(dataset);
  const keys = unsorted.map(({ key }) => key);
  const classes = buildClasses(keys);
  const anchorOf = chooseAnchors(keys);
  const classOf = new Uint16Array(0x10000);
  for (const [index, members] of classes.entries()) classOf[members.charCodeAt(0)] = index + 1;
  const bySortKey = new Map<string, number>();
  for (let i = 0; i < keys.length; i++) bySortKey.set(sortKey(keys[i]!, anchorOf[i]!, classOf), i);
  const order = [...bySortKey.keys()].sort().map((sorted) => bySortKey.get(sorted)!);

  const forms = order.map((index) => unsorted[index]!.text);
  const senses = order.flatMap((index) => unsorted[index]!.senses);
  const senseStart = new Uint32Array(forms.length + 1);
  for (const [form, index] of order.entries())
    senseStart[form + 1] = senseStart[form]! + unsorted[index]!.senses.length;
  const described: Forms = {
    entities: dataset.entities.map((entity) => ({
      id: entity.id,
      kind: entity.kind,
      divisions: entity.kind === 'concept' ? entity.divisions : [divisionOf(entity)],
    })),
    forms,
    senseStart,
    senseEntity: Uint32Array.from(senses, ({ entity }) => entity),
    senseFlags: Uint8Array.from(senses, ({ flags }) => flags),
  };
  return {
    version: dataset.version,
    ...described,
    ...describeForms(described),
    hosts: new Map(
      dataset.entities.flatMap((entity) =>
        entity.kind === 'division' ? entity.hosts.map((host) => [host, entity.id] as const) : [],
      ),
    ),
    source: { classes, forms, anchors: Uint8Array.from(order, (index) => anchorOf[index]!) },
  };
}
