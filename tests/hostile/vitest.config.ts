import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import browser from '../browser/vitest.config.ts';

/**
 * `npm run test:hostile`: every attack and fault there is, in the sizes that take their time. What of
 * it is quick runs in `npm test` too.
 */
export default defineConfig({
  ...browser,
  plugins: [WxtVitest()],
  test: {
    ...browser.test,
    root: resolve(import.meta.dirname, '../..'),
    include: [
      'tests/hostile/**/*.test.ts',
      'tests/browser/hostile-*.test.ts',
      'tests/lib/store/faults/*.test.ts',
      'tests/lib/untrusted-input.test.ts',
    ],
    env: { GOVGLOSS_HOSTILE: '1' },
    testTimeout: 600_000,
  },
});
