/**
 * What the dataset says: entities of four kinds, their facts and sources.
 * These types are the shape after parsing (lib/dataset/schema.ts proves at compile time that its
 * parser yields exactly them); nothing here touches a file, a store or a page.
 */

import { keysOf } from './registry';

/** What each kind is described by: a kind is added here, and the compiler names what it lacks. */
export interface EntityOf {
  /** GB/T 2260 province level, or the nation. */
  division: Division;
  platform: Platform;
  /** A document. */
  policy: Policy;
  concept: Concept;
}
export type EntityKind = keyof EntityOf;
export type Entity = EntityOf[EntityKind];

/** The same for every kind, to begin with. */
export function ofEveryKind<T>(value: T): Record<EntityKind, T> {
  return { division: value, platform: value, policy: value, concept: value };
}

/** In the order in which they are listed. */
export const ENTITY_KINDS: readonly EntityKind[] = keysOf(ofEveryKind(null));

/** What belongs to a division. */
export type OwnedKind = Exclude<EntityKind, 'division'>;
export const OWNED_KINDS: readonly OwnedKind[] = ENTITY_KINDS.filter((kind) => kind !== 'division');

/** What a reader can add: a name and a link say enough of it. */
export const OWN_KINDS = ['platform', 'policy', 'concept'] as const satisfies readonly OwnedKind[];
export type OwnKind = (typeof OWN_KINDS)[number];

/**
 * ISO 3166-2 for divisions (`CN-ZJ`), `CN` for the nation, `<division>/<slug>` for what belongs to
 * one (`CN-ZJ/zheliban`), `CN/<slug>` for national ones. An id never changes meaning.
 */
export type EntityId = string;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

/** A text in both languages of the dataset; `zh` is in simplified script. */
export interface BilingualText {
  zh: string;
  en: string;
}

/**
 * A name in the forms a reader may want. Pinyin carries tone marks, with the tone sandhi of 一 and 不
 * (yì wǎng tōng bàn) as a reader says it; a name that has no Chinese characters repeats itself there.
 */
export interface Names {
  zhHans: string;
  zhHant: string;
  pinyin: string;
  en: string;
}

/** A name the entity had before, with the years it was used where they are known. */
export interface FormerName {
  name: string;
  /** In English, as `Names.en`; absent for names that were only ever read in Chinese. */
  en?: string;
  from?: PartialDate;
  until?: PartialDate;
}

/**
 * A surface form that must not be taken at face value.
 * `context`: only where something near it supports the entity (a host, a heading, its division);
 * `quotes`: only inside quotation marks; `never`: not matched at all, shown in profiles only,
 * or, for a longer form that only bears the name (上海合作组织), not taken for the name in it;
 * `link`: stands by itself, but several entities bear it, so that the text around must decide.
 */
export interface SurfaceRule {
  form: string;
  needs: 'context' | 'quotes' | 'never' | 'link';
  reason: string;
}

/** A dated statement and the sources it comes from. */
export interface Fact {
  zh: string;
  en: string;
  /** The date the statement holds for. */
  asOf: PartialDate;
  /** Ids in sources.json, at least one. */
  sources: string[];
  /** A boast ('first', 'largest'), of the source itself or of another: shown as a claim. */
  claim?: true;
  /** An official text of which only a copy was found: shown without a link. */
  copyOnly?: true;
}

export type MetricMeasure =
  | 'users'
  | 'visits'
  | 'items'
  | 'online-share'
  | 'systems'
  | 'servers'
  | 'documents'
  | 'records'
  | 'cases'
  | 'organisations'
  | 'money'
  | 'other';

/** A figure that can be plotted. `value` is in `unit`, in full (10 million is 10000000). */
export interface Metric {
  measure: MetricMeasure;
  value: number;
  unit: 'people' | 'count' | 'percent' | 'yuan' | 'bytes' | 'days' | 'other';
  /** What was counted: 'registered users', '注册用户'. */
  label: BilingualText;
  asOf: PartialDate;
  sources: string[];
  /** The source says 'more than' or 'about'. */
  approximate?: true;
  claim?: true;
}

export type RelationType =
  | 'successor'
  | 'predecessor'
  | 'part-of'
  | 'operated-by'
  | 'run-with'
  | 'based-on'
  | 'implements'
  | 'supersedes'
  | 'superseded-by'
  | 'issued-by';

/**
 * A link from the entity that carries it to `target`. Of documents: `based-on` is what it names as its
 * ground, `implements` what it carries out at a lower level, `superseded-by` the next of its line
 * (named or of the same series; that it repeals is said in a fact), `issued-by` the body that is an entity.
 */
