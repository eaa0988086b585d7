import { BEARERS } from './bearers';
import { CONDITIONS } from './conditions';
import { PLACES, RESCUES } from './places';
import { PLATFORMS } from './platforms';
import { ROADS } from './roads';
import { type Correction, type ListRule, type Rule, rule, SURE } from './rule';
import { WATERS } from './waters';
import { CORRECTIONS, WORDS } from './word-evidence';

/** Everything by which names are judged. */
export interface RuleTable {
  /** What stands around a name, in the order of --explain. */
  readonly rules: readonly Rule[];
  /** Asked only where the others refuse a name. */
  readonly rescues: readonly Rule[];
  readonly corrections: readonly Correction[];
  readonly lists: readonly ListRule[];
}

/**
 * The table of rules. Each has sentences of its own in tests/lib/detect/rule-examples.ts, which come
 * out otherwise without it.
 */
export const RULES: RuleTable = {
  rules: [
    ...CONDITIONS,
    ...WORDS,
    ...ROADS,
    ...PLACES,
    ...WATERS,
    ...BEARERS,
    ...PLATFORMS,
    rule('own-word', 'full', 0, SURE, ({ window, lattice, tails }) =>
      tails.follows(window, lattice),
    ),
  ],
  rescues: RESCUES,
  corrections: CORRECTIONS,
  lists: [
    // A form of few characters counts for more in a list of platforms: 浙里办、随申办、[北京通].
    { name: 'listed', weight: 3, gap: /^[”’」』"')）]? ?[、，,／/和与及]?[ ]?[“‘「『"'(（]?$/ },
  ],
};
