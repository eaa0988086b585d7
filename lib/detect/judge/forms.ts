import type { Reason } from '@/lib/model/mention';
import { FORM_KINDS, type FormKind, type Title, TRAIT } from '../form-traits';
import type { Gazetteer } from '../gazetteer';
import { SENSE, type Sense, sensesOf } from '../senses';
import type { Words } from '../words';
import { SIGN } from './signs';
import { groupByUnit, type WordsByUnit } from './words-by-unit';

/** What the judge needs to know of a form. */
export interface FormTraits {
  kind: FormKind;
  /** What it may mean, the dataset's order; at least one. */
  senses: readonly Sense[];
  /** Weight of the bare name, before anything around it is looked at. */
  prior: number;
  /** The same as a reason, shared by all its mentions. */
  reasons: Reason[];
  /** Conditions that all its senses share; bits of SENSE. */
  flags: number;
  /** Its meaning depends on the text around it: it has several, or needs support. */
  isLinked: boolean;
  /** Bits of SIGN for what it is itself. */
  signs: number;
  /** It may be weighed against words: short, so that its characters may belong to those beside it. */
  isWord: boolean;
  /** Anything around it matters at all: most long names stand wherever they stand. */
  looksAround: boolean;
  /** What entities of this name are called with it in full: 总门户 after 一网通办 is Shanghai's. */
  titles: readonly Title[];
  /** It ends like a common noun (政务外网, 公共数据平台): any division may have one. */
  commonNoun: boolean;
  /** It is a number: 12345. */
  number: boolean;
  /** It is the name of an app, a cloud or a firm that share it. */
  hasAspect: boolean;
  /** It only bears an entity's name (香港仔), which it keeps from being found. */
  isBearer: boolean;
  /** 北京市: 市 after the division's short name is its own. */
  municipality: boolean;
  /** 广西壮族自治区, 香港特别行政区: 区 after the short name may be short for that. */
  region: boolean;
  /** Of a division's short name: places in it by their first unit, see Gazetteer.places. */
  places: WordsByUnit;
}

const RIVER = '江';
const WEST = '西';
/** 浙江 is no river's name any more. */
const RIVER_NAME = 3;
/** Just above nothing: a division's name is one unless something speaks against it. */
const DIVISION_PRIOR = 1;
const LONG_PRIOR = 6;
/** Priors of other names by their number of characters: 京通 says little, 浙里办 much. */
const PRIORS = [0, 0, -2, 2, 3];
/** A division's name with one more character: 北京|通, 爱|山东. Common words make the same. */
const COMPOSED_PRIOR = -0.5;
const NO_TITLES: readonly Title[] = [];
const NO_PLACES: WordsByUnit = new Map();

function priorOf(kind: FormKind, composed: boolean, length: number): number {
  if (kind === 'short' || kind === 'full' || kind === 'group') return DIVISION_PRIOR;
  if (kind !== 'brief') return LONG_PRIOR;
  return composed ? COMPOSED_PRIOR : PRIORS[length]!;
}

/** The traits of a gazetteer's forms, each unpacked when first asked for. */
export class FormTable {
  private readonly traits: FormTraits[] = [];

  constructor(private readonly gazetteer: Gazetteer) {}

  traitsOf(form: number): FormTraits {
    this.traits[form] ??= this.unpack(form);
    return this.traits[form];
  }

  /** Short names of all divisions, folded as a Window folds what it reads. */
  divisionNames({ idOf, units }: Words): ReadonlySet<string> {
    const { forms, formTraits } = this.gazetteer;
    const names = forms.filter((_, form) => FORM_KINDS[formTraits[form]! & TRAIT.kind] === 'short');
    return new Set(
      names.map((name) =>
        String.fromCharCode(...Array.from(name, (one) => units[idOf[one.charCodeAt(0)]!]!)),
      ),
    );
  }

  private unpack(form: number): FormTraits {
    const { forms, formTraits, titles, places } = this.gazetteer;
    const traits = formTraits[form]!;
    const senses = sensesOf(this.gazetteer, form);
    const flags = senses.reduce((shared, sense) => shared & sense.flags, -1);
    const kind = FORM_KINDS[traits & TRAIT.kind]!;
    const commonNoun = (traits & TRAIT.commonNoun) !== 0;
    const isLinked = senses.length > 1 || (flags & SENSE.needsContext) !== 0;
    const isBearer = (flags & SENSE.bearsName) !== 0;
    const isConditional = (flags & (SENSE.needsTitleMarks | SENSE.needsQuotes)) !== 0;
    const text = forms[form]!;
    const prior = priorOf(kind, (traits & TRAIT.composed) !== 0, text.length);
    const own = kind === 'short' ? places.get(senses[0]!.entity.id) : undefined;
    const isRiver = text.length >= RIVER_NAME && text.endsWith(RIVER);
    return {
      kind,
      senses,
      prior,
      reasons: [{ code: 'name', weight: prior }],
      flags,
      isLinked,
      signs:
        (isRiver ? SIGN.river : 0) |
        (isConditional ? SIGN.condition : 0) |
        (text.startsWith(WEST) ? SIGN.west : 0),
      isWord: kind === 'short' || kind === 'group' || kind === 'brief',
      looksAround: kind !== 'long' || isBearer || isLinked || commonNoun || isConditional,
      titles: (isLinked && titles.get(form)) || NO_TITLES,
      commonNoun,
      number: /^\d+$/.test(text),
      hasAspect: senses.some(({ entity }) => entity.aspect !== undefined),
      isBearer,
      municipality: (traits & TRAIT.municipality) !== 0,
      region: (traits & TRAIT.region) !== 0,
      places: own === undefined ? NO_PLACES : groupByUnit(own, 0),
    };
  }
}
