/** A place where a passage may stand: its offset in the page's text, and whether the reader can see it. */
export interface Choice {
  at: number;
  isShown: boolean;
}

/** A passage whose place is known: where it was in the text when it was kept, and where it is. */
export interface Settled {
  was: number;
  at: number;
}

/**
 * Which of several equal places of a passage is taken, by its index: one that keeps the order of the page's
 * other passages before one that does not, what is shown before what is hidden, and of those the first,
 * which is the nearest to where it was.
 * @param was where it was in the text; null where nobody knows
 */
export function choosePlace(
  places: readonly Choice[],
  was: number | null,
  others: readonly Settled[],
): number {
  const isTurned = ({ at }: Choice) =>
    was === null
      ? 0
      : others.filter(
          (other) => (other.was < was && other.at > at) || (other.was > was && other.at < at),
        ).length;
  const ranks = places.map((place) => [isTurned(place), Number(!place.isShown)] as const);
  const order = [...ranks.keys()].sort((a, b) => {
    const [x, y] = [ranks[a]!, ranks[b]!];
    return x[0] - y[0] || x[1] - y[1] || a - b;
  });
  return order[0] ?? 0;
}
