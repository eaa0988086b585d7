import { ELEMENT_NODE } from './node-types';
/** What the names of all elements we put into a page begin with. */
export const OUR_PREFIX = 'govgloss-';

/** True for the host of a view of ours, which is neither read nor watched. */
export function isOurs(node: Node): boolean {
  return node.nodeType === ELEMENT_NODE && (node as Element).localName.startsWith(OUR_PREFIX);
}
