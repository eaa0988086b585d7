import { timeOf, yearOf } from '@/components/text/dates';
import type { Entity, Policy } from '@/lib/model/entity';

/** Policies of one year. */
export interface TimelineYear {
  /** Null for policies whose date is not known. */
  year: number | null;
  policies: Policy[];
}

/** Policies by year, the newest year and within it the newest first, undated ones at the end. */
export function timelineOf(entities: Entity[]): TimelineYear[] {
  const policies = entities.filter((entity) => entity.kind === 'policy');
  const years = new Map<number | null, Policy[]>();
  for (const policy of policies) {
    const year = policy.date ? yearOf(policy.date) : null;
    years.set(year, [...(years.get(year) ?? []), policy]);
  }
  const moment = (policy: Policy) => (policy.date ? timeOf(policy.date) : 0);
  return [...years]
    .sort(([a], [b]) => (b ?? 0) - (a ?? 0))
    .map(([year, each]) => ({ year, policies: each.sort((a, b) => moment(b) - moment(a)) }));
}
