import { langFor, nameFor, textFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Concept, Entity, EntityId, Fact, Policy } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { type Bar, barOf } from './bars';
import type { EntryBase } from './entry-base';
import { type Figure, figuresOf } from './figures';
import { type Ranked, rankedOf } from './ranked';
import { stretchOf } from './time';

/** What a roadmap shows, in the order in which it lies in a lane. */
export const ROADMAP_KINDS = ['platform', 'event', 'policy', 'ranking', 'figure'] as const;
export type RoadmapKind = (typeof ROADMAP_KINDS)[number];

/** A dated statement, or the beginning of a concept. */
export interface Happening extends EntryBase {
  kind: 'event';
  /** A statement of the division or of a concept; else the first that is known of a concept. */
  fact: Fact;
  begins: boolean;
}

export interface Document extends EntryBase {
  kind: 'policy';
  policy: Policy;
}

export type Entry = Bar | Happening | Document | Ranked | Figure;

/** The roadmap of the whole dataset. */
export interface RoadmapEntries {
  entries: Entry[];
  /** What has no date, by lane. */
  undated: Map<EntityId, Entity[]>;
}

/** Everything that has a date, in its lane, the earliest first; and what has none. */
export function roadmapEntries(data: AtlasData, prefs: ViewPrefs): RoadmapEntries {
  const byId = new Map(data.entities.map((entity) => [entity.id, entity]));
  const entries: Entry[] = [];
  const undated = new Map<EntityId, Entity[]>();
  for (const entity of data.entities) {
    const found = entriesOf(entity, byId, prefs);
    entries.push(...found, ...figuresOf(entity, prefs));
    if (found.length > 0 || entity.kind === 'division') continue;
    for (const lane of lanesOf(entity)) undated.set(lane, [...(undated.get(lane) ?? []), entity]);
  }
  entries.push(...rankedOf(data.rankings, prefs));
  return { entries: entries.sort((a, b) => a.from - b.from), undated };
}

function lanesOf(entity: Entity): EntityId[] {
  switch (entity.kind) {
    case 'division':
      return [entity.id];
    case 'concept':
      return entity.divisions;
    default:
      return [entity.division];
  }
}

function entriesOf(entity: Entity, byId: ReadonlyMap<EntityId, Entity>, prefs: ViewPrefs): Entry[] {
  switch (entity.kind) {
    case 'platform': {
      const bar = barOf(entity, byId, prefs);
      return bar ? [bar] : [];
    }
    case 'policy': {
      const document = documentOf(entity, byId, prefs);
      return document ? [document] : [];
    }
    case 'concept':
      return beginnings(entity, prefs);
    case 'division': {
      const facts = [...Object.values(entity.roadmap).flatMap((one) => one.facts), ...entity.facts];
      return distinct(facts).flatMap((fact) => statement(entity, entity.id, fact, prefs) ?? []);
    }
  }
}

/** A name without that of the division in whose lane it stands: all there begin with it. */
function nameIn(policy: Policy, lane: Entity | undefined, prefs: ViewPrefs): string {
  const name = nameFor(policy.names, prefs);
  if (lane?.kind !== 'division' || lane.type === 'nation') return name;
  const known = [nameFor(lane.names, prefs), nameFor(lane.shortNames, prefs)];
  const said = known.find((each) => name.startsWith(each));
  const rest = said ? name.slice(said.length).trimStart() : '';
  return rest.length >= SHORTEST ? rest : name;
}

/** What is left of a name must still say something, in letters. */
const SHORTEST = 4;

function documentOf(
  policy: Policy,
  byId: ReadonlyMap<EntityId, Entity>,
  prefs: ViewPrefs,
): Document | null {
  const date = policy.date ?? policy.published;
  const stretch = date && stretchOf(date);
  if (!stretch) return null;
  return {
    ...stretch,
    kind: 'policy',
    key: policy.id,
    lane: policy.division,
    entity: policy.id,
    date,
    label: nameIn(policy, byId.get(policy.division), prefs),
    text: textFor(policy.summary, prefs),
    lang: langFor(prefs),
    sources: policy.facts.flatMap((fact) => fact.sources),
    policy,
  };
}

/** A concept begins with the earliest that is told of it, and goes on with the rest. */
function beginnings(concept: Concept, prefs: ViewPrefs): Happening[] {
  return concept.divisions.flatMap((lane) => {
    const told = distinct(concept.facts)
      .flatMap((fact) => statement(concept, lane, fact, prefs) ?? [])
      .sort((a, b) => a.from - b.from);
    return told.map((one, at) =>
      at === 0 ? { ...one, label: nameFor(concept.names, prefs), begins: true } : one,
    );
  });
}

function statement({ id }: Entity, lane: EntityId, fact: Fact, prefs: ViewPrefs): Happening | null {
  const stretch = stretchOf(fact.asOf);
  if (!stretch) return null;
  const text = textFor(fact, prefs);
  return {
    ...stretch,
    kind: 'event',
    key: `${lane} ${id} ${fact.asOf} ${fact.zh}`,
    lane,
    entity: id,
    date: fact.asOf,
    label: text,
    text,
    lang: langFor(prefs),
    sources: fact.sources,
    fact,
    begins: false,
  };
}

function distinct(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [`${fact.asOf} ${fact.zh}`, fact])).values()];
}
