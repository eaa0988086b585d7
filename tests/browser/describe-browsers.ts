import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { ChromiumBrowser } from './driver/chromium';
import { FirefoxBrowser } from './driver/firefox';
import type { BrowserName, LaunchOptions, TestBrowser } from './driver/test-browser';

const LAUNCH: Record<BrowserName, (options: LaunchOptions) => Promise<TestBrowser>> = {
  chromium: (options) => ChromiumBrowser.launch(options),
  firefox: (options) =>
    FirefoxBrowser.launch({ ...options, usedProfile: inject('usedFirefoxProfile') }),
};

/** What a group of tests starts from. */
type GroupOptions = Pick<LaunchOptions, 'build' | 'language'>;

/**
 * A browser as on the day the extension is installed: one that runs already, with the extension installed
 * anew, or one that is started.
 */
async function freshBrowser(
  name: BrowserName,
  { build = 'built', language = 'en-US' }: GroupOptions,
): Promise<TestBrowser> {
  const key = `${name} ${language}`;
  const running = runningBrowsers.get(key);
  // One that cannot be made as new is not used again.
  runningBrowsers.delete(key);
  const isNew = await running?.renew(build);
  if (!isNew) await running?.close();
  const browser = running && isNew ? running : await LAUNCH[name]({ build, language });
  runningBrowsers.set(key, browser);
  return browser;
}

/** `vitest`'s `test`, whose function is given the browser. */
export interface BrowserTest {
  (title: string, run: (browser: TestBrowser) => Promise<void>): void;
  /** One test a case; `%s` in the title stands for it. */
  each<C extends string | number>(
    cases: readonly C[],
  ): (title: string, run: (browser: TestBrowser, one: C) => Promise<void>) => void;
}

/**
 * Runs a group of tests in Chromium and again in Firefox, in each with the built extension installed for
 * the group, with nothing in it. After each test its tabs and popup are closed, and it fails when the
 * extension threw or logged an error that the test has not taken with `takeErrors`.
 *
 *     describeBrowsers('marks', (test) => {
 *       test('every division named in the text is marked', async (browser) => { … });
 *     });
 *
 * GOVGLOSS_BROWSER=chromium (or firefox) runs only that one.
 */
export function describeBrowsers(
  title: string,
  body: (test: BrowserTest, name: BrowserName) => void,
  options: GroupOptions = {},
): void {
  const only = process.env.GOVGLOSS_BROWSER;
  for (const name of ['chromium', 'firefox'] as const) {
    if (only !== undefined && only !== name) continue;
    describe(`${title} in ${name}`, () => {
      let browser: TestBrowser | null = null;
      const running = () => {
        if (browser === null) throw new Error('The browser has not started.');
        return browser;
      };
      beforeAll(async () => {
        browser = await freshBrowser(name, options);
      });
      afterEach(async () => {
        await running().tidy();
        const errors = await running().takeErrors();
        expect(errors, `errors of the extension: ${errors.join('\n')}`).toEqual([]);
      });
      const one: BrowserTest = (testTitle, run) => test(testTitle, () => run(running()));
      one.each = (cases) => (testTitle, run) =>
        test.each(cases)(testTitle, (c) => run(running(), c));
      body(one, name);
    });
  }
}
