// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PageContent } from '@/entrypoints/annotator.content/page-content';
import type { Mark } from '@/lib/dom/mark-index';
import type { Mention } from '@/lib/model/mention';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';

/** What the page does while the reader of it gives way. */
const page = vi.hoisted(() => ({ meanwhile: null as (() => void) | null }));
vi.mock('@/lib/dom/slices', async (original) => {
  const real = await original<typeof import('@/lib/dom/slices')>();
  const yieldToPage = async () => {
    await real.yieldToPage();
    page.meanwhile?.();
  };
  return { ...real, yieldToPage };
});

const WORDS: Record<string, string> = { 浙江: 'CN-ZJ', 广东: 'CN-GD', 福建: 'CN-FJ' };

/** Finds each of the words as a mention of what it names; fails where the text holds 错. */
function finderOf(words = WORDS, rivals: string[] = []) {
  const detect = (text: string): Mention[] => {
    if (text.includes('错')) throw new Error('a rule fails');
    const found = text.matchAll(new RegExp(Object.keys(words).join('|'), 'g'));
    return [...found].map(({ 0: word, index }) => ({
      ...{ start: index, end: index + word.length, entity: words[word] ?? '' },
      ...{ kind: 'division' as const, rivals, reasons: [] },
    }));
  };
  const detector = { detect, explain: () => [], divisionOfHost: () => null };
  return { version: '1', detector, classOf: new Uint16Array(65536) };
}

/** A highlight of the registry, as far as we use it. */
class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}
class FakeRange {
  constructor(readonly at: StaticRangeInit) {}
  toString() {
    const { startContainer, startOffset, endOffset } = this.at;
    return (startContainer as Text).data.slice(startOffset, endOffset);
  }
}

let content: PageContent;
let settled: number;
let gone: Mark[];
let moved: Mark[];
/** The most that was painted at any time. */
let most: number;

function open(markup: string, settings: Partial<Settings> = {}): Promise<void> {
  document.body.innerHTML = markup;
  content = new PageContent(finderOf(), settingsOf(settings), {
    onChanged: () => {
      most = Math.max(most, painted().length);
    },
    onSettled: () => {
      settled++;
    },
    onMarkMoved: (mark) => moved.push(mark),
    onMarkGone: (mark) => gone.push(mark),
    onFramesWent: () => {},
  });
  content.start();
  return reading();
}

/** Every mention is painted, unless a test is about the first. */
const settingsOf = (settings: Partial<Settings>) => ({
  ...DEFAULT_SETTINGS,
  firstOnly: false,
  ...settings,
});

/** Waits until all that changed has been read. */
async function reading(): Promise<void> {
  const before = settled;
  await vi.waitFor(() => expect(settled).toBeGreaterThan(before));
}

const painted = () => [...(CSS.highlights.get('govgloss-division') ?? [])];
/** Where the painted marks stand: their words and the ids of the elements around them. */
const places = () =>
  painted().map((range) => {
    const { startContainer } = (range as unknown as FakeRange).at;
    return `${range}@${startContainer.parentElement?.id}`;
  });
const p = (id: string, text: string) => `<p id="${id}">${text}</p>`;
const find = (id: string) => document.querySelector(`#${id}`) as Element;

beforeEach(() => {
  fakeBrowser.reset();
  settled = 0;
  gone = [];
  moved = [];
  most = 0;
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('StaticRange', FakeRange);
  vi.stubGlobal('CSS', { highlights: new Map<string, FakeHighlight>() });
  vi.spyOn(document, 'elementFromPoint').mockReturnValue(null);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  page.meanwhile = null;
  content.stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a change of what is wanted takes what is not, and leaves what is', async () => {
  await open(p('a', '浙江广东') + p('b', '浙江'));
  const [marks, ranges] = [content.marksInOrder(), painted()];
  const ignored = [{ form: '广东', host: '' }];
  content.changeSettings(settingsOf({ ignored }));
  expect(gone).toEqual([marks[1]]);
  expect(content.marksInOrder()).toEqual([marks[0], marks[2]]);
  expect(painted()).toEqual([ranges[0], ranges[2]]);
  content.changeSettings(settingsOf({}));
  expect(places()).toEqual(['浙江@a', '浙江@b', '广东@a']);
  const now = content.marksInOrder();
  expect([now[0], now[2]]).toEqual([marks[0], marks[2]]);
  expect(now[1]?.id).not.toBe(marks[1]?.id);
  expect([moved, gone.length]).toEqual([[], 1]);
});

