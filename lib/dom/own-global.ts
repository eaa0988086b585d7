/**
 * What our scripts in one frame leave for each other on their world's global. Never read without
 * this: a page that gives an element our name puts it on the global's prototype, in every world.
 */
export function ownGlobal<Name extends keyof typeof globalThis>(
  name: Name,
): (typeof globalThis)[Name] | undefined {
  return Object.hasOwn(globalThis, name) ? globalThis[name] : undefined;
}
