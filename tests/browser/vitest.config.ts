import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');

/** Tests that drive real browsers, one of each at a time: two are no quicker beside each other's load. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/browser/global-setup.ts'],
    environment: './tests/browser/environment.ts',
    fileParallelism: false,
    // What is kept apart is kept apart by a new browser, or by the extension installed anew, for each group.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As patient as driver/poll.ts: machines that test are often busy.
    expect: { poll: { timeout: 10_000, interval: 60 } },
  },
});