export interface Relation {
  type: RelationType;
  target: EntityId;
}

interface EntityBase {
  id: EntityId;
  names: Names;
  /** Further surface forms in simplified script or Latin; variants are folded, not listed. */
  aliases: string[];
  formerNames: FormerName[];
  /** Forms that need more than their characters; absent when there are none. */
  surfaceRules?: SurfaceRule[];
  /** One sentence for a reader who has never heard of it. */
  summary: BilingualText;
  /** One paragraph; absent where summary and facts say all that is known. */
  description?: BilingualText;
  facts: Fact[];
  metrics: Metric[];
  relations: Relation[];
  /** What is not known, said plainly ('no user figure found'). */
  gaps?: BilingualText[];
}

/** One of the three sections by which the 2020 article describes a province. */
export interface RoadmapSection {
  facts: Fact[];
  /** Entities the section names, in the order of the text. */
  entities: EntityId[];
}

export const DIVISION_TYPES = [
  'nation',
  'province',
  'municipality',
  'autonomous-region',
  'sar',
] as const;
export type DivisionType = (typeof DIVISION_TYPES)[number];

export interface Division extends EntityBase {
  kind: 'division';
  type: DivisionType;
  /** GB/T 2260, six digits; '' for the nation. */
  code: string;
  /** The name without 省, 市 or 自治区. */
  shortNames: Names;
  abbreviations: string[];
  capital: Names | null;
  /** `insecure`: the address was only found over http; every other one is https. */
  portal: { name: string; url: string; insecure?: true } | null;
  /** Hosts whose pages speak for this division (`zj.gov.cn` covers its subdomains). */
  hosts: string[];
  roadmap: {
    platformBuilding: RoadmapSection;
    topLevelDesign: RoadmapSection;
    model: RoadmapSection;
  };
}

export type PlatformType =
  | 'app'
  | 'mini-program'
  | 'portal'
  | 'office'
  | 'cloud'
  | 'data'
  | 'terminal'
  | 'network'
  | 'assistant'
  | 'organisation'
  | 'other';

/** How far a platform's entry can be trusted. */
export type Confidence = 'sourced' | 'single-source' | 'reference';

export interface Platform extends EntityBase {
  kind: 'platform';
  division: EntityId;
  types: PlatformType[];
  operator: BilingualText | null;
  launched: PartialDate | null;
  url: string | null;
  /** The address was only found over http; every other one is https. */
  insecure?: true;
  status: 'current' | 'renamed' | 'merged' | 'retired' | 'unknown';
  confidence: Confidence;
}

export interface Policy extends EntityBase {
  kind: 'policy';
  division: EntityId;
  issuer: BilingualText | null;
  /** 国发〔2022〕14号, in hexagonal brackets; null when it has none or none was found. */
  docNumber: string | null;
  /** The day it was signed or passed; where only that is known, the day it was published. */
  date: PartialDate | null;
  /** The day it was made public. */
  published?: PartialDate;
  /** The day from which it holds. */
  inForce?: PartialDate;
  url: string | null;
  /** The address was only found over http; every other one is https. */
  insecure?: true;
}

export interface Concept extends EntityBase {
  kind: 'concept';
  /** Divisions that use it; `CN` when it is nation-wide. */
  divisions: EntityId[];
}

export type SourceGrade = 'official' | 'press' | 'paper' | 'reference' | 'single';

/**
 * Where a statement comes from, as a thing of its own: who published it, what it is and where it is.
 * `grade` and `copy` together say what it is: an official page, an official text in a copy, and so on.
 */
export interface Source {
  id: string;
  title: string;
  /** Of documents: what the title says. */
  titleEn?: string;
  /** As it calls itself; of a copy, whose text it is. */
  publisher: string;
  /** What an English reader knows it by, or what its Chinese name says; older datasets lack some. */
  publisherEn?: string;
  /** What was read stands on another's site, or was found as a copy only: never called official. */
  copy?: true;
  /** The day an editor last saw it. */
  seen?: PartialDate;
  date: PartialDate | null;
  /** Null when no address is safe to link. */
  url: string | null;
  /** The address was only found over http; every other one is https. */
  insecure?: true;
  grade: SourceGrade;
}

/** The division an entity belongs to: itself for a division, the first one for a concept. */
export function divisionOf(entity: Entity): EntityId {
  switch (entity.kind) {
    case 'division':
      return entity.id;
    case 'concept':
      return entity.divisions[0] ?? 'CN';
    default:
      return entity.division;
  }
}
