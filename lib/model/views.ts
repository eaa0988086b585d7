/** What the views are given: the store answers with these, components draw them. */

import type { Ranking, RankingRow } from './dataset';
import type {
  BilingualText,
  Division,
  Entity,
  EntityId,
  EntityKind,
  Names,
  RelationType,
  Source,
} from './entity';
import type { Highlight } from './highlight';

/** An entity in a list: enough to name it and to go to it. */
export interface EntityBrief {
  id: EntityId;
  kind: EntityKind;
  names: Names;
  division: { id: EntityId; names: Names };
  /** Platform types, policy number, division type: one line, already chosen by kind. */
  summary: { zh: string; en: string };
}

/** A document of which nothing is known but what its number says. */
export interface NumberedDocument {
  /** As the page has it. */
  text: string;
  year: string;
  issuer: BilingualText;
}

/** What is said in a page of an entry that the reader wrote: nothing of what they wrote. */
export interface HiddenEntry {
  id: EntityId;
  kind: EntityKind;
  isHidden: true;
}

/** What a mention may mean instead. */
export type Rival = EntityBrief | HiddenEntry;

/** The card: one entity, its sources resolved, and its rivals when the page does not decide. */
export interface CardData {
  entity: Entity;
  division: EntityBrief;
  sources: Source[];
  rivals: Rival[];
  /** The card is asked for by the number of a document that is no entry. */
  numbered?: NumberedDocument;
  datasetVersion: string;
}

/** The card of an entry that the reader wrote: a frame of ours shows it for the token (entrypoints/note). */
export interface HiddenCard {
  entity: HiddenEntry;
  rivals: Rival[];
  token: string;
}

/** What a page is given for a card. */
export type PageCard = CardData | HiddenCard;

/** Relations that are shown at their other end too. */
export type IncomingType = Extract<RelationType, 'based-on' | 'implements' | 'issued-by'>;

/** Everything the dataset and the reader's library say of one entity. */
export interface ProfileData {
  entity: Entity;
  division: Division;
  /** What belongs to a division, of every kind; nothing for other entities. */
  owned: Entity[];
  /** What stands in relation to the entity, or is part of it. */
  related: EntityBrief[];
  /** What names this one as its ground, carries it out or was issued by it. */
  incoming: { type: IncomingType; brief: EntityBrief }[];
  rankings: { ranking: Ranking; row: RankingRow }[];
  sources: Source[];
  highlights: Highlight[];
  datasetVersion: string;
}

/**
 * How a saved highlight fares on the page that is open. `places`: so many are equally its own; it is shown at
 * the nth of them (0-based, in page order), or at none.
 */
export type HighlightPlace =
  | { state: 'found'; id: string; nth?: number; places?: number }
  | { state: 'looking'; id: string }
  | { state: 'ambiguous'; id: string; places: number }
  | { state: 'missing'; id: string; candidate: { text: string; score: number } | null };

/** One frame's answer to 'what does this page name?'. */
export interface PageReport {
  url: string;
  title: string;
  pageKey: string;
  /** The division the page's host speaks for. */
  hostDivision: EntityId | null;
  /** `aside`: how many of the mentions stand in menus, footers and the like, which are not marked. */
  entities: {
    id: EntityId;
    kind: EntityKind;
    count: number;
    aside: number;
    rivals: EntityId[];
  }[];
  highlights: HighlightPlace[];
  /** `reading` while the first pass is under way; `failed` while what it needs cannot be had. */
  state: 'reading' | 'ready' | 'paused' | 'failed';
}

export interface SearchHit {
  brief: EntityBrief;
  /** Which name matched, as written in the dataset. */
  matched: string;
  score: number;
}

/** The dataset as the atlas compares it. */
export interface AtlasData {
  version: string;
  entities: Entity[];
  rankings: Ranking[];
  sources: Source[];
}
