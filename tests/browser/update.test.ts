import { expect } from 'vitest';
import { ownEntity, ownFileOf } from '@/lib/dataset/own-entries';
import type { UpdateOutcome } from '@/lib/messages/notes';
import type { Result } from '@/lib/model/result';
import {
  type FeedContent,
  feedFolderOf,
  feedKeys,
  NEWER,
  newerTexts,
  packagedTexts,
  versionOf,
} from '../lib/dataset/feed-folder';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser } from './driver/test-browser';
import type { Answer } from './server/page-server';

const FEED = 'https://data.example.gov.cn/feed/';
const PACKAGED = versionOf(packagedTexts());

/** The feed's, as long as it is the same feed. */
const keeper = feedKeys();

type Tamper = (path: string, body: string) => string | Partial<Answer>;

/** Serves a feed, names it and checks it, as a reader does in options. */
async function check(
  browser: TestBrowser,
  content: FeedContent,
  tamper: Tamper = (_, body) => body,
): Promise<UpdateOutcome | null> {
  const keys = await keeper;
  const folder = await feedFolderOf(content, keys.privateKey);
  for (const [path, bytes] of folder) {
    const body = new TextDecoder().decode(bytes);
    const changed = tamper(path, body);
    const answer = typeof changed === 'string' ? { body: changed } : { body, ...changed };
    browser.server.serve(FEED + path, { headers: { 'Content-Type': 'text/plain' }, ...answer });
  }
  const feed = { url: FEED, publicKey: keys.publicKey };
  const answer = await browser.inExtension(async (api, named) => {
    await api.runtime.sendMessage({ govgloss: 'saveFeed', input: named });
    return (await api.runtime.sendMessage({ govgloss: 'checkFeed', input: null })) as unknown;
  }, feed);
  const result = answer as Result<UpdateOutcome | null, unknown>;
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** Adds 青城办 to the reader's own entries. */
function addOwn(browser: TestBrowser): Promise<void> {
  const input = {
    kind: 'platform',
    name: '青城办',
    en: '',
    what: '青城的应用',
    link: '',
    note: '',
  } as const;
  const file = ownFileOf({ entities: [ownEntity(input, 'qingchengban')], forms: [] });
  return browser.inExtension(async (api, own) => {
    const answer = await api.runtime.sendMessage({
      govgloss: 'saveOwnEntries',
      input: { file: own },
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  }, file);
}

/** The version of the dataset in use, and the name of one entity: the whole way through the store. */
function inUse(browser: TestBrowser) {
  return browser.inExtension(async (api) => {
    const ask = (govgloss: string, input: unknown) => api.runtime.sendMessage({ govgloss, input });
    const card = await ask('getCard', { id: 'CN-ZJ/zheliban', rivals: [], script: 'zh-Hans' });
    return {
      version: card.value.datasetVersion as string,
      name: card.value.entity.names.zhHans as string,
    };
  });
}

/** What the popup lists for words, once it lists anything. */
async function found(browser: TestBrowser, words: string): Promise<string> {
  const popup = await browser.openPopup();
  await expect.poll(() => popup.evaluate(() => document.activeElement?.localName)).toBe('input');
  await popup.type(words);
  const list = () => popup.evaluate(() => document.querySelector('[role=listbox]')?.textContent);
  await expect.poll(list).toBeTruthy();
  const listed = await list();
  await popup.close();
  return listed ?? '';
}

const call = (browser: TestBrowser, name: string) =>
  browser.inExtension(
    async (api, govgloss) =>
      (await api.runtime.sendMessage({ govgloss, input: null })) as { value: unknown },
    name,
  );

describeBrowsers('updating the dataset', (test) => {
  test('a bad feed leaves the old dataset in use and says what was wrong', async (browser) => {
    const cut = await check(browser, { texts: newerTexts() }, (path, body) =>
      path.startsWith('files/') ? body.slice(0, -5) : body,
    );
    expect(cut?.result).toBe('truncated');
    const forged = await check(browser, { texts: newerTexts() }, (path, body) =>
      path === 'manifest.json' ? body.replace(NEWER, `${NEWER}9`) : body,
    );
    expect(forged?.result).toBe('http-status');
    const signed = await check(browser, { texts: newerTexts() }, (path, body) =>
      path.endsWith('.sig') ? `${'A'.repeat(86)}==` : body,
    );
    expect(signed?.result).toBe('bad-signature');
    const old = await check(browser, { texts: newerTexts(), version: '2001.01.01' });
    expect(old?.result).toBe('not-newer');
    expect(old?.failures).toBe(4);
    const broken = await check(browser, { texts: { ...newerTexts(), 'CN-ZJ.json': '{}' } });
    expect(broken?.result).toBe('bad-dataset');
    const large = await check(browser, { texts: newerTexts() }, (path, body) =>
      path === 'manifest.json' ? body + ' '.repeat(300_000) : body,
    );
    expect(large?.result).toBe('too-large');
    const interrupted = await check(browser, { texts: newerTexts() }, (path, body) =>
      path.startsWith('files/') ? { breaks: 'midway' } : body,
    );
    expect(interrupted?.result).toBe('truncated');
    const unreachable = await check(browser, { texts: newerTexts() }, () => ({ breaks: 'before' }));
    expect(unreachable?.result).toBe('unreachable');
    const later = await check(browser, { texts: newerTexts(), minExtension: '99.0' });
    expect(later?.result).toBe('extension-too-old');
    const future = await check(browser, { texts: newerTexts(), version: '9999.99.99' });
    expect(future?.result).toBe('from-the-future');
    expect(await inUse(browser)).toEqual({ version: PACKAGED, name: '浙里办' });
  });

  test('a good feed is taken whole, repaints open pages, and can be rolled back', async (browser) => {
    const renamed = newerTexts();
    renamed['CN-ZJ.json'] = renamed['CN-ZJ.json']!.replaceAll('浙里办', '浙里好办');
    const tab = await browser.open(
      browser.server.serve(
        'http://www.example.gov.cn/a.html',
        '<p>可用“浙里好办”办理，“青城办”也可以。</p>',
      ),
    );
    const platforms = () => tab.evaluate(() => CSS.highlights.get('govgloss-platform')?.size ?? 0);
    expect(await platforms()).toBe(0);
    await addOwn(browser);
    await expect.poll(platforms).toBe(1);

    const taken = await check(browser, { texts: renamed });
    expect(taken).toMatchObject({ result: 'updated', detail: NEWER, failures: 0 });
    expect(await inUse(browser)).toEqual({ version: NEWER, name: '浙里好办' });
    await expect.poll(platforms).toBe(2);
    expect(await found(browser, '浙里好')).toContain('浙里好办');
    expect(await found(browser, '青城')).toContain('青城办');

    await browser.killBackground();
    expect(await inUse(browser)).toEqual({ version: NEWER, name: '浙里好办' });

    expect((await call(browser, 'rollBack')).value).toBe(PACKAGED);
    expect(await inUse(browser)).toEqual({ version: PACKAGED, name: '浙里办' });
    // What is left is the reader's own.
    await expect.poll(platforms).toBe(1);

    expect(await check(browser, { texts: renamed })).toMatchObject({ detail: NEWER });
    const input = { url: '', publicKey: '' };
    await browser.inExtension(
      (api, off) => api.runtime.sendMessage({ govgloss: 'saveFeed', input: off }),
      input,
    );
    expect(await inUse(browser)).toEqual({ version: PACKAGED, name: '浙里办' });
    expect((await call(browser, 'rollBack')).value).toBeNull();
  });
});
