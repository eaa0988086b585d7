import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSettings,
  ignoreForm,
  pauseHost,
  readSettings,
  watchSettings,
} from '@/lib/messages/settings';
import { parseSettings } from '@/lib/messages/settings-schema';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';

const ZHELIBAN = { form: '浙里办', host: '' };

describe('stored settings', () => {
  it('of a version without a language of entries leave that to the interface', () => {
    const stored: Partial<Settings> = { ...DEFAULT_SETTINGS, language: 'en' };
    delete stored.dataLanguage;
    expect(parseSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, language: 'en' });
  });

  it('lose no more than the value that is none of ours', () => {
    const stored = {
      theme: 'dark',
      dataLanguage: 'fr',
      language: 'xx',
      kinds: { policy: false, concept: 'no', city: true },
    };
    expect(parseSettings(stored)).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      kinds: { ...DEFAULT_SETTINGS.kinds, policy: false },
    });
  });
});

describe('settings', () => {
  beforeEach(() => fakeBrowser.reset());

  it('keep each field that was not changed', async () => {
    await changeSettings({ theme: 'dark' });
    await changeSettings({ pinyin: false });
    expect(await readSettings()).toMatchObject({ theme: 'dark', pinyin: false });
  });

  it('are told to whoever watches in the order they were made, though read out of order', async () => {
    const heard: string[] = [];
    const stop = new AbortController();
    watchSettings(({ theme }) => heard.push(theme), stop.signal);
    const read = fakeBrowser.storage.sync.get.bind(fakeBrowser.storage.sync);
    let letFirstGo = () => {};
    const held = new Promise<void>((resolve) => {
      letFirstGo = resolve;
    });
    const reading = vi.spyOn(fakeBrowser.storage.sync, 'get');
    reading.mockImplementationOnce(async (keys) => {
      const old = await read(keys);
      await held;
      return old;
    });
    await changeSettings({ theme: 'dark' });
    await changeSettings({ theme: 'light' });
    await vi.waitFor(() => expect(heard).toEqual(['light']));
    letFirstGo();
    await held;
    await readSettings();
    expect(heard).toEqual(['light']);
    stop.abort();
    reading.mockRestore();
  });

  it('hold a refused name once, however often it is refused, and let it go at once', async () => {
    await ignoreForm(ZHELIBAN, true);
    await ignoreForm(ZHELIBAN, true);
    await ignoreForm({ ...ZHELIBAN, host: 'www.zj.gov.cn' }, true);
    expect((await readSettings()).ignored).toHaveLength(2);
    await ignoreForm(ZHELIBAN, false);
    expect((await readSettings()).ignored).toEqual([{ form: '浙里办', host: 'www.zj.gov.cn' }]);
  });

  it('hold a paused site once, and leave the others when it is resumed', async () => {
    await pauseHost('www.zj.gov.cn', true);
    await pauseHost('www.gd.gov.cn', true);
    await pauseHost('www.zj.gov.cn', true);
    expect((await readSettings()).pausedHosts).toEqual(['www.gd.gov.cn', 'www.zj.gov.cn']);
    await pauseHost('www.zj.gov.cn', false);
    expect((await readSettings()).pausedHosts).toEqual(['www.gd.gov.cn']);
  });
});
