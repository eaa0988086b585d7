/** One stretch of text to look at, and what is known of where it stands. */
export interface Passage {
  id: unknown;
  text: string;
  /** Where it comes from, if not from what --host says. */
  host?: string;
  title: string;
  section: string;
  /** An answer is due even if nothing is named: a line of JSON Lines. */
  always: boolean;
}
