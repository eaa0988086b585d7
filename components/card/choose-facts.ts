import { newestFirst, oldestFirst } from '@/components/text/dates';
import type { Entity, Fact } from '@/lib/model/entity';

/** How many facts a card shows: what one glance takes in under a one-sentence summary. */
const CARD_FACTS = 3;

/** What is told of an entity, a division's three sections included. */
function told(entity: Entity): Fact[] {
  if (entity.kind !== 'division') return entity.facts;
  const { platformBuilding, topLevelDesign, model } = entity.roadmap;
  return [entity, platformBuilding, topLevelDesign, model].flatMap(({ facts }) => facts);
}

/**
 * The two or three facts a card shows, in the order it shows them.
 * A policy: what it sets out, as its editors ordered it. A concept: its newest figure, or newest
 * fact, then where it comes from. A division or platform: its newest figures, then its newest other
 * facts. A claim is chosen only when there are fewer than two plain facts.
 */
export function chooseFacts(entity: Entity): Fact[] {
  const facts = told(entity);
  const plain = facts.filter((fact) => !fact.claim);
  const pool = plain.length >= 2 ? plain : [...plain, ...facts.filter((fact) => fact.claim)];
  const newest = newestFirst(pool);
  const figures = newest.filter(hasFigure);
  switch (entity.kind) {
    case 'policy':
      return pool.slice(0, CARD_FACTS);
    case 'concept': {
      const first = figures.slice(0, 1);
      return [...new Set([...first, ...newest.slice(0, 1), ...oldestFirst(pool)])].slice(0, 2);
    }
    default:
      return [...new Set([...figures.slice(0, CARD_FACTS - 1), ...newest])].slice(0, CARD_FACTS);
  }
}

/**
 * The figure a glance shows: the newest that is no claim, of a division or platform; null where
 * there is none, and for policies and concepts, of which one sentence says more.
 */
export function newestFigure({ kind, facts }: Entity): Fact | null {
  if (kind === 'policy' || kind === 'concept') return null;
  return newestFirst(facts).find((fact) => !fact.claim && hasFigure(fact)) ?? null;
}

/** A figure: two digits or more, or a share; a year or a bare ordinal is none. */
function hasFigure(fact: Fact): boolean {
  const undated = fact.zh.replace(/\d{4}年|\d+月|\d+日|第\d+/g, '');
  return /\d{2,}|\d%|\d+\.\d|[\d]+[万亿]/.test(undated);
}
