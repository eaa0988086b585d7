/** Stands in a key between what is before the anchor and what is after; no character's class. */
export const TURN = 0;

/**
 * Writes the keys of all forms; a form's quotation marks have no class and are left out. Null when
 * an anchor is not among its form's characters.
 */
export function buildKeys(forms: readonly string[], anchors: Uint8Array, classOf: Uint16Array) {
  const keyStart = new Uint32Array(forms.length + 1);
  let units = forms.length;
  for (const form of forms) units += form.length;
  const keys = new Uint16Array(units);
  const classes = new Uint16Array(0x400);
  let at = 0;
  for (let form = 0; form < forms.length; form++) {
    const text = forms[form]!;
    let length = 0;
    for (let i = 0; i < text.length; i++) {
      const unitClass = classOf[text.charCodeAt(i)]!;
      if (unitClass !== 0) classes[length++] = unitClass;
    }
    const anchor = anchors[form]!;
    if (anchor >= length) return null;
    for (let i = anchor; i >= 0; i--) keys[at++] = classes[i]!;
    keys[at++] = TURN;
    for (let i = anchor + 1; i < length; i++) keys[at++] = classes[i]!;
    keyStart[form + 1] = at;
  }
  return { keys, keyStart };
}
