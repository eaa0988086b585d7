import { expect } from 'vitest';
import { cardText, waitForCard, waitForNoCard } from './card';
import { describeBrowsers } from './describe-browsers';
import { poll } from './driver/poll';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { pointAt } from './place';
import { hasMarks, readRegistry, waitForRegistry } from './registry';

const ADDRESS = 'http://www.zj.gov.cn/keyboard.html';
const LINES = Array.from({ length: 60 }, () => '<p>与名称无关的文字。</p>').join('');
const PAGE = `<!doctype html><meta charset="utf-8"><title>键盘</title>
  <button id="before">前</button><p>浙江的“浙里办”。</p>
  <p style="display: none">藏着的闽政通</p>${LINES}<p>广东的“粤省事”。</p>`;

/** What the browser does when the reader presses one of our shortcuts in the tab in front. */
function command(browser: TestBrowser, name: string): Promise<void> {
  return browser.inExtension(
    async (api, [url, command]) => {
      const [tab] = await api.tabs.query({ url });
      await api.tabs.sendMessage(tab?.id ?? 0, { govgloss: 'command', input: { name: command } });
    },
    [ADDRESS, name] as const,
  );
}

const current = async (tab: TestTab) => (await readRegistry(tab))['govgloss-current'] ?? [];

describeBrowsers('by keyboard', (test) => {
  const open = async (browser: TestBrowser) => {
    browser.server.serve(ADDRESS, PAGE);
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    return tab;
  };

  test('one goes from mention to mention, past what is hidden, around the end', async (browser) => {
    const tab = await open(browser);
    const before = await tab.evaluate(() => document.documentElement.outerHTML);
    const visited: string[] = [];
    for (let i = 0; i < 5; i++) {
      await command(browser, 'next-mention');
      visited.push(...(await current(tab)));
    }
    expect(visited).toEqual(['浙江', '浙里办', '广东', '粤省事', '浙江']);
    await command(browser, 'previous-mention');
    expect(await current(tab)).toEqual(['粤省事']);
    expect(await tab.evaluate(() => scrollY)).toBeGreaterThan(500);
    await tab.press('Escape');
    await expect.poll(() => current(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  test('each mention is announced: its name, kind and division', async (browser) => {
    const tab = await open(browser);
    await command(browser, 'next-mention');
    await command(browser, 'next-mention');
    await expect
      .poll(() =>
        tab.inClosedRoots((root) => root.querySelector('[role=status]')?.textContent, null),
      )
      .toEqual([expect.stringMatching(/Zheliban.*, Platform, Zhejiang.*Enter opens its card/)]);
  });

  test('the card opens with the focus in it and gives it back on Esc', async (browser) => {
    const tab = await open(browser);
    await tab.evaluate(() => document.getElementById('before')?.focus());
    await command(browser, 'next-mention');
    await command(browser, 'open-card');
    expect(await waitForCard(tab)).toContain('Zhejiang');
    const focused = () =>
      tab.inClosedRoots((root) => root.activeElement?.closest('[role=dialog]') !== null, null);
    await expect.poll(focused).toContain(true);
    await tab.press('Tab');
    const inside = await tab.inClosedRoots((root) => root.activeElement?.localName ?? '', null);
    expect(inside).toContain('button');
    await tab.press('Escape');
    await waitForNoCard(tab);
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('before');
    expect(await current(tab)).toEqual(['浙江']);
  });

  test('a whole read needs no pointer: from a name to its card, sentence, profile', async (browser) => {
    const tab = await open(browser);
    const focused = async () =>
      (await tab.inClosedRoots((root) => root.activeElement?.textContent ?? '', null)).join('');
    const tabTo = async (label: string) => {
      for (let i = 0; i < 12 && (await focused()) !== label; i++) await tab.press('Tab');
      expect(await focused()).toBe(label);
    };
    await command(browser, 'next-mention');
    await command(browser, 'next-mention');
    await command(browser, 'open-card');
    await waitForCard(tab, 'Zheliban');
    await tabTo('Keep this sentence');
    await tab.press('Enter');
    await waitForRegistry(tab, (now) =>
      Object.entries(now).some(
        ([name, texts]) => name.startsWith('govgloss-saved-') && texts.includes('浙江的“浙里办”。'),
      ),
    );
    await command(browser, 'open-card');
    await waitForCard(tab, 'Zheliban');
    await tabTo('Full profile');
    await tab.press('Enter');
    const popup = await poll('the profile', () => browser.findPopup());
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('h1')?.textContent))
      .toContain('Zheliban');
  });

  test('Enter opens the card of the mention gone to, whatever has the focus; then it is the page’s', async (browser) => {
    const tab = await open(browser);
    await tab.evaluate(() => {
      const button = document.getElementById('before');
      button?.addEventListener('click', () => button.append('!'));
      button?.focus();
    });
    await command(browser, 'next-mention');
    await tab.press('Enter');
    await waitForCard(tab, 'Full profile');
    await tab.press('Escape');
    await waitForNoCard(tab);
    // Nothing of ours is gone to any more.
    await tab.press('Escape');
    await tab.press('Enter');
    await expect
      .poll(() => tab.evaluate(() => document.getElementById('before')?.textContent))
      .toBe('前!');
    expect(await cardText(tab)).toBe('');
  });

  test('Enter grows the glance at what the pointer is on', async (browser) => {
    const tab = await open(browser);
    await pointAt(tab, '浙里办');
    await waitForCard(tab, 'Zheliban');
    await tab.press('Enter');
    await waitForCard(tab, 'Full profile');
  });

  test('the shortcut pauses marking on the site, and takes the pause back', async (browser) => {
    const tab = await open(browser);
    await command(browser, 'toggle-site');
    // What was kept there stays in sight.
    await waitForRegistry(tab, (now) => !hasMarks(now));
    await command(browser, 'toggle-site');
    await waitForRegistry(tab, hasMarks);
  });
});
