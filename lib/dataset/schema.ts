/**
 * The dataset's files as valibot schemas. They yield exactly the types of lib/model/entity.ts (the
 * assertions at the end do not compile otherwise), and public/dataset/schema.json is generated from
 * them (scripts/dataset-schema.ts), so types, parser and JSON Schema cannot drift apart.
 * Objects are strict: a misspelt key in a hand-edited file is an error, not a silent loss.
 */
import * as v from 'valibot';
import type { Ranking as RankingEntry } from '@/lib/model/dataset';
import type { EntityKind, EntityOf, OwnedKind, Source as SourceEntry } from '@/lib/model/entity';
import {
  date,
  divisionId,
  entityId,
  fileName,
  host,
  latin,
  ownedId,
  sourceId,
  text,
  url,
} from './schema-texts';

const mark = v.exactOptional(v.literal(true));
const sources = v.pipe(v.array(sourceId), v.minLength(1));
const confidence = v.picklist(['sourced', 'single-source', 'reference']);

const bilingual = v.strictObject({ zh: text, en: text });
const names = v.strictObject({ zhHans: text, zhHant: text, pinyin: text, en: text });

const fact = v.strictObject({
  zh: text,
  en: text,
  asOf: date,
  sources,
  claim: mark,
  copyOnly: mark,
});

const metric = v.strictObject({
  measure: v.picklist([
    'users',
    'visits',
    'items',
    'online-share',
    'systems',
    'servers',
    'documents',
    'records',
    'cases',
    'organisations',
    'money',
    'other',
  ]),
  value: v.number(),
  unit: v.picklist(['people', 'count', 'percent', 'yuan', 'bytes', 'days', 'other']),
  label: bilingual,
  asOf: date,
  sources,
  approximate: mark,
  claim: mark,
});

const relation = v.strictObject({
  type: v.picklist([
    'successor',
    'predecessor',
    'part-of',
    'operated-by',
    'run-with',
    'based-on',
    'implements',
    'supersedes',
    'superseded-by',
    'issued-by',
  ]),
  target: entityId,
});

const surfaceRule = v.strictObject({
  form: text,
  needs: v.picklist(['context', 'quotes', 'never', 'link']),
  reason: text,
});

/** What every entity has, whatever its kind. */
const common = {
  names,
  aliases: v.array(text),
  formerNames: v.array(
    v.strictObject({
      name: text,
      en: v.exactOptional(text),
      from: v.exactOptional(date),
      until: v.exactOptional(date),
    }),
  ),
  surfaceRules: v.exactOptional(v.array(surfaceRule)),
  summary: bilingual,
  description: v.exactOptional(bilingual),
  facts: v.array(fact),
  metrics: v.array(metric),
  relations: v.array(relation),
  gaps: v.exactOptional(v.array(bilingual)),
};

const roadmapSection = v.strictObject({ facts: v.array(fact), entities: v.array(entityId) });

const division = v.strictObject({
  id: divisionId,
  kind: v.literal('division'),
  type: v.picklist(['nation', 'province', 'municipality', 'autonomous-region', 'sar']),
  code: v.pipe(v.string(), v.regex(/^(?:\d{6})?$/, 'write the six digits of GB/T 2260')),
  ...common,
  shortNames: names,
  abbreviations: v.array(text),
  capital: v.nullable(names),
  portal: v.nullable(v.strictObject({ name: text, url, insecure: mark })),
  hosts: v.array(host),
  roadmap: v.strictObject({
    platformBuilding: roadmapSection,
    topLevelDesign: roadmapSection,
    model: roadmapSection,
  }),
});

const platform = v.strictObject({
  id: ownedId,
  kind: v.literal('platform'),
  division: divisionId,
  types: v.pipe(
    v.array(
      v.picklist([
        'app',
        'mini-program',
        'portal',
        'office',
        'cloud',
        'data',
        'terminal',
        'network',
        'assistant',
        'organisation',
        'other',
      ]),
    ),
    v.minLength(1),
  ),
  ...common,
  operator: v.nullable(bilingual),
  launched: v.nullable(date),
  url: v.nullable(url),
  insecure: mark,
  status: v.picklist(['current', 'renamed', 'merged', 'retired', 'unknown']),
  confidence,
});

