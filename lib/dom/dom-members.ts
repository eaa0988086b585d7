/**
 * Members of nodes, read through the getters and methods of their prototypes. A form answers with
 * its own fields to names of DOM members (`<input name="parentNode">`), and so does a document with
 * images, forms and frames: what is read of a page's elements while it is walked goes through here.
 */
function getter<T extends object, K extends keyof T>(prototype: () => T, name: K): (of: T) => T[K] {
  let get: (() => T[K]) | undefined;
  return (of) => {
    get ??= getOf(prototype(), name);
    return get.call(of);
  };
}

function getOf<T extends object, K extends keyof T>(prototype: T, name: K): () => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get) return get;
  // Where it is no getter of the prototype (a test's document) the property itself is all there is.
  return function read(this: T) {
    return this[name];
  };
}

const node = () => Node.prototype;
const element = () => Element.prototype;

export const parentOf = getter(node, 'parentNode');
export const parentElementOf = getter(node, 'parentElement');
export const firstChildOf = getter(node, 'firstChild');
export const nextSiblingOf = getter(node, 'nextSibling');
export const nodeTypeOf = getter(node, 'nodeType');
export const isConnectedOf = getter(node, 'isConnected');
export const localNameOf = getter(element, 'localName');
export const shadowRootOf = getter(element, 'shadowRoot');

export function attributeOf(of: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(of, name);
}

export function closestOf(of: Element, selector: string): Element | null {
  return Element.prototype.closest.call(of, selector);
}
