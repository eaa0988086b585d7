/**
 * What it costs, in units, to explain that a place weighs more or less than it did: an edit takes
 * any number away at once, but what speaks for a place does not come to stand there by chance.
 */
export function costOfChange(then: number, now: number): number {
  return now > then ? now - then : costOfEdit(then - now);
}

/** What one edit of so many units costs. */
function costOfEdit(units: number): number {
  return Math.log2(1 + units);
}

/**
 * The least it costs to explain places that are found by those that were there: each is one of
 * them, changed, or has come; those that are none of them have gone. Both heaviest first.
 */
export function costOfPlaces(then: readonly number[], now: readonly number[]): number {
  let row = [0];
  for (const [j, weight] of now.entries()) row.push(row[j]! + costOfEdit(weight));
  for (const was of then) {
    const next = [row[0]! + costOfEdit(was)];
    for (const [j, weight] of now.entries()) {
      next.push(
        Math.min(
          row[j]! + costOfChange(was, weight),
          row[j + 1]! + costOfEdit(was),
          next[j]! + costOfEdit(weight),
        ),
      );
    }
    row = next;
  }
  return row.at(-1)!;
}
