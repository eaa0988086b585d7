import { ownGlobal } from './own-global';

declare global {
  /** In the world of our content scripts, which pages cannot see; all of them share it. */
  var govglossHosts: WeakSet<Node> | undefined;
}

function hosts(): WeakSet<Node> {
  const known = ownGlobal('govglossHosts') ?? new WeakSet();
  globalThis.govglossHosts = known;
  return known;
}

/**
 * An element for a view of ours. It has a name that no page can register: a page that defines the
 * class of a host is given its closed root, or attaches one first.
 */
export function createHost(): HTMLElement {
  const host = document.createElement('div');
  hosts().add(host);
  return host;
}

/** True for the host of a view of ours, which is neither read nor watched: known by itself, not by its name. */
export function isOurs(node: Node): boolean {
  return ownGlobal('govglossHosts')?.has(node) ?? false;
}
