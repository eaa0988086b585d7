import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, readSettings } from '@/lib/messages/settings';
import { parseSettings } from '@/lib/messages/settings-schema';
import { watchSettings } from '@/lib/messages/watch-settings';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';

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
    const change = (theme: string) => fakeBrowser.storage.sync.set({ 'settings.theme': theme });
    reading.mockImplementationOnce(async (keys) => {
      const old = await read(keys);
      await held;
      return old;
    });
    await change('dark');
    await change('light');
    await vi.waitFor(() => expect(heard).toEqual(['light']));
    letFirstGo();
    await held;
    await readSettings();
    expect(heard).toEqual(['light']);
    stop.abort();
    reading.mockRestore();
  });

  it('that could not be read after a change are told once they can be', async () => {
    vi.useFakeTimers();
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const reading = vi.spyOn(fakeBrowser.storage.sync, 'get');
    reading.mockRejectedValueOnce(new Error('the browser is busy'));
    reading.mockRejectedValueOnce(new Error('the browser is still busy'));
    const heard: string[] = [];
    const stop = new AbortController();
    watchSettings(({ theme }) => heard.push(theme), stop.signal);
    await fakeBrowser.storage.sync.set({ 'settings.theme': 'dark' });
    await vi.advanceTimersByTimeAsync(10);
    expect(heard).toEqual([]);
    await vi.runAllTimersAsync();
    expect(heard).toEqual(['dark']);
    expect(said).toHaveBeenCalledTimes(2);
    stop.abort();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('that cannot be read are asked for no more once nobody listens', async () => {
    vi.useFakeTimers();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const reading = vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValue(new Error('gone'));
    const stop = new AbortController();
    watchSettings(() => expect.unreachable(), stop.signal);
    await fakeBrowser.storage.sync.set({ 'settings.theme': 'dark' });
    await vi.advanceTimersByTimeAsync(10_000);
    stop.abort();
    await vi.advanceTimersByTimeAsync(600_000);
    const asked = reading.mock.calls.length;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(reading).toHaveBeenCalledTimes(asked);
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
});
