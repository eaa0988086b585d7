import type { Vocabulary } from './vocabulary';

export type WordsByUnit = ReadonlyMap<number, readonly string[]>;

/** The words by their first unit, or their last, in the order of the list. */
export function groupByUnit(words: readonly string[], at: 0 | -1): WordsByUnit {
  const grouped = new Map<number, string[]>();
  for (const word of words) {
    const unit = word.at(at)!.charCodeAt(0);
    const group = grouped.get(unit);
    if (group) group.push(word);
    else grouped.set(unit, [word]);
  }
  return grouped;
}

/** The words of a kind, grouped when first asked for. */
export function wordsByUnit(
  known: Map<keyof Vocabulary, WordsByUnit>,
  kind: keyof Vocabulary,
  words: readonly string[],
  at: 0 | -1,
): WordsByUnit {
  const before = known.get(kind);
  if (before) return before;
  const grouped = groupByUnit(words, at);
  known.set(kind, grouped);
  return grouped;
}
