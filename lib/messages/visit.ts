declare global {
  /** In the world of our content scripts, which pages cannot see. */
  var govglossVisit: true | undefined;
}

/**
 * Put into a frame before an annotator that is only to visit: to keep what is selected on a page the
 * reader has not asked us to mark. Self-contained, for `executeScript` sends it as text.
 */
export function announceVisit(): void {
  globalThis.govglossVisit = true;
}

/** Whether the annotator was put here for such a visit; the next is only if announced again. */
export function takeVisit(): boolean {
  const isVisit = globalThis.govglossVisit === true;
  globalThis.govglossVisit = undefined;
  return isVisit;
}
