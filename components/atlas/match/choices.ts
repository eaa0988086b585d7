import type { EntityId } from '@/lib/model/entity';
import type { Choices } from '../atlas-route';

/** Side by side, or all divisions by their figures or rankings. */
export const COMPARE_MODES = ['matched', 'figures', 'rankings'] as const;
type CompareMode = (typeof COMPARE_MODES)[number];

/** More do not stand beside each other in a window. */
export const MOST_COMPARED = 6;

export interface CompareChoices {
  mode: CompareMode;
  divisions: readonly EntityId[];
}

const AT_FIRST: readonly EntityId[] = ['CN-ZJ', 'CN-GD'];

export function parseCompareChoices(given: Choices): CompareChoices {
  const asked = given.d?.split(',').filter(Boolean) ?? AT_FIRST;
  return {
    mode: COMPARE_MODES.find((mode) => mode === given.g) ?? 'matched',
    divisions: [...new Set(asked)].slice(0, MOST_COMPARED),
  };
}

export function compareChoices({ mode, divisions }: CompareChoices): Choices {
  return {
    ...(mode === 'matched' ? {} : { g: mode }),
    ...(divisions.join() === AT_FIRST.join() ? {} : { d: divisions.join(',') }),
  };
}
