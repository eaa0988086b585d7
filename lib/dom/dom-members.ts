/**
 * Members of nodes, read through the getters and methods of their prototypes. A form answers with
 * its own fields to names of DOM members (`<input name="parentNode">`), and so does a document with
 * images, forms and frames: what is read of a page's elements while it is walked goes through here.
 */
function getter<T extends object, K extends keyof T>(prototype: T, name: K): (of: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  // Where it is no getter of the prototype (a test's document), the property itself is all there is.
  return get ? (of) => get.call(of) : (of) => of[name];
}

export const parentOf = getter(Node.prototype, 'parentNode');
export const parentElementOf = getter(Node.prototype, 'parentElement');
export const firstChildOf = getter(Node.prototype, 'firstChild');
export const nextSiblingOf = getter(Node.prototype, 'nextSibling');
export const previousSiblingOf = getter(Node.prototype, 'previousSibling');
export const nodeTypeOf = getter(Node.prototype, 'nodeType');
export const isConnectedOf = getter(Node.prototype, 'isConnected');
export const localNameOf = getter(Element.prototype, 'localName');
export const shadowRootOf = getter(Element.prototype, 'shadowRoot');

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function hasAttributesOf(element: Element): boolean {
  return Element.prototype.hasAttributes.call(element);
}

export function closestOf(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}
