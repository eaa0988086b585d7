import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Annotator } from '@/entrypoints/page-session/annotator';
import type { PageCalls } from '@/lib/messages/protocol';
import { err, ok } from '@/lib/model/result';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';
import { trusted } from '@/tests/trusted';

/** What a session was made with and told; the real one needs a page to read. */
class FakeSession {
  static all: FakeSession[] = [];
  static whileReading: Promise<void> = Promise.resolve();
  readonly told: string[] = [];
  passages = { load: async () => void this.told.push('highlights') };
  goToMention = () => null;
  goToHighlight = () => null;
  constructor(
    public settings: Settings,
    readonly options: { isMarking: boolean; isShowing: boolean },
  ) {
    FakeSession.all.push(this);
  }
  start = () => void this.told.push('start');
  stop = () => void this.told.push('stop');
  stopReading = () => void this.told.push('stop reading');
  changeSettings = (settings: Settings) => {
    this.settings = settings;
  };
  content = {
    renewNames: () => void this.told.push('names'),
    askNow: async () => void this.told.push('ask now'),
    hasFailed: false,
  };
  comeBack = async () => void this.told.push('come back');
  command = async (name: string) => void this.told.push(name);
  keepSelection = async () => {
    await FakeSession.whileReading;
    this.told.push('keep');
    return true;
  };
  findings = () => ({ hostDivision: null, entities: [], highlights: [], isMarked: true });
}

vi.mock('@/entrypoints/page-session/session', () => ({
  // Asked for when the first page is opened: the class is made by then.
  get Session() {
    return FakeSession;
  },
}));

const SENDER = { tabId: null, frameId: 0, url: '', origin: '' };

/** Answers of the background to each call, the next one first; the last stays. */
let answers: Record<string, unknown[]>;
let asked: { govgloss: string; input: unknown }[];
/** What the background has of the settings; it does not answer so often at first. */
let settings: Settings;
let unreadable: number;
/** Lists of settings are changed as the background changes them. */
let keepLists: boolean;

const sessions = () => FakeSession.all;
const marking = () => sessions().findLast(({ options }) => options.isMarking);

class FakeNode {
  static TEXT_NODE = 3;
  static ELEMENT_NODE = 1;
  nodeType = 1;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  fakeBrowser.reset();
  FakeSession.all = [];
  FakeSession.whileReading = Promise.resolve();
  answers = { placePassages: [ok([])] };
  asked = [];
  settings = DEFAULT_SETTINGS;
  unreadable = 0;
  keepLists = false;
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const call = message as unknown as { govgloss: string; input: unknown };
    asked.push(call);
    if (keepLists && call.govgloss === 'changeList') {
      const { entry, holds } = call.input as { entry: string; holds: boolean };
      settings = { ...settings, pausedHosts: holds ? [entry] : [] };
    }
    if (call.govgloss === 'getSettings')
      return unreadable-- > 0 ? err({ code: 'internal', detail: '' }) : ok(settings);
    const left = answers[call.govgloss] ?? [ok(null)];
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer() : answer;
  });
  const page = Object.assign(new EventTarget(), {
    ...{ body: new FakeNode(), title: '', readyState: 'complete', visibilityState: 'visible' },
    ...{ querySelector: () => null, querySelectorAll: () => [], hasFocus: () => true },
    ...{ activeElement: null, baseURI: 'http://www.zj.gov.cn/' },
    createTreeWalker: () => ({ nextNode: () => ({ nodeType: 3, data: '浙里办' }) }),
  });
  const window = Object.assign(new EventTarget(), { top: null });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', window);
  vi.stubGlobal('self', window);
  vi.stubGlobal('top', window);
  vi.stubGlobal('location', new URL('http://www.zj.gov.cn/'));
  vi.stubGlobal('Node', FakeNode);
  vi.stubGlobal('NodeFilter', {});
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open() {
  const annotator = new Annotator(() => true);
  annotator.start();
  return annotator;
}
const call = <Name extends keyof PageCalls>(
  annotator: Annotator,
  name: Name,
  input: PageCalls[Name]['input'],
) => annotator.calls[name](input, SENDER);
const stateOf = async (annotator: Annotator) => {
  const report = await call(annotator, 'getReport', null);
  return report.ok ? report.value.state : report.error.code;
};
/** The reader changes settings; the background tells the page. */
const change = (page: Annotator, to: Partial<Settings>) => {
  settings = { ...settings, ...to };
  return call(page, 'settingsChanged', null);
};
/** Lets all that is under way come to rest, without time passing. */
const rest = () => vi.advanceTimersByTimeAsync(0);
const sign = (type: string) => window.dispatchEvent(trusted(new Event(type)));

