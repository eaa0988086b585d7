declare global {
  /** Set by the script `visit` in the world of our content scripts, which pages cannot see. */
  var govglossVisit: true | undefined;
}

/** Whether the annotator was put here for a visit; the next is only if announced again. */
export function takeVisit(): boolean {
  const isVisit = globalThis.govglossVisit === true;
  globalThis.govglossVisit = undefined;
  return isVisit;
}
