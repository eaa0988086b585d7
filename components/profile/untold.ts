import type { Entity, Fact } from '@/lib/model/entity';

/** The share of a statement's pairs of characters that make it the same as another, reworded. */
const SAME = 0.6;

/**
 * The facts that none of `told` tells already, in other words or among more: a division's short
 * statements, written for its card, return at length in its three sections. Two statements tell the
 * same when they share a source and most of the shorter one's pairs of characters, dates aside.
 * In the dataset the nearest that adds something shares 58 %, the farthest that adds nothing 61 %.
 */
export function untold(facts: Fact[], told: Fact[]): Fact[] {
  const known = told.map((fact) => ({ sources: fact.sources, pairs: pairsOf(fact.zh) }));
  return facts.filter((fact) => {
    const pairs = [...pairsOf(fact.zh)];
    return !known.some(
      (other) =>
        other.sources.some((id) => fact.sources.includes(id)) &&
        pairs.filter((pair) => other.pairs.has(pair)).length >= SAME * pairs.length,
    );
  });
}

/** What stays on record: of a division, what its three sections leave out. */
export function onRecord(entity: Entity): Fact[] {
  if (entity.kind !== 'division') return entity.facts;
  const { platformBuilding, topLevelDesign, model } = entity.roadmap;
  return untold(
    entity.facts,
    [platformBuilding, topLevelDesign, model].flatMap(({ facts }) => facts),
  );
}

/** A paragraph joins its statements with words of its own. */
const TOLD = 0.5;

/** True when the paragraph says something that summary and facts do not: most repeat them. */
export function tellsMore(entity: Entity): boolean {
  const { description, summary, facts } = entity;
  if (!description) return false;
  const sections = entity.kind === 'division' ? Object.values(entity.roadmap) : [];
  const told = [summary, ...facts, ...sections.flatMap((section) => section.facts)];
  const known = new Set(told.flatMap(({ zh }) => [...pairsOf(zh)]));
  const pairs = [...pairsOf(description.zh)];
  return pairs.filter((pair) => known.has(pair)).length < TOLD * pairs.length;
}

function pairsOf(text: string): Set<string> {
  const signs = text.replace(/\d{4}年(?:\d+月)?(?:\d+日)?|[^\p{L}\p{N}]/gu, '');
  return new Set([...signs].slice(1).map((sign, at) => signs[at] + sign));
}
