/**
 * Members of nodes, read through the getters and methods of their prototypes. A form answers with
 * its own fields to names of DOM members (`<input name="parentNode">`), and so does a document with
 * images, forms and frames: what is read of a page's elements while it is walked goes through here.
 */
function getter<T extends object, K extends keyof T>(
  prototype: () => T | undefined,
  name: K,
): (of: T) => T[K] {
  let get: (() => T[K]) | undefined;
  return (of) => {
    get ??= getOf(prototype(), name);
    return get.call(of);
  };
}

function getOf<T extends object, K extends keyof T>(prototype: T | undefined, name: K): () => T[K] {
  const get = prototype && Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get) return get;
  // Where it is no getter of the prototype (a test's document) the property itself is all there is.
  return function read(this: T) {
    return this[name];
  };
}

const node = () => globalThis.Node?.prototype;
const element = () => globalThis.Element?.prototype;

export const parentOf = getter(node, 'parentNode');
export const parentElementOf = getter(node, 'parentElement');
export const childrenOf = getter(node, 'childNodes');
export const firstChildOf = getter(node, 'firstChild');
export const nextSiblingOf = getter(node, 'nextSibling');
export const previousSiblingOf = getter(node, 'previousSibling');
export const textOf = getter(node, 'textContent');
export const nodeTypeOf = getter(node, 'nodeType');
export const isConnectedOf = getter(node, 'isConnected');
export const previousElementOf = getter(element, 'previousElementSibling');
export const nextElementOf = getter(element, 'nextElementSibling');
export const localNameOf = getter(element, 'localName');
export const shadowRootOf = getter(element, 'shadowRoot');
/** How much larger the page shows a length in an element: its `zoom`, and that of what is around it. */
export const zoomOf = getter(element, 'currentCSSZoom');

export function attributeOf(of: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(of, name);
}

export function closestOf(of: Element, selector: string): Element | null {
  return Element.prototype.closest.call(of, selector);
}

export function matchesOf(of: Element, selector: string): boolean {
  return Element.prototype.matches.call(of, selector);
}

export function containsNode(of: Node, other: Node | null): boolean {
  return Node.prototype.contains.call(of, other);
}

/** The document or shadow root an element is in; what it is the top of where it is in neither. */
export function treeOf(of: Node): Node {
  return Node.prototype.getRootNode.call(of);
}

/** As `checkVisibility`. */
export function isVisible(of: Element, options: CheckVisibilityOptions): boolean {
  return Element.prototype.checkVisibility.call(of, options);
}

/** Shows what is hidden until it is found, as the browser's own search does. */
export function unhide(of: Element): void {
  EventTarget.prototype.dispatchEvent.call(of, new Event('beforematch', { bubbles: true }));
  Element.prototype.removeAttribute.call(of, 'hidden');
}

export function boxOf(of: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(of);
}

const page = () => globalThis.Document?.prototype;
const bodyGetter = getter(page, 'body');
const rootGetter = getter(page, 'documentElement');
const titleGetter = getter(page, 'title');
const designModeGetter = getter(page, 'designMode');

/** Null while the document has none. */
export const pageBody = (): HTMLElement | null => bodyGetter(document);
export const pageRoot = (): HTMLElement | null => rootGetter(document);
export const pageTitle = () => titleGetter(document);
export const isDesignMode = () => designModeGetter(document) === 'on';

/** A method of the document, whatever the page has given its name to. */
function method<
  K extends 'createTreeWalker' | 'createRange' | 'elementFromPoint' | 'caretPositionFromPoint',
>(name: K): Document[K] {
  return typeof document[name] === 'function' ? document[name] : Document.prototype[name];
}

export function walkerOver(root: Node, whatToShow: number): TreeWalker {
  return method('createTreeWalker').call(document, root, whatToShow);
}

export function newRange(): Range {
  return method('createRange').call(document);
}

export function elementAt(x: number, y: number): Element | null {
  return method('elementFromPoint').call(document, x, y);
}

export function caretAt(x: number, y: number, shadowRoots: ShadowRoot[]): CaretPosition | null {
  return method('caretPositionFromPoint').call(document, x, y, { shadowRoots });
}
