import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Modules here keep what they opened, and their tests put other modules in their place. */
const STATEFUL = ['tests/entrypoints', 'tests/lib/library', 'tests/lib/reader-app'];

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    pool: 'threads',
    maxWorkers: '100%',
    // Patience for properties on a busy machine; no test asserts a time.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [
            'tests/browser/**',
            'tests/built/**',
            'tests/hostile/**',
            ...STATEFUL.map((path) => `${path}/**`),
          ],
          // No file leaves anything behind that another could trip over: modules are read once a worker.
          isolate: false,
          // Dexie looks for a database once, when it is loaded: by whichever file comes first.
          setupFiles: ['fake-indexeddb/auto'],
        },
      },
      {
        extends: true,
        test: {
          name: 'stateful',
          include: STATEFUL.map((path) => `${path}/**/*.test.{ts,tsx}`),
          isolate: true,
        },
      },
    ],
  },
});
