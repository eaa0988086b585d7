import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settingsCalls } from '@/entrypoints/background/settings-calls';
import type { Sender } from '@/lib/messages/server';
import { changeSettings, readSettings, writeSettings } from '@/lib/messages/settings';
import { DEFAULT_SETTINGS, type ListChange } from '@/lib/model/settings';

const pageAt = (url: string, origin = URL.parse(url)?.origin ?? 'null'): Sender => ({
  ...{ tabId: 7, frameId: 0, url, origin },
});
const ZJ = pageAt('http://www.zj.gov.cn/a.html');
const GD = pageAt('http://www.gd.gov.cn/');
const own = () => pageAt(fakeBrowser.runtime.getURL('/options.html'));

const hide = (entry: string, holds = true): ListChange => ({ list: 'shownNothing', entry, holds });
const pause = (entry: string, holds = true): ListChange => ({ list: 'pausedHosts', entry, holds });
const refuse = (form: string, host = '', holds = true): ListChange => ({
  ...{ list: 'ignored', entry: { form, host }, holds },
});
const change = (wanted: ListChange, sender: Sender) => settingsCalls.changeList(wanted, sender);

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('asked for at once, both are kept:', () => {
  test('two sites paused in two pages', async () => {
    await Promise.all([change(pause('www.zj.gov.cn'), ZJ), change(pause('www.gd.gov.cn'), GD)]);
    expect((await readSettings()).pausedHosts).toEqual(['www.zj.gov.cn', 'www.gd.gov.cn']);
  });

  test('a site resumed in the options and one paused in its page', async () => {
    await change(pause('www.zj.gov.cn'), ZJ);
    await Promise.all([
      change(pause('www.zj.gov.cn', false), own()),
      change(pause('www.gd.gov.cn'), GD),
    ]);
    expect((await readSettings()).pausedHosts).toEqual(['www.gd.gov.cn']);
  });

  test('a name marked again in the options and one refused in a page', async () => {
    await change(refuse('浙里办'), ZJ);
    await Promise.all([change(refuse('浙里办', '', false), own()), change(refuse('粤省事'), GD)]);
    expect((await readSettings()).ignored).toEqual([{ form: '粤省事', host: '' }]);
  });

  test('a name refused while a backup’s settings are restored', async () => {
    const settings = { ...DEFAULT_SETTINGS, ignored: [{ form: '浙里办', host: '' }] };
    await Promise.all([
      settingsCalls.restoreSettings({ settings }, own()),
      change(refuse('粤省事'), GD),
    ]);
    const { ignored } = await readSettings();
    expect(ignored.map(({ form }) => form)).toEqual(['浙里办', '粤省事']);
  });
});

test('an entry is held once, however often it is put there, and goes at once', async () => {
  await change(refuse('浙里办'), ZJ);
  await change(refuse('浙里办'), ZJ);
  await change(refuse('浙里办', 'www.zj.gov.cn'), ZJ);
  expect((await readSettings()).ignored).toHaveLength(2);
  await change(refuse('浙里办', '', false), own());
  expect((await readSettings()).ignored).toEqual([{ form: '浙里办', host: 'www.zj.gov.cn' }]);
});

describe('what a page may change', () => {
  const EMPTY_FRAME = pageAt('about:blank', 'http://www.zj.gov.cn');
  test.each([
    ['its own host paused', pause('www.zj.gov.cn'), ZJ, true],
    ['its own host resumed', pause('www.zj.gov.cn', false), ZJ, true],
    ['another host paused', pause('www.gd.gov.cn'), ZJ, false],
    ['the site above it paused', pause('zj.gov.cn'), ZJ, false],
    ['what it may see, hidden', hide('www.zj.gov.cn'), ZJ, false],
    ['what it may see, shown', hide('www.zj.gov.cn', false), ZJ, false],
    ['a name on its host', refuse('浙里办', 'www.zj.gov.cn'), ZJ, true],
    ['a name everywhere', refuse('浙里办'), ZJ, true],
    ['a name everywhere again', refuse('浙里办', '', false), ZJ, false],
    ['a name on another host', refuse('浙里办', 'www.gd.gov.cn'), ZJ, false],
    ['its own host, from an empty frame', refuse('浙里办', 'www.zj.gov.cn'), EMPTY_FRAME, true],
  ])('%s', async (_, wanted, sender, may) => {
    expect((await change(wanted, sender)).ok).toBe(may);
    if (!may) expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  test('our own pages may change every list', async () => {
    expect((await change(pause('www.gd.gov.cn'), own())).ok).toBe(true);
  });
});

describe('what is told of the settings', () => {
  const ignored = [
    { form: '浙里办', host: '' },
    { form: '粤省事', host: 'www.gd.gov.cn' },
    { form: '浙政钉', host: 'www.zj.gov.cn' },
  ];
  const pausedHosts = ['www.gd.gov.cn', 'www.zj.gov.cn', 'zj.gov.cn'];
  const told = async (sender: Sender) => {
    await writeSettings({
      ignored,
      pausedHosts,
      shownNothing: pausedHosts,
      backupEveryDays: 7,
      theme: 'dark',
    });
    const answer = await settingsCalls.getSettings(null, sender);
    if (!answer.ok) throw new Error(answer.error.detail);
    return answer.value;
  };

  test.each([
    ['a page', ZJ],
    ['an empty frame in it', pageAt('about:blank', 'http://www.zj.gov.cn')],
  ])('%s: how it is to look, and of the lists what concerns its host', async (_, sender) => {
    expect(await told(sender)).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      ignored: [ignored[0], ignored[2]],
      pausedHosts: ['www.zj.gov.cn'],
      shownNothing: ['www.zj.gov.cn'],
    });
  });

  test('our own pages: all', async () => {
    expect(await told(own())).toMatchObject({ ignored, pausedHosts, backupEveryDays: 7 });
  });
});

describe('when the browser does not keep it', () => {
  test.each([
    ['for want of room', 'QUOTA_BYTES_PER_ITEM quota exceeded', true],
    ['as Firefox says that', 'QuotaExceededError: storage.sync API call exceeded its quota', true],
    ['because there were too many in a minute', 'the MAX_WRITE_OPERATIONS_PER_MINUTE quota', false],
    ['for reasons of its own', 'An unexpected error occurred', false],
  ])('%s: that is said, and the next change is made all the same', async (_, message, isFull) => {
    vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValueOnce(new Error(message));
    const changing = change(refuse('浙里办'), ZJ);
    if (isFull) expect(await changing).toMatchObject({ error: { code: 'storage-full' } });
    else await expect(changing).rejects.toThrow(message);
    await change(refuse('粤省事'), ZJ);
    expect((await readSettings()).ignored.map(({ form }) => form)).toEqual(['粤省事']);
  });
});

test('a restore leaves no list behind that the backup has not', async () => {
  await change(pause('www.zj.gov.cn'), ZJ);
  await changeSettings({ pinyin: false });
  await settingsCalls.restoreSettings({ settings: { theme: 'dark' } }, own());
  expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
});
