import type { PageCalls } from '@/lib/messages/protocol';
import type { TestBrowser, TestTab } from './driver/test-browser';

/**
 * Makes a call to the content script of a tab's top frame, as popup and background do; for keyboard
 * commands too, which a browser driven by script does not hear.
 * @throws {Error} When the page answers with an error.
 */
export async function callPage<Name extends keyof PageCalls>(
  browser: TestBrowser,
  tab: TestTab,
  name: Name,
  input: PageCalls[Name]['input'],
): Promise<PageCalls[Name]['output']> {
  const answer = await browser.inExtension(
    async (api, { url, message }) => {
      const target = (await api.tabs.query({})).find((open) => open.url === url);
      return api.tabs.sendMessage(target?.id ?? -1, message, { frameId: 0 });
    },
    { url: await tab.url(), message: { govgloss: name, input } },
  );
  if (!answer?.ok) throw new Error(`${name} was answered with ${JSON.stringify(answer)}`);
  return answer.value;
}
