import { ChromiumBrowser } from '@/tests/browser/driver/chromium';
import { FirefoxBrowser } from '@/tests/browser/driver/firefox';
import type { LaunchOptions, TestBrowser } from '@/tests/browser/driver/test-browser';

/** The demo page under a government host, which the extension reads unasked. */
export const DEMO_PAGE = 'http://demo.gov.cn/demo/simplified.html';

/** Starts the browser that `npm start` has found: its kind and program are the arguments. */
export async function launch(options: LaunchOptions): Promise<TestBrowser> {
  const [kind, program] = process.argv.slice(2);
  const Browser = kind === 'firefox' ? FirefoxBrowser : ChromiumBrowser;
  return Browser.launch({ language: 'zh-CN', ...options, ...(program && { program }) });
}