describe('names', () => {
  test('that may be others now are found anew by the one who reads', async () => {
    const page = open();
    await rest();
    await call(page, 'datasetChanged', null);
    expect(marking()?.told).toEqual(['start', 'names']);
    expect(sessions()).toHaveLength(1);
  });

  test('that could not be had are said to be lacking, and asked for when the reader says so', async () => {
    const page = open();
    await rest();
    Object.assign(marking()?.content ?? {}, { hasFailed: true });
    expect(await stateOf(page)).toBe('failed');
    await call(page, 'askAgain', null);
    expect(marking()?.told).toContain('ask now');
  });
});

describe('what is kept of a page that is not marked', () => {
  const KEPT = ok([{ highlight: {}, anchoring: null }]);
  const modes = () => sessions().map(({ options }) => [options.isMarking, options.isShowing]);
  const withoutHan = () =>
    Object.assign(document, { createTreeWalker: () => ({ nextNode: () => null }) });

  test('is shown on a paused site, which stays paused', async () => {
    settings = { ...settings, pausedHosts: ['www.zj.gov.cn'] };
    answers.placePassages = [KEPT];
    const page = open();
    await rest();
    expect([modes(), await stateOf(page)]).toEqual([[[false, true]], 'paused']);
  });

  test('is shown on a page without Chinese text, which is marked once some arrives', async () => {
    withoutHan();
    answers.placePassages = [KEPT];
    const page = open();
    await rest();
    expect([modes(), await stateOf(page)]).toEqual([[[false, true]], 'ready']);
  });

  test('is asked for again where nobody answers, and shown then', async () => {
    withoutHan();
    answers.placePassages = [err({ code: 'internal', detail: '' }), KEPT];
    open();
    await rest();
    expect(sessions()).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(modes()).toEqual([[false, true]]);
  });

  test('a page of which nothing is kept is not read', async () => {
    withoutHan();
    const page = open();
    await rest();
    expect([sessions(), await stateOf(page)]).toEqual([[], 'ready']);
  });

  test('stays when the site is paused, and when it is marked again', async () => {
    answers.placePassages = [KEPT];
    const page = open();
    await rest();
    await change(page, { pausedHosts: ['www.zj.gov.cn'] });
    await rest();
    await change(page, { pausedHosts: [] });
    await rest();
    expect(modes()).toEqual([
      [true, true],
      [false, true],
      [true, true],
    ]);
    expect(sessions()[1]?.told).toContain('stop');
  });

  test('is shown also where it is kept before the settings are known', async () => {
    withoutHan();
    const page = open();
    // Put there to keep: nobody has asked, and nobody has answered, what the reader wants of such a page.
    await call(page, 'keepSelection', null);
    expect(modes()).toEqual([[false, true]]);
    expect(sessions()[0]?.told).toEqual(['start', 'keep']);
  });

  test('is shown from the moment something is', async () => {
    settings = { ...settings, pausedHosts: ['www.zj.gov.cn'] };
    const page = open();
    await rest();
    answers.placePassages = [KEPT];
    await call(page, 'highlightsChanged', null);
    expect(modes()).toEqual([[false, true]]);
  });
});

describe('settings that cannot be read at first', () => {
  test('leave the page unmarked, and are read a little later', async () => {
    unreadable = 1;
    const page = open();
    await rest();
    expect(sessions()).toEqual([]);
    expect(await stateOf(page)).toBe('failed');
    expect(await call(page, 'command', { name: 'next-mention' })).toEqual(ok(null));
    await vi.advanceTimersByTimeAsync(500);
    expect(marking()?.told).toContain('start');
  });

  test('do not keep a passage from being kept', async () => {
    unreadable = 1;
    const page = open();
    expect(await call(page, 'keepSelection', null)).toEqual(ok(null));
    expect(sessions().map(({ options, told }) => [options.isMarking, ...told])).toEqual([
      [false, 'start', 'keep', 'stop reading'],
    ]);
  });

  test('are not taken for leave to mark a paused site', async () => {
    settings = { ...settings, pausedHosts: ['www.zj.gov.cn'] };
    unreadable = 1;
    const page = open();
    await vi.advanceTimersByTimeAsync(500);
    await vi.waitFor(async () => expect(await stateOf(page)).toBe('paused'));
    expect(marking()).toBeUndefined();
  });
});

