import { nodeTypeOf, shadowRootOf, textOf, walkerOver } from './dom-members';
import { ELEMENT_NODE, TEXT_NODE } from './node-types';

/**
 * Radicals, ideographs, compatibility ideographs and surrogates (most beyond the BMP are Han here).
 * Engines keep Latin text in one byte a character and know at once that it cannot match.
 */
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\ud800-\udfff]/;

/** Texts looked at one by one: Chinese pages show by the first of them, all others are looked at as one. */
const FIRST_TEXTS = 20;

export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** True when any text under the node holds a Han character, open shadow roots included. */
export function hasHanText(root: Node): boolean {
  const roots = [root];
  for (let next = roots.pop(); next; next = roots.pop()) {
    if (holdsHan(next)) return true;
    const walk = walkerOver(next, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = next; node; node = walk.nextNode()) {
      const shadow = nodeTypeOf(node) === ELEMENT_NODE ? shadowRootOf(node as Element) : null;
      if (shadow) roots.push(shadow);
    }
  }
  return false;
}

function holdsHan(root: Node): boolean {
  if (nodeTypeOf(root) === TEXT_NODE) return HAN.test((root as Text).data);
  const walk = walkerOver(root, NodeFilter.SHOW_TEXT);
  let text = walk.nextNode();
  for (let i = 0; text && i < FIRST_TEXTS; i++) {
    if (HAN.test((text as Text).data)) return true;
    text = walk.nextNode();
  }
  return text !== null && HAN.test(textOf(root) ?? '');
}