test('new names leave the marks of names that are still found, each at its place', async () => {
  await open(p('a', '福建、浙江、浙江广东'));
  const before = content.marksInOrder();
  const ranges = painted();
  const words = { 浙江: 'CN-ZJ', 广东: 'CN-GD', '福建、浙江': 'CN-FJ/x' };
  content.changeFinder(finderOf(words, ['CN-BJ']));
  const now = content.marksInOrder();
  expect(now.map(({ mention }) => mention.entity)).toEqual(['CN-FJ/x', 'CN-ZJ', 'CN-GD']);
  // Two marks named 浙江, and the first is gone: the second does not take its place.
  expect(now.slice(1)).toEqual(before.slice(2));
  expect(gone).toEqual(before.slice(0, 2));
  expect(painted().filter((range) => ranges.includes(range))).toEqual(ranges.slice(2));
  expect(now.map(({ mention }) => mention.rivals)).toEqual([['CN-BJ'], ['CN-BJ'], ['CN-BJ']]);
  const tally = content.marks.tally.report();
  expect(tally.map(({ id, count, rivals }) => [id, count, ...rivals])).toEqual([
    ['CN-FJ/x', 1, 'CN-BJ'],
    ['CN-ZJ', 1, 'CN-BJ'],
    ['CN-GD', 1, 'CN-BJ'],
  ]);
});

test('a block in which nothing is found any more keeps nothing', async () => {
  await open(p('a', '浙江'));
  const before = content.marksInOrder();
  content.changeFinder(finderOf({ 无: 'CN-FJ' }));
  expect([content.marksInOrder(), painted(), gone]).toEqual([[], [], before]);
  expect(content.marks.index.isEmpty).toBe(true);
});

test('an entity named by other words is another mark', async () => {
  await open(p('a', '浙江'));
  content.changeFinder(finderOf({ 浙江: 'CN-ZJ', 浙: 'CN-ZJ' }));
  const before = content.marksInOrder();
  document.body.innerHTML = p('a', '浙');
  await reading();
  expect([places(), gone, moved]).toEqual([['浙@a'], before, []]);
});

test('names that change while the page is first read do not make it read', async () => {
  void open(p('a', '浙江'));
  content.changeFinder(finderOf());
  expect(content.isRead).toBe(false);
  await reading();
  expect(content.isRead).toBe(true);
});

test('words the page draws anew keep their marks, one for one; those it does not are gone', async () => {
  await open(p('a', '浙江，广东，浙江') + p('b', '福建'));
  const before = content.marksInOrder();
  document.body.innerHTML = p('c', '广东，浙江') + p('d', '今天，福建，浙江，浙江');
  await reading();
  const now = content.marksInOrder();
  const [first, second, third, fourth] = before.map(({ id }) => id);
  expect(now.map(({ id }) => id)).toEqual([second, first, fourth, third, now[4]?.id]);
  expect(now[4]?.id).toBeGreaterThan(fourth ?? 0);
  expect(new Set(moved)).toEqual(new Set(before));
  expect(gone).toEqual([]);
  expect(now.every((mark) => content.holds(mark.block))).toBe(true);
  document.body.innerHTML = p('e', '广东');
  await reading();
  expect(content.marksInOrder().map(({ id }) => id)).toEqual([second]);
  expect(new Set(gone)).toEqual(new Set(now.filter(({ id }) => id !== second)));
  expect(places()).toEqual(['广东@e']);
});

test('words that are drawn anew again before they could be read keep their marks all the same', async () => {
  await open('<div id="app"><p>浙江</p></div>');
  const before = content.marksInOrder();
  let redraws = 3;
  page.meanwhile = () => {
    if (redraws-- > 0) find('app').innerHTML = '<p>浙江</p>';
  };
  find('app').innerHTML = '<p>浙江</p>';
  await vi.waitFor(() => expect([redraws, moved]).toEqual([-1, before]));
  expect([content.marksInOrder(), gone]).toEqual([before, []]);
  // And a page that takes them away as it draws them is believed in the end.
  page.meanwhile = () => {
    find('app').innerHTML = '<p>无</p>';
  };
  find('app').innerHTML = '<p>无</p>';
  await vi.waitFor(() => expect(gone).toEqual(before));
});

test('only first mentions are painted, and all are there to be pointed at', async () => {
  const body = `${p('a', '浙江浙江')}${p('b', '浙江')}<h2>广东</h2>${p('c', '浙江广东')}`;
  await open(body, { firstOnly: true });
  expect(places()).toEqual(['浙江@a', '广东@', '浙江@c']);
  expect(most).toBeLessThanOrEqual(3);
  expect(content.marksInOrder()).toHaveLength(6);
  const marks = content.marksInOrder();
  const ranges = painted();
  content.changeSettings(settingsOf({ firstOnly: false }));
  expect(painted()).toHaveLength(6);
  content.changeSettings(settingsOf({ firstOnly: true }));
  expect(new Set(painted())).toEqual(new Set(ranges));
  expect(content.marksInOrder()).toEqual(marks);
  expect([gone, moved]).toEqual([[], []]);
});

