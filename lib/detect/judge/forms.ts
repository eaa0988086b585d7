import type { EntityId } from '@/lib/model/entity';
import type { Reason } from '@/lib/model/mention';
import { isHan } from '@/lib/text/noise';
import { type Gazetteer, SENSE, type Sense, sensesOf } from '../gazetteer';
import type { DivisionTraits } from './places';

/**
 * How a form is weighed: divisions by short or full name; others by how much the name itself says.
 * `described` forms are not weighed at all: shorter names in them are what is marked.
 */
export type FormKind = 'short' | 'full' | 'brief' | 'long' | 'described';

/** What a name is followed by in the full name of one of its entities. */
export interface Title {
  tail: string;
  entity: EntityId;
}

/** What the judge needs to know of a form, worked out once. */
export interface FormTraits extends DivisionTraits {
  kind: FormKind;
  /** Weight of the bare name, before anything around it is looked at. */
  prior: number;
  /** The same as a reason, shared by all its mentions. */
  reasons: Reason[];
  /** Conditions that all its senses share; bits of SENSE. */
  flags: number;
  /** Its meaning depends on the text around it: it has several, or needs support. */
  isLinked: boolean;
  /** Anything around it matters at all: most long names stand wherever they stand. */
  looksAround: boolean;
  /** What entities of this name are called with it in full: 总门户 after 一网通办 is Shanghai's. */
  titles: readonly Title[];
  /** It ends like a common noun (政务外网, 公共数据平台): any division may have one. */
  commonNoun: boolean;
}

