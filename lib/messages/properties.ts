/** What an object from outside holds; null for what is no object. Pages carry this in place of a library. */
export function propertiesOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}
