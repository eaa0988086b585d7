/** The keys of a registry in the order in which they are written, typed. */
export function keysOf<K extends string>(registry: Readonly<Record<K, unknown>>): K[] {
  const isKey = (key: string): key is K => Object.hasOwn(registry, key);
  return Object.keys(registry).filter(isKey);
}
