import { newestFirst, oldestFirst } from '@/components/text/dates';
import type { Entity, Fact } from '@/lib/model/entity';

/** How many facts a card shows: what one glance takes in under a one-sentence summary. */
const CARD_FACTS = 3;

/**
 * The two or three facts a card shows, in the order it shows them.
 * A policy: what it sets out, as its editors ordered it. A concept: where it comes from, then how
 * it stands now. A division or platform: its newest figures, then its newest other facts.
 * A claim is chosen only when there are fewer than two plain facts.
 */
export function chooseFacts(entity: Entity): Fact[] {
  const plain = entity.facts.filter((fact) => !fact.claim);
  const pool = plain.length >= 2 ? plain : [...plain, ...entity.facts.filter((fact) => fact.claim)];
  switch (entity.kind) {
    case 'policy':
      return pool.slice(0, CARD_FACTS);
    case 'concept':
      return [...new Set([...oldestFirst(pool).slice(0, 1), ...newestFirst(pool)])].slice(0, 2);
    default: {
      const newest = newestFirst(pool);
      const figures = newest.filter(hasFigure).slice(0, CARD_FACTS - 1);
      return [...new Set([...figures, ...newest])].slice(0, CARD_FACTS);
    }
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
