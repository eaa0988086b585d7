import { nodeTypeOf, shadowRootOf, walkerOver } from './dom-members';
import { ELEMENT_NODE, TEXT_NODE } from './node-types';

/**
 * Radicals, ideographs, compatibility ideographs and surrogates (most beyond the BMP are Han here).
 * Engines keep Latin text in one byte a character and know at once that it cannot match.
 */
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\ud800-\udfff]/;

export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** True when any text under the node holds a Han character, open shadow roots included. */
export function hasHanText(root: Node): boolean {
  const what = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const roots = [root];
  for (let next = roots.pop(); next; next = roots.pop()) {
    const walk = walkerOver(next, what);
    for (let node: Node | null = next; node; node = walk.nextNode()) {
      if (nodeTypeOf(node) === TEXT_NODE) {
        if (hasHan((node as Text).data)) return true;
      } else if (nodeTypeOf(node) === ELEMENT_NODE) {
        const shadow = shadowRootOf(node as Element);
        if (shadow) roots.push(shadow);
      }
    }
  }
  return false;
}
