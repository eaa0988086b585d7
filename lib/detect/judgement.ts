import type { FormTraits } from './judge/forms';
import type { Named } from './link';

/** A candidate, weighed. Accepted when the weights of its reasons add up to more than 0. */
export interface Judgement extends Named {
  form: number;
  traits: FormTraits;
  weight: number;
  accepted: boolean;
  /** What became of an accepted candidate that is no mention in the end. */
  fate: Fate | null;
}

/** In a longer name; in a longer one that only bears this one; without the support it needs. */
export type Fate = 'inside-longer' | 'bears-name' | 'no-context';
