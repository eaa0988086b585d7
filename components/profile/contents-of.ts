import type { Translate } from '@/lib/language/translate';
import type { Fact } from '@/lib/model/entity';
import type { ProfileData } from '@/lib/model/views';
import type { Part } from './Contents';
import { shownParts } from './DivisionParts';
import type { MetricSeries } from './metric-series';

/** The parts a division's profile has, in their order. */
export function contentsOf(
  data: ProfileData,
  series: MetricSeries[],
  facts: Fact[],
  t: Translate,
): Part[] {
  const { entity, rankings } = data;
  const has: [boolean, Part][] = [
    [rankings.length > 0, { id: 'profile-rankings', title: t('profile_rankings') }],
    [series.length > 0, { id: 'profile-metrics', title: t('profile_metrics') }],
    [facts.length > 0, { id: 'profile-facts', title: t('profile_facts') }],
    [(entity.gaps ?? []).length > 0, { id: 'profile-gaps', title: t('profile_gaps') }],
  ];
  return [
    ...shownParts(data).map(({ id, title }) => ({ id, title: t(title) })),
    ...has.filter(([shown]) => shown).map(([, part]) => part),
  ];
}
