/**
 * `nodeType`s of the DOM Standard, by its names. As constants of ours: in Firefox each look at
 * `Node.TEXT_NODE` from a content script crosses into the page, which is most of visiting a node.
 */
export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const DOCUMENT_FRAGMENT_NODE = 11;
