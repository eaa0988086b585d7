import { FORM_KINDS, type FormKind, type Title, TRAIT } from '@/lib/detect/form-traits';
import type { Gazetteer } from '@/lib/detect/gazetteer';
import { SENSE, type Sense, type SenseTable, sensesOf } from '@/lib/detect/senses';
import type { EntityId } from '@/lib/model/entity';
import { isHan } from '@/lib/text/noise';

/** The part of a gazetteer that says what its forms mean. */
export type Forms = SenseTable & Pick<Gazetteer, 'forms'>;

const NATION = 'CN';
const QUOTES = /["'“”‘’「」『』《》〈〉]/g;
/** From this many characters on a name is no accident. */
const LONG = 5;
/** 12345市民服务热线 is a proper name of any length. */
const NUMBERED = /^\d{5}/;
/** How names end that any division may use for a thing of its own. */
const COMMON_NOUN_TAIL = /(?:[网云]|平台|系统|中心|大厅|热线|门户|专区|公司|机|链|驾驶舱)$/;
/** What may be added to a platform's proper name to say what it is: “秦务员”[一体化政务服务平台]. */
const DESCRIPTION_TAIL = /(?:平台|系统|门户|服务端|客户端|小程序|自助机|APP)$/i;

function withoutQuotes(form: string): string {
  return form.replace(QUOTES, '');
}

/** Numbers and Latin words (12345, MyData) have word edges of their own, which the scan checks. */
function isHanName(form: string): boolean {
  for (let i = 0; i < form.length; i++) if (!isHan(form.charCodeAt(i))) return false;
  return true;
}

/** 北京通 holds 北京 and one character more, 我的宁夏 a pronoun. */
function isComposed(name: string, shortNames: readonly string[]): boolean {
  return shortNames.some((short) => {
    if (!name.includes(short)) return false;
    const rest = name.replace(short, '');
    return rest.length === 1 || rest.endsWith('的');
  });
}

/** Names of an entity without quotation marks, and whether they stand without support. */
type NamesByEntity = ReadonlyMap<EntityId, ReadonlyMap<string, boolean>>;
const NO_NAMES: ReadonlyMap<string, boolean> = new Map();

/** All names of all entities, taken from the forms. */
function namesOf(senses: readonly Sense[][], forms: readonly string[]): NamesByEntity {
  const byEntity = new Map<EntityId, Map<string, boolean>>();
  for (const [form, name] of forms.entries())
    for (const { entity, flags } of senses[form]!) {
      if (flags & SENSE.bearsName) continue;
      const names = byEntity.get(entity.id) ?? new Map<string, boolean>();
      byEntity.set(entity.id, names.set(withoutQuotes(name), !(flags & SENSE.needsContext)));
    }
  return byEntity;
}

/** 上海“一网通办”总门户 gives the name 一网通办 the title 总门户. */
function titlesOf(form: string, senses: readonly Sense[], names: NamesByEntity): Title[] {
  const own = withoutQuotes(form);
  return senses.flatMap(({ entity }) => {
    const division = names.get(entity.divisions[0] ?? '') ?? NO_NAMES;
    return [...(names.get(entity.id) ?? NO_NAMES).keys()].flatMap((name) => {
      const at = name.indexOf(own);
      const tail = name.slice(at + own.length);
      return at > 0 && tail !== '' && division.has(name.slice(0, at))
        ? [{ tail, entity: entity.id }]
        : [];
    });
  });
}

/**
 * True for a proper name with what it is after it (“秦务员”一体化政务服务平台) or its division
 * before it (上海“一网通办”总门户), where the proper name is one of the same entity's.
 */
function isDescribed(form: string, { entity }: Sense, names: NamesByEntity): boolean {
  if (entity.kind !== 'platform') return false;
  const name = withoutQuotes(form);
  const division = names.get(entity.divisions[0] ?? '') ?? NO_NAMES;
  for (const [own, standsAlone] of names.get(entity.id) ?? NO_NAMES) {
    const isShort = own.length <= LONG || NUMBERED.test(own);
    if (own.length < 3 || own.length >= name.length || !isShort) continue;
    if (standsAlone && name.startsWith(own) && DESCRIPTION_TAIL.test(name.slice(own.length)))
      return true;
    const at = name.indexOf(own);
    const rest = name.slice(at + own.length);
    if (division.has(name.slice(0, at)) && (rest === '' || DESCRIPTION_TAIL.test(rest)))
      return true;
  }
  return false;
}

/** Of a concept that is divisions and not the nation: 川渝. */
function isGroup({ entity: { kind, divisions } }: Sense): boolean {
  return kind === 'concept' && divisions.length > 1 && !divisions.includes(NATION);
}

function kindOf(form: string, senses: readonly Sense[], names: NamesByEntity): FormKind {
  const shared = senses.reduce((flags, sense) => flags & sense.flags, -1);
  if (shared & SENSE.bearsName) return 'long';
  if (senses.some(({ entity }) => entity.kind === 'division'))
    return shared & SENSE.shortName ? 'short' : 'full';
  if (senses.every((sense) => isDescribed(form, sense, names))) return 'described';
  if (senses.every(isGroup) && form.length < LONG) return 'group';
  return form.length >= LONG || !isHanName(form) ? 'long' : 'brief';
}

/**
 * What the judge needs to know of each form beforehand: Gazetteer.formTraits and Gazetteer.titles.
 * It takes each name of each entity against each other, which no page should wait for.
 */
export function describeForms(forms: Forms): Pick<Gazetteer, 'formTraits' | 'titles'> {
  const senses = forms.forms.map((_, form) => sensesOf(forms, form));
  const names = namesOf(senses, forms.forms);
  const shortNames: string[] = [];
  const divisionTraits = new Map<EntityId, number>();
  for (const [form, name] of forms.forms.entries())
    for (const { entity, flags } of senses[form]!) {
      if (entity.kind !== 'division' || flags & SENSE.bearsName) continue;
      if (flags & SENSE.shortName) shortNames.push(name);
      const ending =
        (name.endsWith('市') ? TRAIT.municipality : 0) | (name.endsWith('区') ? TRAIT.region : 0);
      divisionTraits.set(entity.id, (divisionTraits.get(entity.id) ?? 0) | ending);
    }

  const formTraits = new Uint8Array(forms.forms.length);
  const titles = new Map<number, readonly Title[]>();
  for (const [form, name] of forms.forms.entries()) {
    const own = senses[form]!;
    const kind = kindOf(name, own, names);
    const division = own.find(({ entity }) => entity.kind === 'division');
    formTraits[form] =
      FORM_KINDS.indexOf(kind) |
      (COMMON_NOUN_TAIL.test(name) ? TRAIT.commonNoun : 0) |
      (kind === 'brief' && isComposed(name, shortNames) ? TRAIT.composed : 0) |
      (division && kind !== 'long' ? (divisionTraits.get(division.entity.id) ?? 0) : 0);
    if (kind !== 'brief') continue;
    const called = titlesOf(name, own, names);
    if (called.length > 0) titles.set(form, called);
  }
  return { formTraits, titles };
}