/** Just above nothing: a division's name is one unless something speaks against it. */
const DIVISION_PRIOR = 1;
const LONG_PRIOR = 6;
/** Priors of other names by their number of characters: 京通 says little, 浙里办 much. */
const PRIORS = [0, 0, -2, 2, 3];
/** A division's name with one more character: 北京|通, 爱|山东. Common words make the same. */
const COMPOSED_PRIOR = -0.5;
const QUOTES = /["'“”‘’「」『』《》〈〉]/g;
/** From this many characters on a name is no accident. */
const LONG = 5;
function say(prior: number): { prior: number; reasons: Reason[] } {
  return { prior, reasons: [{ code: 'name', weight: prior }] };
}

/** How names end that any division may use for a thing of its own. */
const COMMON_NOUN_TAIL = /(?:[网云]|平台|系统|中心|大厅|热线|门户|专区|公司|机|链|驾驶舱)$/;
/** What may be added to a platform's proper name to say what it is: “秦务员”[一体化政务服务平台]. */
const DESCRIPTION_TAIL = /(?:平台|系统|门户|服务端|客户端|小程序|自助机|APP)$/i;
const NO_DIVISION: DivisionTraits = { municipality: false, region: false };

/** Numbers and Latin words (12345, MyData) have word edges of their own, which the scan checks. */
function isHanName(form: string): boolean {
  for (let i = 0; i < form.length; i++) if (!isHan(form.charCodeAt(i))) return false;
  return true;
}

function withoutQuotes(form: string): string {
  return form.replace(QUOTES, '');
}

/** The forms of a gazetteer with their senses and traits, each worked out when first asked for. */
export class FormTable {
  private readonly senses: Sense[][] = [];
  private readonly traits: FormTraits[] = [];
  private readonly divisionTraits = new Map<EntityId, DivisionTraits>();
  private readonly shortNames: string[] = [];
  /** What namesOf() answers from, once asked. */
  private readonly names = new Map<EntityId, Map<string, boolean>>();

  constructor(private readonly gazetteer: Gazetteer) {
    const { forms, senseStart, senseEntity, entities } = gazetteer;
    for (let form = 0; form < forms.length; form++)
      for (let slot = senseStart[form]!; slot < senseStart[form + 1]!; slot++)
        if (entities[senseEntity[slot]!]!.kind === 'division') this.addDivision(form);
  }

  sensesOf(form: number): readonly Sense[] {
    this.senses[form] ??= sensesOf(this.gazetteer, form);
    return this.senses[form];
  }

  traitsOf(form: number): FormTraits {
    this.traits[form] ??= this.describe(form);
    return this.traits[form];
  }

  private addDivision(form: number): void {
    const name = this.gazetteer.forms[form]!;
    for (const { entity, flags } of this.sensesOf(form)) {
      if (entity.kind !== 'division' || flags & SENSE.bearsName) continue;
      if (flags & SENSE.shortName) this.shortNames.push(name);
      const before = this.divisionTraits.get(entity.id) ?? NO_DIVISION;
      this.divisionTraits.set(entity.id, {
        municipality: before.municipality || name.endsWith('市'),
        region: before.region || name.endsWith('区'),
      });
    }
  }

  /** Names of an entity without quotation marks, and whether they stand without support. */
  private namesOf(id: EntityId): ReadonlyMap<string, boolean> {
    if (this.names.size === 0)
      for (const [form, name] of this.gazetteer.forms.entries())
        for (const { entity, flags } of this.sensesOf(form)) {
          if (flags & SENSE.bearsName) continue;
          const names = this.names.get(entity.id) ?? new Map<string, boolean>();
          this.names.set(entity.id, names.set(withoutQuotes(name), !(flags & SENSE.needsContext)));
        }
    return this.names.get(id) ?? new Map();
  }

  /** 北京通 holds 北京 and one character more, 我的宁夏 a pronoun. */
  private isComposed(name: string): boolean {
    return this.shortNames.some((short) => {
      if (!name.includes(short)) return false;
      const rest = name.replace(short, '');
      return rest.length === 1 || rest.endsWith('的');
    });
  }

  /** 上海“一网通办”总门户 gives the name 一网通办 the title 总门户. */
  private titlesOf(form: string, senses: readonly Sense[]): Title[] {
    const own = withoutQuotes(form);
    return senses.flatMap(({ entity }) => {
      const division = this.namesOf(entity.divisions[0] ?? '');
      return [...this.namesOf(entity.id).keys()].flatMap((name) => {
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
  private isDescribed(form: string, { entity }: Sense): boolean {
    if (entity.kind !== 'platform') return false;
    const name = withoutQuotes(form);
    const division = this.namesOf(entity.divisions[0] ?? '');
    for (const [own, standsAlone] of this.namesOf(entity.id)) {
      if (own.length < 3 || own.length >= name.length || own.length > LONG) continue;
      if (standsAlone && name.startsWith(own) && DESCRIPTION_TAIL.test(name.slice(own.length)))
        return true;
      const at = name.indexOf(own);
      const rest = name.slice(at + own.length);
      if (division.has(name.slice(0, at)) && (rest === '' || DESCRIPTION_TAIL.test(rest)))
        return true;
    }
    return false;
  }

  private describe(form: number): FormTraits {
    const name = this.gazetteer.forms[form]!;
    const senses = this.sensesOf(form);
    const flags = senses.reduce((shared, sense) => shared & sense.flags, -1);
    const commonNoun = COMMON_NOUN_TAIL.test(name);
    const isLinked = senses.length > 1 || (flags & SENSE.needsContext) !== 0;
    const conditions = SENSE.needsTitleMarks | SENSE.needsQuotes;
    const traits = { ...NO_DIVISION, flags, commonNoun, isLinked, looksAround: true, titles: [] };
    if (flags & SENSE.bearsName)
      return { ...traits, looksAround: false, kind: 'long', ...say(LONG_PRIOR) };
    const division = senses.find(({ entity }) => entity.kind === 'division');
    if (division) {
      const kind = flags & SENSE.shortName ? 'short' : 'full';
      return {
        ...traits,
        ...this.divisionTraits.get(division.entity.id),
        kind,
        ...say(DIVISION_PRIOR),
      };
    }
    if (senses.every((sense) => this.isDescribed(name, sense)))
      return { ...traits, kind: 'described', ...say(LONG_PRIOR) };
    if (name.length >= LONG || !isHanName(name)) {
      const looksAround = isLinked || commonNoun || (flags & conditions) !== 0;
      return { ...traits, looksAround, kind: 'long', ...say(LONG_PRIOR) };
    }
    const prior = this.isComposed(name) ? COMPOSED_PRIOR : PRIORS[name.length]!;
    const titles = isLinked ? this.titlesOf(name, senses) : [];
    return { ...traits, titles, kind: 'brief', ...say(prior) };
  }
}
