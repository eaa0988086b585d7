import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '../..');

/** Tests that drive real browsers: one file at a time, one browser after the other. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['tests/browser/**/*.test.ts'],
    environment: './tests/browser/environment.ts',
    fileParallelism: false,
    // What is kept apart is kept apart by installing the extension anew for each group.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As patient as driver/poll.ts: machines that test are often busy.
    expect: { poll: { timeout: 10_000, interval: 60 } },
  },
});
