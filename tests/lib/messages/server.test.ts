import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageKey } from '@/lib/address/page-key';
import { PAGE_INPUTS } from '@/lib/messages/page-inputs';
import { BACKGROUND_INPUTS } from '@/lib/messages/parse';
import type { BackgroundCalls } from '@/lib/messages/protocol';
import { answer, type Handlers, serve } from '@/lib/messages/server';
import { parseSettings } from '@/lib/messages/settings-schema';
import { ok } from '@/lib/model/result';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';

const SENDER = { tabId: 1, frameId: 0, url: 'https://www.zj.gov.cn/', origin: '' };

function handlers(change: Partial<Handlers<BackgroundCalls>>): Handlers<BackgroundCalls> {
  const unused = () => Promise.reject(new Error('not expected'));
  const all = Object.fromEntries(Object.keys(BACKGROUND_INPUTS).map((name) => [name, unused]));
  return { ...(all as unknown as Handlers<BackgroundCalls>), ...change };
}

describe('a call', () => {
  test('with good input reaches its handler with the sender', async () => {
    const openProfile = vi.fn(async () => ok(null));
    const call = { name: 'openProfile' as const, input: { id: 'CN-ZJ' } };
    const result = await answer(
      call,
      SENDER,
      BACKGROUND_INPUTS,
      handlers({ openProfile }),
      vi.fn(),
    );
    expect(result).toEqual({ ok: true, value: null });
    expect(openProfile).toHaveBeenCalledWith({ id: 'CN-ZJ' }, SENDER);
  });

  test.each([
    ['openProfile', {}],
    ['openProfile', { id: '' }],
    ['openProfile', { id: 'x'.repeat(500) }],
    ['getCard', { id: 'CN-ZJ', rivals: 'CN', script: 'zh-Hans' }],
    ['getCard', { id: 'CN-ZJ', rivals: [], script: 'Latn' }],
    ['getStrings', { extra: 1 }],
    ['keepPassage', { id: 'not-a-uuid', passage: {}, about: {} }],
    ['placePassages', { pageKey: 'zj.gov.cn/a' }],
  ] as const)('%s with %j is refused before any handler runs', async (name, input) => {
    const result = await answer({ name, input }, SENDER, BACKGROUND_INPUTS, handlers({}), vi.fn());
    expect(result).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  test('that its sender may not make reaches no parser and no handler', async () => {
    const may = vi.fn(() => false);
    const call = { name: 'openProfile' as const, input: {} };
    const result = await answer(call, SENDER, BACKGROUND_INPUTS, handlers({}), vi.fn(), may);
    expect(result).toMatchObject({ error: { code: 'bad-request' } });
    expect(may).toHaveBeenCalledWith('openProfile', SENDER);
  });

  test('whose handler throws is answered as internal and reported, never left without answer', async () => {
    const report = vi.fn();
    const call = {
      name: 'getCard' as const,
      input: { id: 'CN-ZJ', rivals: [], script: 'zh-Hans' as const },
    };
    const result = await answer(call, SENDER, BACKGROUND_INPUTS, handlers({}), report);
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(report).toHaveBeenCalledOnce();
  });
});

describe('what a page is called', () => {
  const kept = (page: { url: string; title: string }) => {
    const about = { pageKey: pageKey(page.url), colour: 'yellow', note: '', tags: [], ...page };
    const passage = { text: '浙里办', span: { start: 0, end: 3 } };
    const input = { id: crypto.randomUUID(), passage, about };
    return v.safeParse(BACKGROUND_INPUTS.keepPassage, input);
  };

  test.each([
    ['a title without end', { url: 'http://www.zj.gov.cn/', title: '题'.repeat(100_000) }],
    [
      'one cut inside a character',
      { url: 'http://www.zj.gov.cn/', title: `${'题'.repeat(3999)}𠮷` },
    ],
    ['an address without end', { url: `http://www.zj.gov.cn/${'a'.repeat(50_000)}`, title: '' }],
    ['one of data', { url: `file:///${'a'.repeat(50_000)}`, title: '' }],
  ])('%s is cut, and the passage kept', (_, page) => {
    const parsed = kept(page);
    expect(parsed.issues).toBeUndefined();
    const { url, title } = parsed.success ? parsed.output.about : { url: '', title: '' };
    expect([page.url.startsWith(url), page.title.startsWith(title)]).toEqual([true, true]);
    // A half of a character is none, and no file can hold it.
    expect(title).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('a listener', () => {
  const heard = (message: unknown, id: unknown = fakeBrowser.runtime.id) => {
    const listeners: ((message: unknown, from: unknown, respond: unknown) => unknown)[] = [];
    vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
      listeners.push(listener as (typeof listeners)[number]);
    });
    serve(BACKGROUND_INPUTS, handlers({ openProfile: async () => ok(null) }), vi.fn());
    vi.restoreAllMocks();
    const respond = vi.fn();
    return { will: listeners[0]?.(message, { id, tab: { id: 1 }, frameId: 0 }, respond), respond };
  };

  test.each([
    null,
    'openProfile',
    { type: 'openProfile' },
    { govgloss: 'toString', input: null },
    { govgloss: 'getReport', input: null },
  ])('leaves what is no call of ours to others: %j', (message) => {
    const { will, respond } = heard(message);
    expect(will).toBe(false);
    expect(respond).not.toHaveBeenCalled();
  });

  test.each(['another-extension', '', null, {}])('does not hear who is %j', (id) => {
    const { will, respond } = heard({ govgloss: 'openProfile', input: { id: 'CN-ZJ' } }, id);
    expect(will).toBe(false);
    expect(respond).not.toHaveBeenCalled();
  });

  test('says that it will answer a call of ours, and answers, as every browser waits for it', async () => {
    const { will, respond } = heard({ govgloss: 'openProfile', input: { id: 'CN-ZJ' } });
    expect(will).toBe(true);
    await vi.waitFor(() => expect(respond).toHaveBeenCalledWith({ ok: true, value: null }));
  });
});

describe('a page', () => {
  const reads = async (call: keyof typeof PAGE_INPUTS, input: unknown) => {
    const parsed = await PAGE_INPUTS[call]['~standard'].validate(input);
    return parsed.issues ? 'refused' : parsed.value;
  };

  test.each([
    ['command', { name: 'next-mention' }],
    ['goToMention', { id: 'CN-ZJ', nth: 0 }],
    ['goToHighlight', { id: 'CN-ZJ' }],
    ['getReport', null],
  ] as const)('takes %s with %j, and no more of it than it knows', async (call, input) => {
    expect(await reads(call, input && { ...input, more: 1 })).toEqual(input);
  });

  test.each([
    ['command', { name: 'format-disk' }],
    ['command', { name: ['next-mention'] }],
    ['command', null],
    ['goToMention', { id: 'CN-ZJ' }],
    ['goToMention', { id: 'CN-ZJ', nth: -1 }],
    ['goToMention', { id: 'CN-ZJ', nth: 0.5 }],
    ['goToMention', { id: 'CN-ZJ', nth: '1' }],
    ['goToHighlight', { id: '' }],
    ['goToHighlight', { id: 'x'.repeat(201) }],
    ['acceptCandidate', { id: 7 }],
    ['acceptCandidate', 'CN-ZJ'],
    ['getReport', {}],
    ['getReport', undefined],
  ] as const)('refuses %s with %j', async (call, input) => {
    expect(await reads(call, input)).toBe('refused');
  });
});

describe('stored settings', () => {
  test.each([[undefined], [null], [7], ['x'], [[]], [{}]])('%j read as the defaults', (stored) =>
    expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS),
  );

  test('one bad value does not undo the others', () => {
    expect(parseSettings({ theme: 'neon', pinyin: false, kinds: { policy: false } })).toEqual({
      ...DEFAULT_SETTINGS,
      pinyin: false,
      kinds: { ...DEFAULT_SETTINGS.kinds, policy: false },
    });
  });
});
