import * as v from 'valibot';
import { browser } from 'wxt/browser';

/**
 * One record of the browser's storage: `local` stays, `session` goes with the browser. It is read
 * through its parser; what is missing or malformed is null.
 */
export function storedItem<T>(
  area: 'local' | 'session',
  key: string,
  schema: v.GenericSchema<unknown, T>,
) {
  const parser = v.fallback(v.nullable(schema), null);
  return {
    async read(): Promise<T | null> {
      return v.parse(parser, (await browser.storage[area].get(key))[key] ?? null);
    },
    async write(value: T | null): Promise<void> {
      await browser.storage[area].set({ [key]: value });
    },
    async remove(): Promise<void> {
      await browser.storage[area].remove(key);
    },
  };
}
