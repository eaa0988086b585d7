import { timeOf } from '@/components/text/dates';
import type { Metric, Names, PartialDate } from '@/lib/model/entity';
import type { ProfileData } from '@/lib/model/views';
import { keyFigures, profileSeries } from './metric-series';

/** A figure about the time of a document, and the newest of the same count. */
interface Since {
  of: Names | null;
  former: Metric;
  latest: Metric;
}

const MOST = 3;
/** A figure is of a document's time when it is no more years away. */
const YEARS = 2;

/** How the division's figures stood about that day, and how they stand now. */
export function sinceDocument(home: ProfileData, day: PartialDate): Since[] {
  const when = timeOf(day);
  const away = ({ asOf }: Metric) => Math.abs(timeOf(asOf) - when);
  return keyFigures(profileSeries(home), Number.POSITIVE_INFINITY)
    .flatMap(({ of, points }) => {
      const latest = points.at(-1);
      const [former] = [...points].sort((a, b) => away(a) - away(b));
      if (!former || !latest || former === latest || away(former) > YEARS) return [];
      return [{ of, former, latest }];
    })
    .slice(0, MOST);
}
