import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const JOINED = 'tests/entrypoints/**';

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
          exclude: ['tests/browser/**', 'tests/built/**', JOINED],
          // No file leaves anything behind that another could trip over: modules are read once a worker.
          isolate: false,
        },
      },
      {
        extends: true,
        // Modules of entrypoints keep what they opened, and their tests put others in their place.
        test: { name: 'entrypoints', include: [`${JOINED}/*.test.{ts,tsx}`], isolate: true },
      },
    ],
  },
});
