import type { NameUse } from '../link';
import type { FormTraits } from './forms';
import { aspectOf, isCalledIdea, isCalledPlatform, NAME_RULES, tailOffset } from './platforms';
import type { Weigher } from './weigher';

/** Of names whose meaning nothing around them changes. */
export const PLAIN: NameUse = {
  calledPlatform: false,
  calledIdea: false,
  aspect: null,
  titled: null,
  usedAsName: false,
  listed: false,
  commonNoun: false,
  number: false,
};

/** How the text uses the name that was weighed last. */
export function useOf({ window, evidence }: Weigher, traits: FormTraits): NameUse {
  window.readOn();
  return {
    calledPlatform: isCalledPlatform(window),
    calledIdea: isCalledIdea(window),
    aspect: traits.hasAspect ? aspectOf(window) : null,
    titled:
      traits.titles.find(({ tail }) => window.follows(tail, tailOffset(window)))?.entity ?? null,
    usedAsName: evidence.reasons.some(({ code }) => NAME_RULES.has(code)),
    listed: false,
    commonNoun: traits.commonNoun,
    number: traits.number,
  };
}
