import type { BilingualText, Confidence, EntityId, PartialDate } from './entity';

export interface RankingRow {
  division: EntityId;
  rank?: number;
  score?: number;
  /** The publisher's word for the grade (优秀) or for the group ranked apart (直辖市), in Chinese. */
  tier?: string;
}

export interface Ranking {
  id: string;
  title: BilingualText;
  publisher: BilingualText;
  published: PartialDate;
  /** The year the data are of. */
  dataYear: number;
  method: BilingualText;
  note?: BilingualText;
  /** Only the rows for which a source was found: not the whole table. */
  extract?: true;
  results: RankingRow[];
  sources: string[];
  confidence: Confidence;
}
