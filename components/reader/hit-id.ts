/** The id of the list of hits, which the search field controls. */
export const HITS_ID = 'search-hits';

/** The id of the nth hit. */
export function hitId(at: number): string {
  return `search-hit-${at}`;
}
