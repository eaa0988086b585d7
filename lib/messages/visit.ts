declare global {
  /** In the world of our content scripts, which pages cannot see. */
  var govglossVisit: true | undefined;
}

/**
 * Put into a frame before the annotator that is only to keep what is selected there: a page the
 * reader has not asked us to mark. Self-contained, for `executeScript` sends it as text.
 */
export function announceVisit(): void {
  globalThis.govglossVisit = true;
}

/** Whether this start of the annotator is such a visit; the next is one only if announced again. */
export function takeVisit(): boolean {
  const isVisit = globalThis.govglossVisit === true;
  globalThis.govglossVisit = undefined;
  return isVisit;
}
