import type { BilingualText, Confidence, Entity, EntityId, PartialDate, Source } from './entity';

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

/** The whole dataset, parsed. */
export interface Dataset {
  /** Date-like and ordered as text: `2026.11.23` or `2026.11.23.2`. */
  version: string;
  entities: Entity[];
  rankings: Ranking[];
  sources: Source[];
}
