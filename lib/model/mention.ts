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

/** An occurrence in a text judged to mean an entity. */
export interface Mention extends Span {
  entity: EntityId;
  kind: EntityKind;
  /** Other entities it may as well mean, best first; empty when the text decides. */
  rivals: EntityId[];
  reasons: Reason[];
}
