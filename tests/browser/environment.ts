import type { Environment } from 'vitest/environments';
import type { TestBrowser } from './driver/test-browser';

declare global {
  /** The browsers that run, by what they were started with; closed when the tests end. */
  var runningBrowsers: Map<string, TestBrowser>;
}

/** What outlives a test file: browsers, which take longer to start than most tests do. */
export default {
  name: 'browsers',
  viteEnvironment: 'ssr',
  setup(global: typeof globalThis) {
    global.runningBrowsers = new Map();
    return {
      async teardown() {
        for (const browser of global.runningBrowsers.values()) await browser.close();
      },
    };
  },
} satisfies Environment;
