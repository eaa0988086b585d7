import { expect } from 'vitest';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser, TestTab } from './driver/test-browser';
import { centreOf } from './place';
import { readRegistry } from './registry';

const PATIENT = { timeout: 10_000 };
const ARTICLE = 'http://www.zj.gov.cn/options.html';

const text = (tab: TestTab) => tab.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

/** What is used of the extension's own API in its pages. */
interface Asking {
  permissions: { request(wanted: { origins: string[] }): Promise<boolean> };
  runtime: object;
}

/** Opens the options and waits until nothing above what is pressed comes in any more. */
async function openOptions(browser: TestBrowser): Promise<TestTab> {
  const options = await browser.openExtensionPage('options.html');
  await expect.poll(() => text(options), PATIENT).toMatch(/完整资料.*数据集 \d/);
  return options;
}

/** Presses the button of a name that can be pressed, with the pointer, once it lies still. */
async function press(tab: TestTab, name: string): Promise<void> {
  const look = () =>
    tab.evaluate((wanted) => {
      const button = [...document.querySelectorAll('button')].find(
        (each) =>
          !each.disabled && (each.getAttribute('aria-label') ?? each.textContent) === wanted,
      );
      button?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
      return { x, y, width, height };
    }, name);
  let before = await look();
  const liesStill = async () => {
    const now = await look();
    const still = now.width > 0 && now.x === before.x && now.y === before.y;
    before = now;
    return still;
  };
  await expect.poll(liesStill, { ...PATIENT, message: `a button “${name}”` }).toBe(true);
  await tab.click(centreOf(before));
}

/** Puts text into the field of a label, as typing does. */
async function fill(tab: TestTab, label: string, value: string): Promise<void> {
  await tab.evaluate(
    ({ label: wanted, value: typed }) => {
      const found = [...document.querySelectorAll('label')].find((each) =>
        each.textContent?.startsWith(wanted),
      );
      const field = found?.querySelector('input');
      if (!field) throw new Error(`no field ${wanted}`);
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    { label, value },
  );
}

describeBrowsers(
  'options',
  (test) => {
    test('an entry of one’s own is marked in open pages, and no longer once it is removed', async (browser) => {
      browser.server.serve(ARTICLE, '<p>今天，“青城办”平台在浙江省上线。</p>');
      const page = await browser.open(ARTICLE);
      const platforms = async () => (await readRegistry(page))['govgloss-platform'] ?? [];
      await expect
        .poll(async () => (await readRegistry(page))['govgloss-division'], PATIENT)
        .toEqual(['浙江省']);
      const options = await openOptions(browser);
      await press(options, '添加条目');
      await press(options, '保存');
      await expect.poll(() => text(options)).toContain('名称至少要有两个字。');
      await fill(options, '中文名称', '青城办');
      await press(options, '保存');
      await expect.poll(() => text(options), PATIENT).toContain('已保存');
      await expect.poll(platforms, PATIENT).toEqual(['青城办']);
      await press(options, '移除“青城办”');
      await expect.poll(platforms, PATIENT).toEqual([]);
      await press(options, '撤销');
      await expect.poll(platforms, PATIENT).toEqual(['青城办']);
      await press(options, '移除“青城办”');
      await expect.poll(platforms, PATIENT).toEqual([]);
    });

    test('a set of sites is one question, with every host said; each can be taken back', async (browser) => {
      const welcome = await browser.openExtensionPage('welcome.html');
      await expect.poll(() => text(welcome), PATIENT).toContain('gov.cn 以外的政府网站');
      const hosts = ['gov.hk', 'gov.mo', 'gov.tw'];
      expect(await text(welcome)).toContain(hosts.join(' '));
      await welcome.evaluate(() => {
        const { browser: named, chrome } = globalThis as unknown as Record<string, Asking>;
        const asking = (named ?? chrome)?.permissions;
        if (!asking) return;
        const ask = asking.request.bind(asking);
        asking.request = (wanted) => {
          document.body.dataset.asked = `${document.body.dataset.asked ?? ''}${wanted.origins}`;
          // Chromium asks in a window of its own, which nothing here can answer.
          return 'getBrowserInfo' in (named?.runtime ?? {}) ? ask(wanted) : Promise.resolve(false);
        };
      });
      await press(welcome, '标注这些网站：gov.cn 以外的政府网站');
      const asked = () => welcome.evaluate(() => document.body.dataset.asked);
      await expect.poll(asked).toBe(hosts.map((host) => `*://*.${host}/*`).join());
      if (browser.name === 'chromium') return;
      await expect.poll(() => text(welcome), PATIENT).toContain('这些网站都已标注');
      const options = await openOptions(browser);
      await press(options, '移除 gov.mo');
      const given = () =>
        browser.inExtension(async (api) => (await api.permissions.getAll()).origins ?? []);
      await expect.poll(given).not.toContain('*://*.gov.mo/*');
      expect(await given()).toEqual(expect.arrayContaining(['*://*.gov.hk/*', '*://*.gov.tw/*']));
      for (const host of ['gov.hk', 'gov.tw']) await press(options, `移除 ${host}`);
    });

    test('a paused site is resumed, and a refused name is marked again', async (browser) => {
      browser.server.serve(ARTICLE, '<p>浙江省推出“浙里办”。</p>');
      await browser.inExtension(async (api) => {
        await api.storage.sync.set({
          'settings.pausedHosts': ['www.zj.gov.cn'],
          'settings.ignored': [{ form: '浙里办', host: '' }],
        });
      });
      const page = await browser.open(ARTICLE);
      const marks = async () => {
        const registry = await readRegistry(page);
        return [registry['govgloss-division'] ?? [], registry['govgloss-platform'] ?? []].flat();
      };
      const options = await openOptions(browser);
      expect(await marks()).toEqual([]);
      await press(options, '恢复 www.zj.gov.cn');
      await expect.poll(marks, PATIENT).toEqual(['浙江省']);
      await press(options, '重新标注“浙里办”');
      await expect.poll(marks, PATIENT).toEqual(['浙江省', '浙里办']);
      await press(options, '撤销');
      await expect.poll(marks, PATIENT).toEqual(['浙江省']);
      await press(options, '重新标注“浙里办”');
      await expect.poll(marks, PATIENT).toEqual(['浙江省', '浙里办']);
    });

    test('a feed that cannot be right is refused in one sentence, and what was typed stays', async (browser) => {
      const options = await openOptions(browser);
      await fill(options, '更新源地址', 'ftp://example.org/feed');
      await press(options, '保存');
      await expect.poll(() => text(options), PATIENT).toContain('请填写以 https:// 开头的地址。');
      await fill(options, '更新源地址', 'https://example.org/feed');
      await fill(options, '公钥', 'abc');
      await press(options, '保存');
      await expect.poll(() => text(options), PATIENT).toContain('公钥应是 32 字节的 Base64 文本。');
      const typed = await options.evaluate(
        () => document.querySelector<HTMLInputElement>('input[type="url"]')?.value,
      );
      expect(typed).toBe('https://example.org/feed');
    });
  },
  { language: 'zh-CN' },
);
