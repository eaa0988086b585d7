import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'tests/built/**'],
    // No file leaves anything behind that another could trip over: modules are read once a worker.
    isolate: false,
    pool: 'threads',
    maxWorkers: '100%',
    // Patience for properties on a busy machine; no test asserts a time.
    testTimeout: 60_000,
  },
});
