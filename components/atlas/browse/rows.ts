import { nameFor, textFor } from '@/components/text/names';
import { byGrade } from '@/components/text/source-name';
import type { ViewPrefs } from '@/lib/language/prefs';
import {
  divisionOf,
  type Entity,
  type EntityId,
  type EntityKind,
  type PartialDate,
  type Source,
  type SourceGrade,
} from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { nameKey } from '@/lib/text/name-key';

/** One entity in the table. */
export interface BrowseRow {
  entity: Entity;
  name: string;
  division: EntityId;
  divisionName: string;
  /** Of a launch, a document, the first that is told of a concept. */
  date: PartialDate | null;
  summary: string;
  /** Those of its statements and figures, the strongest first. */
  sources: Source[];
  grades: Set<SourceGrade>;
  hasNumber: boolean;
  hasFigures: boolean;
  /** All that words are looked for in, folded. */
  words: string;
}

/** What readers call what is of a kind, in any language: `浙江 政策`, `Zheliban launch`. */
const CALLED: Record<EntityKind, string> = {
  division: '地区 省份 division province',
  platform: '平台 应用 系统 platform app system',
  policy: '政策 文件 法规 policy document plan',
  concept: '概念 改革 concept reform',
};
const LAUNCHED = '上线 推出 launch launched';

/** Every entity of the dataset as a row. */
export function browseRows(data: AtlasData, prefs: ViewPrefs): BrowseRow[] {
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
  return data.entities.map((entity) => rowOf(entity, entities, sources, prefs));
}

function rowOf(
  entity: Entity,
  entities: ReadonlyMap<EntityId, Entity>,
  known: ReadonlyMap<string, Source>,
  prefs: ViewPrefs,
): BrowseRow {
  const division = divisionOf(entity);
  const of = entities.get(division);
  const ids = new Set([...entity.facts, ...entity.metrics].flatMap((fact) => fact.sources));
  const sources = byGrade([...ids].flatMap((id) => known.get(id) ?? []));
  const shortNames = of?.kind === 'division' ? of.shortNames : null;
  return {
    entity,
    name: nameFor(entity.names, prefs),
    division,
    divisionName: shortNames ? nameFor(shortNames, prefs) : division,
    date: dateOf(entity),
    summary: textFor(entity.summary, prefs),
    sources,
    grades: new Set(sources.map(({ grade }) => grade)),
    hasNumber: entity.kind === 'policy' && entity.docNumber !== null,
    hasFigures: entity.metrics.length > 0,
    words: wordsOf(entity, shortNames ? Object.values(shortNames) : []),
  };
}

function dateOf(entity: Entity): PartialDate | null {
  switch (entity.kind) {
    case 'platform':
      return entity.launched;
    case 'policy':
      return entity.date ?? entity.published ?? null;
    case 'concept':
      return entity.facts.map(({ asOf }) => asOf).sort()[0] ?? null;
    case 'division':
      return null;
  }
}

function wordsOf(entity: Entity, of: string[]): string {
  const isLaunched = entity.kind === 'platform' && entity.launched !== null;
  const said = [entity.summary, entity.description, ...entity.facts].flatMap((text) =>
    text ? [text.zh, text.en] : [],
  );
  const names = [
    ...Object.values(entity.names),
    ...entity.aliases,
    ...entity.formerNames.flatMap(({ name, en }) => [name, en ?? '']),
  ];
  const number = entity.kind === 'policy' ? (entity.docNumber ?? '') : '';
  const called = [CALLED[entity.kind], isLaunched ? LAUNCHED : ''];
  return [...names, ...of, number, ...called, ...said].map(nameKey).join('|');
}
