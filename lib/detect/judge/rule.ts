import type { FormKind } from '../form-traits';
import type { Words } from '../words';
import type { FormTraits } from './forms';
import type { Lattice } from './lattice';
import type { Tails } from './tails';
import type { Window } from './window';

/** A name in its surroundings, as rules look at it. */
export interface Look {
  readonly window: Window;
  readonly words: Words;
  readonly lattice: Lattice;
  readonly tails: Tails;
  readonly traits: FormTraits;
  /** Characters between the name and the division's name before it. */
  readonly gap: number;
  readonly corrections: readonly Correction[];
  /** Short names of all divisions, folded. */
  readonly divisionNames: ReadonlySet<string>;
}

/** What a rule says of a name: its weight, and the characters by which it was told, '' for none. */
export interface Finding {
  weight: number;
  text: string;
}

/** One reason why an occurrence may or may not be the name. */
export interface Rule {
  /** As `annotate --explain` prints it. */
  readonly name: string;
  /** The kinds of forms it looks at. */
  readonly of: readonly FormKind[];
  /** Bits of SIGN, one of which must be there; it always looks where there are none. */
  readonly signs: number;
  readonly weigh: (look: Look) => Finding | null;
}

/** What the dictionary's frequencies do not know of two readings; its weight is added to theirs. */
export interface Correction {
  /** As `annotate --explain` prints it, behind the crossing word. */
  readonly name: string;
  /** Only of divisions' names. */
  readonly ofDivisions: boolean;
  readonly weight: number;
  readonly holds: (look: Look, crossing: string) => boolean;
}

/** Names that stand in a row with others of their kind. */
export interface ListRule {
  readonly name: string;
  readonly weight: number;
  /** What stands between two members. */
  readonly gap: RegExp;
}

/** As sure as evidence can be: decides alone. */
export const SURE = -8;

/** A rule that always weighs the same: `see` answers the characters by which it is told, or null. */
export function rule(
  name: string,
  of: FormKind | readonly FormKind[],
  signs: number,
  weight: number,
  see: (look: Look) => string | null,
): Rule {
  return {
    name,
    of: typeof of === 'string' ? [of] : of,
    signs,
    weigh: (look) => {
      const text = see(look);
      return text === null ? null : { weight, text };
    },
  };
}