test('a first mention that is refused leaves the place to the next', async () => {
  const words = { 浙江: 'CN-ZJ', 浙: 'CN-ZJ' };
  await open(p('a', '浙江') + p('b', '浙'), { firstOnly: true });
  content.changeFinder(finderOf(words));
  expect(places()).toEqual(['浙江@a']);
  content.changeSettings(settingsOf({ firstOnly: true, ignored: [{ form: '浙江', host: '' }] }));
  expect(places()).toEqual(['浙@b']);
});

test('a longer name of the same is painted once more, a shorter one is not', async () => {
  const words = { 浙江省: 'CN-ZJ', 浙江: 'CN-ZJ', 浙: 'CN-ZJ' };
  await open(p('a', '浙江') + p('b', '浙') + p('c', '浙江省') + p('d', '浙江'), {
    firstOnly: true,
  });
  content.changeFinder(finderOf(words));
  expect(places()).toEqual(['浙江@a', '浙江省@c']);
});

test('first mentions are looked for again when names or headings come, go or move, not for a clock', async () => {
  await open(p('clock', '0') + p('a', '浙江') + p('b', '浙江'), { firstOnly: true });
  const walks = vi.spyOn(document, 'createTreeWalker');
  /** How often a change makes it go through the whole page. */
  const walksFor = async (change: () => void) => {
    walks.mockClear();
    change();
    await reading();
    const whole = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
    return walks.mock.calls.filter(([root, what]) => root === document && what === whole).length;
  };
  const clock = find('clock').firstChild as Text;
  const tick = () => {
    clock.data += '1';
  };
  const sorted = () => places().toSorted();
  expect(await walksFor(tick)).toBe(0);
  expect(await walksFor(() => find('a').append('广东'))).toBe(1);
  expect(await walksFor(() => find('b').insertAdjacentHTML('beforebegin', '<h2>题</h2>'))).toBe(1);
  expect(sorted()).toEqual(['广东@a', '浙江@a', '浙江@b'].toSorted());
  expect(await walksFor(() => document.querySelector('h2')?.remove())).toBe(1);
  expect(sorted()).toEqual(['广东@a', '浙江@a'].toSorted());
  expect(await walksFor(() => document.body.append(find('a')))).toBe(1);
  expect(sorted()).toEqual(['广东@a', '浙江@b'].toSorted());
  expect(await walksFor(() => find('b').remove())).toBe(1);
  expect(sorted()).toEqual(['广东@a', '浙江@a'].toSorted());
  expect(await walksFor(tick)).toBe(0);
});

test('a block that makes a rule fail is left out, told of once; the rest is marked', async () => {
  const told = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
  await open(p('a', '浙江') + p('b', '错，浙江') + p('c', '广东') + p('d', '错，广东'));
  expect(places()).toEqual(['浙江@a', '广东@c']);
  find('b').append('福建');
  find('c').append('福建');
  await reading();
  expect(new Set(places())).toEqual(new Set(['浙江@a', '广东@c', '福建@c']));
  (find('b').firstChild as Text).data = '对，浙江';
  await vi.waitFor(() => expect(places()).toContain('浙江@b'));
  expect(console.error).toHaveBeenCalledTimes(1);
  const input = { where: 'reading', message: expect.any(String) };
  expect(told.mock.calls).toEqual([[{ govgloss: 'reportError', input }]]);
});

test('a shadow tree that left takes its marks and counts with it', async () => {
  await open(`${p('a', '浙江')}<x-box></x-box>`);
  const host = document.querySelector('x-box') as Element;
  host.attachShadow({ mode: 'open' }).innerHTML = p('b', '广东');
  content.lookAgain();
  await vi.waitFor(() => expect(places()).toEqual(['浙江@a', '广东@b']));
  host.remove();
  await vi.waitFor(() => expect(places()).toEqual(['浙江@a']));
  expect(content.marks.tally.report().map(({ id }) => id)).toEqual(['CN-ZJ']);
  expect(gone.map(({ mention }) => mention.entity)).toEqual(['CN-GD']);
});

test('when marking ends nothing is left: no mark, no paint, no timer that draws', async () => {
  await open(p('a', '浙江'));
  const marks = content.marksInOrder();
  find('a').append('广东');
  content.stop();
  expect([CSS.highlights.size, content.marks.index.isEmpty]).toEqual([0, true]);
  expect(gone).toEqual(marks);
  await new Promise((done) => setTimeout(done, 120));
  content.lookAgain();
  expect([CSS.highlights.size, settled]).toEqual([0, 1]);
});
