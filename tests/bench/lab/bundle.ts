import { resolve } from 'node:path';
import { build } from 'vite';
import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import type { TestTab } from '@/tests/browser/driver/test-browser';
import type { Lab } from './lab';

const ROOT = resolve(import.meta.dirname, '../../..');

/**
 * The product's page code as one script for a page of the bench: what lies below the messages can
 * be timed alone there, and in both browsers with the same clock.
 */
export async function bundleLab(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    define: { 'import.meta.env.FIREFOX': 'false' },
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: resolve(import.meta.dirname, 'lab.ts'),
        formats: ['iife'],
        name: 'govglossBench',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The lab was not built.');
  return output.output[0].code;
}

/** Loads the lab into a page. */
export async function loadLab(tab: TestTab, code: string): Promise<void> {
  await (tab as TestTab & Pick<ChromiumTab, 'run'>).run(`${code};0`);
}

/** Calls the lab in a page: `inLab(tab, (lab, wire) => lab.unpack(wire), wire)`. */
export function inLab<T, A>(
  tab: TestTab,
  work: (lab: Lab, arg: A) => T | Promise<T>,
  arg: A,
): Promise<T> {
  return tab.evaluate(
    ({ source, given }) => {
      const named = (fn: unknown) => fn;
      const call = new Function('__name', `return (${source})`)(named);
      return call(Reflect.get(globalThis, 'lab'), given);
    },
    { source: String(work), given: arg },
  );
}
