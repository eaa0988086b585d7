import { langFor, textFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Ranking, RankingRow } from '@/lib/model/dataset';
import type { EntryBase } from './entry-base';
import { stretchOf } from './time';

/** A place in a ranking, at the year the data are of. */
export interface Ranked extends EntryBase {
  kind: 'ranking';
  ranking: Ranking;
  row: RankingRow;
}

/** Every row of every ranking. */
export function rankedOf(rankings: readonly Ranking[], prefs: ViewPrefs): Ranked[] {
  return rankings.flatMap((ranking) => {
    const date = String(ranking.dataYear);
    const stretch = stretchOf(date);
    if (!stretch) return [];
    return ranking.results.map((row) => ({
      ...stretch,
      kind: 'ranking' as const,
      key: `${ranking.id} ${row.division} ${row.tier ?? ''}`,
      lane: row.division,
      entity: row.division,
      date,
      label: textFor(ranking.title, prefs),
      text: `${textFor(ranking.title, prefs)} · ${textFor(ranking.publisher, prefs)}`,
      lang: langFor(prefs),
      sources: ranking.sources,
      ranking,
      row,
    }));
  });
}