describe('a page that slept while it was asked to keep', () => {
  test('wakes with the settings of now, not of then', async () => {
    const page = new Annotator(() => true);
    let read = () => {};
    FakeSession.whileReading = new Promise((resolve) => {
      read = resolve;
    });
    const kept = call(page, 'keepSelection', null);
    await rest();
    await change(page, { pausedHosts: ['www.zj.gov.cn'] });
    page.start();
    read();
    await kept;
    await vi.waitFor(async () => expect(await stateOf(page)).toBe('paused'));
    expect(marking()).toBeUndefined();
  });
});

test('a site is paused at once, whatever else is on its way', async () => {
  const page = open();
  await rest();
  answers.mayRead = [new Promise(() => {})];
  void call(page, 'accessTaken', null);
  void change(page, { pausedHosts: ['www.zj.gov.cn'] });
  await vi.waitFor(async () => expect(await stateOf(page)).toBe('paused'));
  expect(sessions().at(-1)?.told).toContain('stop');
});

describe('a call', () => {
  const everything: [keyof PageCalls, unknown][] = [
    ['getReport', null],
    ['askAgain', null],
    ['goToMention', { id: 'CN-ZJ', nth: 0 }],
    ['goToHighlight', { id: 'x' }],
    ['command', { name: 'next-mention' }],
    ['keepSelection', null],
    ['highlightsChanged', null],
    ['datasetChanged', null],
    ['settingsChanged', null],
    ['accessTaken', null],
    ['acceptCandidate', { id: 'x' }],
    ['stepPlace', { id: 'x', by: 1 }],
  ];
  test.each(everything)('%s is answered before the page wakes, and while', async (name, input) => {
    answers.mayRead = [ok(true)];
    const page = new Annotator(() => true);
    const ask = () => page.calls[name](input as never, SENDER);
    const early = ask();
    page.start();
    const meanwhile = ask();
    await rest();
    for (const answer of [await early, await meanwhile]) expect(answer).toHaveProperty('ok');
  });

  test('to keep waits until it is known whether the page is being marked', async () => {
    const page = open();
    const kept = call(page, 'keepSelection', null);
    await rest();
    expect(await kept).toEqual(ok(null));
    expect(sessions().map(({ options, told }) => [options.isMarking, ...told])).toEqual([
      [true, 'start', 'keep'],
    ]);
  });
});

describe('a visit', () => {
  test('asked for twice before it is done keeps once, and ends then', async () => {
    let read = () => {};
    FakeSession.whileReading = new Promise((resolve) => {
      read = resolve;
    });
    const page = new Annotator(() => true);
    const both = [call(page, 'keepSelection', null), call(page, 'keepSelection', null)];
    await rest();
    expect(page.isAlive()).toBe(true);
    read();
    expect(await Promise.all(both)).toEqual([ok(null), ok(null)]);
    expect(page.isAlive()).toBe(false);
    expect(sessions().map(({ told }) => told)).toEqual([['start', 'keep', 'stop reading']]);
  });

  test('is no reader of the page: whoever asks is told that nobody reads it', async () => {
    expect(await stateOf(new Annotator(() => true))).toBe('nobody');
  });

  test('becomes a stay when the page is to be marked meanwhile', async () => {
    const page = new Annotator(() => true);
    const kept = call(page, 'keepSelection', null);
    page.start();
    await kept;
    await rest();
    expect(page.isAlive()).toBe(true);
    expect(marking()?.told).toEqual(['start', 'keep']);
  });
});

test('settings that change ask nothing of a page that has not asked for any', async () => {
  await change(new Annotator(() => true), { firstOnly: true });
  expect(asked).toEqual([]);
});

test('a site toggled twice in a row is as it was', async () => {
  const page = open();
  await rest();
  // The background keeps what it is told before it answers.
  keepLists = true;
  const toggle = () => call(page, 'command', { name: 'toggle-site' });
  expect(await Promise.all([toggle(), toggle()])).toEqual([ok(null), ok(null)]);
  const changes = asked.filter(({ govgloss }) => govgloss === 'changeList');
  const change = { list: 'pausedHosts', entry: 'www.zj.gov.cn' };
  expect(changes.map(({ input }) => input)).toEqual([
    { ...change, holds: true },
    { ...change, holds: false },
  ]);
});

test('a page whose extension is gone is left, and asks nobody any more', async () => {
  let isValid = true;
  const page = new Annotator(() => isValid);
  page.start();
  await rest();
  isValid = false;
  sign('click');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.isAlive()).toBe(false);
});
