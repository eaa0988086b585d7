import { SourceNote } from '@/components/text/SourceNote';
import { tierName } from '@/components/text/tiers';
import { Words } from '@/components/text/Words';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { RankingRow } from '@/lib/model/dataset';
import type { Source } from '@/lib/model/entity';
import type { ProfileData } from '@/lib/model/views';

interface RankingsProps {
  rankings: ProfileData['rankings'];
  sources: Source[];
  prefs: ViewPrefs;
  t: Translate;
}

/** How a division was ranked, by the year the data are of, the newest first. */
export function Rankings({ rankings, sources, prefs, t }: RankingsProps) {
  const ordered = [...rankings].sort((a, b) => b.ranking.dataYear - a.ranking.dataYear);
  return (
    <ul class="rankings">
      {ordered.map(({ ranking, row }) => (
        <li key={ranking.id} class="ranking">
          <span class="ranking-year">{ranking.dataYear}</span>
          <div>
            <p>
              <Words of={ranking.title} prefs={prefs} />
            </p>
            <p class="ranking-publisher">
              <Words of={ranking.publisher} prefs={prefs} />
            </p>
            <SourceNote
              sources={ranking.sources.flatMap(
                (id) => sources.find((each) => each.id === id) ?? [],
              )}
              linked
              most={1}
              prefs={prefs}
              t={t}
            />
          </div>
          <p class="ranking-result">{result(row, t)}</p>
        </li>
      ))}
    </ul>
  );
}

function result(row: RankingRow, t: Translate) {
  return (
    <>
      {row.rank !== undefined && <b>{t('ranking_rank', { rank: row.rank })}</b>}
      {row.tier !== undefined && <b>{tierName(row.tier, t)}</b>}
      {row.score !== undefined && <span>{t('ranking_score', { score: row.score })}</span>}
    </>
  );
}