const policy = v.strictObject({
  id: ownedId,
  kind: v.literal('policy'),
  division: divisionId,
  ...common,
  issuer: v.nullable(bilingual),
  docNumber: v.nullable(text),
  date: v.nullable(date),
  published: v.exactOptional(date),
  inForce: v.exactOptional(date),
  url: v.nullable(url),
  insecure: mark,
});

const concept = v.strictObject({
  id: ownedId,
  kind: v.literal('concept'),
  divisions: v.pipe(v.array(divisionId), v.minLength(1)),
  ...common,
});

const ranking = v.strictObject({
  id: sourceId,
  title: bilingual,
  publisher: bilingual,
  published: date,
  dataYear: v.pipe(v.number(), v.integer()),
  method: bilingual,
  note: v.exactOptional(bilingual),
  extract: mark,
  results: v.array(
    v.strictObject({
      division: divisionId,
      rank: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      score: v.exactOptional(v.number()),
      tier: v.exactOptional(text),
    }),
  ),
  sources,
  confidence,
});

const source = v.strictObject({
  id: sourceId,
  title: text,
  titleEn: v.exactOptional(latin),
  publisher: text,
  publisherEn: v.exactOptional(latin),
  copy: mark,
  seen: v.exactOptional(date),
  date: v.nullable(date),
  url: v.nullable(url),
  insecure: mark,
  grade: v.picklist(['official', 'press', 'paper', 'reference', 'single']),
});

const schemaRef = v.exactOptional(v.string());
/** `index.json`: the version, and every other file of the dataset. */
export const indexFile = v.strictObject({
  $schema: schemaRef,
  version: v.pipe(
    v.string(),
    v.regex(
      /^\d{4}\.\d{2}\.\d{2}(?:\.\d+)?$/,
      'write the day such as 2026.11.23, on the same day 2026.11.23.2',
    ),
  ),
  /** Raised when older extensions can no longer read files of this shape. All that 2 added may be absent. */
  schema: v.picklist([1, 2]),
  files: v.pipe(v.array(fileName), v.minLength(1)),
});

/** The lists of what belongs to a division. */
export const entityLists = {
  platforms: v.array(platform),
  policies: v.array(policy),
  concepts: v.array(concept),
};

export type EntityLists = {
  [L in keyof typeof entityLists]: v.InferOutput<(typeof entityLists)[L]>;
};

/** The list that what is of a kind stands in. */
export const LIST_OF = {
  platform: 'platforms',
  policy: 'policies',
  concept: 'concepts',
} as const satisfies Record<OwnedKind, keyof typeof entityLists>;

/** `CN-XX.json`: one division and what belongs to it. */
export const divisionFile = v.strictObject({ $schema: schemaRef, division, ...entityLists });

/** `CN.json`: the national level, and the rankings, which compare divisions. */
export const nationFile = v.strictObject({
  $schema: schemaRef,
  division,
  ...entityLists,
  rankings: v.array(ranking),
});

/** `sources.json`: every source once. */
export const sourcesFile = v.strictObject({ $schema: schemaRef, sources: v.array(source) });

/** Parts that get a name of their own in schema.json. */
export const definitions = {
  division,
  platform,
  policy,
  concept,
  ranking,
  source,
  names,
  bilingual,
  fact,
  metric,
  relation,
  surfaceRule,
  roadmapSection,
};

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type AllTrue<_T extends true[]> = true;

/** Does not compile when a schema and its type in lib/model/entity.ts differ in anything. */
type SchemasYieldTheModel = AllTrue<
  [
    Same<
      { [K in EntityKind]: v.InferOutput<(typeof definitions)[K]> },
      { [K in EntityKind]: EntityOf[K] }
    >,
    Same<v.InferOutput<typeof ranking>, RankingEntry>,
    Same<v.InferOutput<typeof source>, SourceEntry>,
  ]
>;
void (true satisfies SchemasYieldTheModel);
