import type { EntityId, EntityKind } from './entity';
import type { Span } from './span';

/** Why a candidate was accepted or refused; printed by `annotate --explain` and shown on request. */
export interface Reason {
  /** A short stable code: `quoted`, `suffix`, `left-word`, `street`, `host` … */
  code: string;
  /** Positive speaks for the mention, negative against. */
  weight: number;
  /** The characters that were looked at, if any. */
  text?: string;
}

/**
 * What names nothing by itself, so that it is never painted or counted, but opens a card when it is
 * pointed at: a word that points at a division (我省, 市委); the number of a document that the dataset
 * lacks (浙政发〔2018〕5号), which means the division of the body that issued it.
 */
export const QUIETS = ['pointing', 'numbered'] as const;
export type Quiet = (typeof QUIETS)[number];

/** An occurrence in a text judged to mean an entity. */
export interface Mention extends Span {
  /** '' for a pointing word that neither its text nor title nor host settle: one of `rivals`. */
  entity: EntityId;
  kind: EntityKind;
  /** Other entities it may as well mean, best first; empty when the text decides. */
  rivals: EntityId[];
  reasons: Reason[];
  quiet?: Quiet;
}
