import { formatDate } from '@/components/text/dates';
import { formatFigure } from '@/components/text/figures';
import { nameFor } from '@/components/text/names';
import { tierName } from '@/components/text/tiers';
import { MARKS } from '@/components/text/writing';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Entity, EntityId, Source } from '@/lib/model/entity';
import type { Entry } from './entries';

/** What one entry says, in words: for the table behind the picture, the card, and files. */
export interface EntryRow {
  entry: Entry;
  date: string;
  division: string;
  kind: string;
  name: string;
  /** What there is to say beside the name. */
  says: string;
}

export function rowOf(
  entry: Entry,
  entities: ReadonlyMap<EntityId, Entity>,
  prefs: ViewPrefs,
  t: Translate,
): EntryRow {
  const lane = entities.get(entry.lane);
  const of = entities.get(entry.entity);
  return {
    entry,
    date: formatDate(entry.date, prefs.language),
    division: lane?.kind === 'division' ? nameFor(lane.shortNames, prefs) : entry.lane,
    kind: t(`roadmap_kind_${entry.kind}`),
    name: of ? nameFor(of.names, prefs) : entry.label,
    says: saysOf(entry, prefs, t),
  };
}

function saysOf(entry: Entry, prefs: ViewPrefs, t: Translate): string {
  const { colon, comma } = MARKS[prefs.language];
  switch (entry.kind) {
    case 'figure':
      return `${entry.text}${colon}${formatFigure(entry.metric, prefs, t)}`;
    case 'ranking': {
      const { rank, score, tier } = entry.row;
      const results = [
        rank === undefined ? '' : t('ranking_rank', { rank }),
        tier === undefined ? '' : tierName(tier, t),
        score === undefined ? '' : t('ranking_score', { score }),
      ];
      return `${entry.text}${colon}${results.filter(Boolean).join(comma)}`;
    }
    case 'policy':
      return [entry.policy.docNumber, entry.text].filter(Boolean).join(comma);
    default:
      return entry.text;
  }
}

const COLUMNS = [
  'id',
  'date',
  'division',
  'kind',
  'name',
  'text',
  'source',
  'source title',
  'source address',
];

/** The rows as cells of a file; the first names the columns. Dates as the dataset has them. */
export function roadmapCells(
  rows: readonly EntryRow[],
  sources: ReadonlyMap<string, Source>,
): string[][] {
  return [
    COLUMNS,
    ...rows.map(({ entry, division, kind, name, says }) => {
      const cited = [...new Set(entry.sources)].flatMap((id) => sources.get(id) ?? []);
      return [
        entry.entity,
        entry.date,
        division,
        kind,
        name,
        says,
        cited.map(({ publisher }) => publisher).join('; '),
        cited.map(({ title }) => title).join('; '),
        cited.flatMap(({ url }) => url ?? []).join('; '),
      ];
    }),
  ];
}
