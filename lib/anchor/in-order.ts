/** Indexes of a longest strictly ascending part of the numbers, in order. */
export function inOrder(numbers: readonly number[]): number[] {
  /** Of the parts of each length the index of the smallest last number. */
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [i, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  }
  const part: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]!) part.push(i);
  return part.reverse();
}
