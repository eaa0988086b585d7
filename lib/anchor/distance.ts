import search from 'approx-string-match';

/**
 * Edit distance (Levenshtein, UTF-16 units) of `context` to the text that starts (`side` 'after')
 * or ends ('before') at `edge`; at its far end the text may go on for free. Never more than `max`,
 * which also bounds the work: a band of that width along the context.
 */
export function contextDistance(
  context: string,
  text: string,
  edge: number,
  side: 'before' | 'after',
  max: number,
): number {
  const isAfter = side === 'after';
  const step = isAfter ? 1 : -1;
  const run = isAfter ? runAfter(context, text, edge) : runBefore(context, text, edge);
  const rows = context.length - run;
  const columns = Math.min((isAfter ? text.length - edge : edge) - run, rows + max);
  // Of the first row of units after the common run, seen from the edge.
  const contextAt = isAfter ? run : rows - 1;
  const textAt = isAfter ? edge + run : edge - run - 1;
  let row = new Uint16Array(columns + 2).map((_, column) => column);
  let next = new Uint16Array(columns + 2);
  for (let i = 1; i <= rows; i++) {
    const unit = context.charCodeAt(contextAt + step * (i - 1));
    const low = Math.max(1, i - max);
    const high = Math.min(columns, i + max);
    let left = low === 1 ? i : max + 1;
    let least = left;
    next[low - 1] = left;
    for (let j = low; j <= high; j++) {
      const same = unit === text.charCodeAt(textAt + step * (j - 1));
      left = Math.min(row[j - 1]! + (same ? 0 : 1), row[j]! + 1, left + 1);
      next[j] = left;
      if (left < least) least = left;
    }
    // Outside the band nothing is known but that it costs more than `max`.
    next[high + 1] = max + 1;
    if (least >= max) return max;
    [row, next] = [next, row];
  }
  const from = Math.max(0, rows - max);
  return row.subarray(from, columns + 1).reduce((least, cost) => Math.min(least, cost), max);
}

/** Units of a context's end that stand unchanged before `edge`. */
export function runBefore(prefix: string, text: string, edge: number): number {
  const limit = Math.min(prefix.length, edge);
  const last = prefix.length - 1;
  let run = 0;
  while (run < limit && prefix.charCodeAt(last - run) === text.charCodeAt(edge - 1 - run)) run++;
  return run;
}

/** Units of a context's start that stand unchanged from `edge` on. */
export function runAfter(suffix: string, text: string, edge: number): number {
  const limit = Math.min(suffix.length, text.length - edge);
  let run = 0;
  while (run < limit && suffix.charCodeAt(run) === text.charCodeAt(edge + run)) run++;
  return run;
}

/** Quotes longer than this are compared by their two ends of half this length: the rest costs too much. */
const MAX_COMPARED_UNITS = 2048;

/**
 * Share of a quote that stands in `here`, 0 to 1: one less the edit distance over the longer one,
 * about. What stands in `here` before or behind all of the quote differs too.
 */
export function similarity(quote: string, here: string): number {
  if (quote === here) return 1;
  const longer = Math.max(quote.length, here.length);
  const unlike = Math.abs(here.length - quote.length);
  if (quote.length > MAX_COMPARED_UNITS) {
    const half = MAX_COMPARED_UNITS / 2;
    const heads = similarity(quote.slice(0, half), here.slice(0, half));
    const tails = similarity(quote.slice(-half), here.slice(-half));
    return Math.min(heads, tails, 1 - unlike / longer);
  }
  const errors = search(here, quote, quote.length).map(
    (match) => match.errors + match.start + here.length - match.end,
  );
  return 1 - Math.min(longer, ...errors) / longer;
}
