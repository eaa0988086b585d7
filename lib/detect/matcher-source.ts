/** What the matcher is made from: small enough to travel, quick to expand. */
export interface MatcherSource {
  /** The units of each class, from class 1 on: `里裏裡`. */
  classes: readonly string[];
  /** Forms sorted by key. */
  forms: readonly string[];
  /** Index of each form's anchor among its characters (quotation marks left out). */
  anchors: Uint8Array;
}
