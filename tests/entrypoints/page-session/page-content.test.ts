// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PageContent } from '@/entrypoints/page-session/page-content';
import type { NameQuestion } from '@/lib/detect/find-names';
import type { Mark } from '@/lib/dom/mark-index';
import { packFound } from '@/lib/messages/found-names';
import type { Mention } from '@/lib/model/mention';
import { err, ok } from '@/lib/model/result';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';

/** What the page does while the reader of it gives way. */
const page = vi.hoisted(() => ({ meanwhile: null as (() => void | Promise<void>) | null }));
vi.mock('@/lib/dom/slices', async (original) => {
  const real = await original<typeof import('@/lib/dom/slices')>();
  const yieldToPage = async () => {
    await real.yieldToPage();
    await page.meanwhile?.();
  };
  return { ...real, yieldToPage };
});

const WORDS: Record<string, string> = { 浙江: 'CN-ZJ', 广东: 'CN-GD', 福建: 'CN-FJ' };

/** What the background finds: each of the words names something. */
let words: Record<string, string>;
let rivals: string[];
/** What it answers in place of names, while it does. */
let trouble: unknown;
/** The texts it was asked for. */
let askedFor: string[];
/** What happens before it answers. */
let meantime: () => Promise<void>;

/** 全省 may point at either, 浙政号 is a number of Zhejiang's. */
const QUIET: Record<string, Partial<Mention>> = {
  全省: { entity: '', rivals: ['CN-ZJ', 'CN-GD'], quiet: 'pointing' },
  浙政号: { entity: 'CN-ZJ', quiet: 'numbered' },
};

function mentionsIn(text: string): Mention[] {
  const found = text.matchAll(
    new RegExp([...Object.keys(words), ...Object.keys(QUIET)].join('|'), 'g'),
  );
  return [...found].map(({ 0: word, index }) => ({
    ...{ start: index, end: index + word.length, entity: words[word] ?? '' },
    ...{ kind: 'division' as const, rivals, reasons: [] },
    ...QUIET[word],
  }));
}

async function answer({ govgloss, input }: { govgloss: string; input: NameQuestion }) {
  if (govgloss !== 'findNames') return undefined;
  if (trouble instanceof Error) throw trouble;
  if (trouble !== undefined) return trouble;
  const texts = input.sections.flatMap((section) => section.texts);
  askedFor.push(...texts);
  await meantime();
  const wanted = texts.map((text) =>
    mentionsIn(text).filter(({ start, end }) => !input.refused.includes(text.slice(start, end))),
  );
  return ok(packFound(wanted, { version: '1', hostDivision: null }));
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
  content = new PageContent(settingsOf(settings), {
    isMarking: true,
    onChanged: () => {},
    onRead: () => {},
    onMarked: () => {
      settled++;
      most = Math.max(most, painted().length);
    },
    onMarkMoved: (mark) => moved.push(mark),
    onMarkGone: (mark) => gone.push(mark),
    onFramesWent: () => {},
  });
  content.start();
  return reading();
}

/** Names change; done when all is found anew. */
async function renew(now: Record<string, string>, rivalsNow: string[] = []): Promise<void> {
  words = now;
  rivals = rivalsNow;
  content.renewNames();
  await reading();
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
  await vi.waitFor(() => expect(settled).toBeGreaterThan(before), 10_000);
}

const painted = () => [...(CSS.highlights.get('govgloss-division') ?? [])];
/** Where the painted marks stand: their words and the ids of the elements around them. */
const places = () =>
  painted().map((range) => {
    const { startContainer } = (range as unknown as FakeRange).at;
    return `${range}@${startContainer.parentElement?.id}`;
  });
const questionOf = (text: string): NameQuestion => ({
  ...{ host: '', title: '', refused: [] },
  sections: [{ heading: '', texts: [text] }],
});
const p = (id: string, text: string) => `<p id="${id}">${text}</p>`;
const find = (id: string) => document.querySelector(`#${id}`) as Element;

beforeEach(() => {
  fakeBrowser.reset();
  words = WORDS;
  rivals = [];
  trouble = undefined;
  askedFor = [];
  meantime = async () => {};
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(
    async (message) => answer(message as never) as never,
  );
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
  await reading();
  expect(gone).toEqual([marks[1]]);
  expect(content.marksInOrder()).toEqual([marks[0], marks[2]]);
  expect(painted()).toEqual([ranges[0], ranges[2]]);
  content.changeSettings(settingsOf({}));
  await reading();
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
  await renew({ 浙江: 'CN-ZJ', 广东: 'CN-GD', '福建、浙江': 'CN-FJ/x' }, ['CN-BJ']);
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
  await renew({ 无: 'CN-FJ' });
  expect([content.marksInOrder(), painted(), gone]).toEqual([[], [], before]);
  expect(content.marks.index.isEmpty).toBe(true);
});

test('an entity named by other words is another mark', async () => {
  await open(p('a', '浙江'));
  await renew({ 浙江: 'CN-ZJ', 浙: 'CN-ZJ' });
  const before = content.marksInOrder();
  document.body.innerHTML = p('a', '浙');
  await reading();
  expect([places(), gone, moved]).toEqual([['浙@a'], before, []]);
});

test('names that change while the page is first read do not make it read', async () => {
  void open(p('a', '浙江'));
  content.renewNames();
  expect(content.isMarked).toBe(false);
  await reading();
  expect(content.isMarked).toBe(true);
  expect(settled).toBe(1);
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
    // Somebody who points at them waits for them.
    expect(content.marks.isEmpty).toBe(false);
    if (redraws === 0) return;
    redraws--;
    find('app').innerHTML = '<p>浙江</p>';
  };
  find('app').innerHTML = '<p>浙江</p>';
  await vi.waitFor(() => expect([redraws, moved]).toEqual([0, before]));
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
  words = { 浙江: 'CN-ZJ', 浙: 'CN-ZJ' };
  await open(p('a', '浙江') + p('b', '浙'), { firstOnly: true });
  expect(places()).toEqual(['浙江@a']);
  content.changeSettings(settingsOf({ firstOnly: true, ignored: [{ form: '浙江', host: '' }] }));
  await reading();
  expect(places()).toEqual(['浙@b']);
});

test('a longer name of the same is painted once more, a shorter one is not', async () => {
  words = { 浙江省: 'CN-ZJ', 浙江: 'CN-ZJ', 浙: 'CN-ZJ' };
  const body = p('a', '浙江') + p('b', '浙') + p('c', '浙江省') + p('d', '浙江');
  await open(body, { firstOnly: true });
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

describe('what only points at a division, or is the number of a document', () => {
  /** What the pointer would meet at the first characters of an element: the entity, or nothing. */
  const pointedAt = (id: string) =>
    content.marks.index
      .marksOf(find(id).firstChild as Text)
      .filter(({ mention }) => mention.start === 0)
      .map(({ mention }) => mention.entity)[0];

  test('is pointed at, and neither painted, counted nor gone to', async () => {
    await open(p('a', '浙政号') + p('b', '全省要落实') + p('c', '浙江'));
    expect(places()).toEqual(['浙江@c']);
    expect(content.marksInOrder().map(({ mention }) => mention.entity)).toEqual(['CN-ZJ']);
    expect(content.marks.tally.report().map(({ id, count }) => [id, count])).toEqual([
      ['CN-ZJ', 1],
    ]);
    expect([pointedAt('a'), pointedAt('b')]).toEqual(['CN-ZJ', 'CN-ZJ']);
  });

  test('is not there while the page names none or several, and follows what it names', async () => {
    await open(p('a', '全省要落实') + p('b', '无'));
    expect(pointedAt('a')).toBeUndefined();
    find('b').textContent = '广东';
    await reading();
    expect(pointedAt('a')).toBe('CN-GD');
    find('b').textContent = '广东、浙江';
    await reading();
    expect(pointedAt('a')).toBeUndefined();
    find('b').textContent = '浙江';
    await reading();
    expect(pointedAt('a')).toBe('CN-ZJ');
  });

  test('takes no first mention from a name, and is gone when marking ends', async () => {
    await open(p('a', '浙政号') + p('b', '浙江'), { firstOnly: true });
    expect(places()).toEqual(['浙江@b']);
    content.stop();
    expect(content.marks.index.isEmpty).toBe(true);
  });
});

describe('names that cannot be had', () => {
  const failure = err({ code: 'internal', detail: '' });
  const brokenOff = new Error('The message channel closed.');
  /** The reader of the page comes back to it. */
  const sign = () => window.dispatchEvent(new Event('focus'));

  test.each([
    ['a failure', failure],
    ['no answer at all', undefined],
    ['half an answer', ok({ version: '1', hostDivision: null, names: [], numbers: [1, 0] })],
    ['the end of whoever was asked', brokenOff],
  ])('for %s are asked for again, and the page is marked then', async (_, first) => {
    trouble = first === undefined ? null : first;
    void open(p('a', '浙江'));
    await vi.waitFor(() => expect([content.hasFailed, content.isRead]).toEqual([true, true]));
    expect([content.isMarked, places()]).toEqual([false, []]);
    trouble = undefined;
    await content.askNow();
    expect([content.isMarked, content.hasFailed, places()]).toEqual([true, false, ['浙江@a']]);
  });

  test('in what is drawn anew are not known before they have been answered', async () => {
    await open(p('a', '浙江'));
    const knows = () => content.knowsNamesIn(document.querySelector('#a')?.firstChild as Text);
    const then: boolean[] = [];
    meantime = async () => {
      then.push(knows());
    };
    document.body.innerHTML = p('a', '浙江今天');
    then.push(knows());
    await reading();
    expect([then, knows()]).toEqual([[false, false], true]);
  });

  test('are waited for by who asks while they are asked for again', async () => {
    trouble = failure;
    void open(p('a', '浙江'));
    await vi.waitFor(() => expect(content.hasFailed).toBe(true));
    let tell = (_: unknown) => {};
    trouble = new Promise((resolve) => {
      tell = resolve;
    });
    await vi.waitFor(() => {
      sign();
      expect(content.hasFailed).toBe(false);
    });
    const asking = content.askNow();
    trouble = undefined;
    tell(failure);
    await asking;
    expect([content.isMarked, content.hasFailed]).toEqual([false, true]);
    await content.askNow();
    expect([content.isMarked, places()]).toEqual([true, ['浙江@a']]);
  });

  test('leave the marks there are, and what came meanwhile is marked in the end', async () => {
    await open(p('a', '浙江'));
    const marks = content.marksInOrder();
    trouble = failure;
    document.body.insertAdjacentHTML('beforeend', p('b', '广东'));
    await vi.waitFor(() => expect(content.hasFailed).toBe(true));
    document.body.insertAdjacentHTML('beforeend', p('c', '福建'));
    expect(content.marksInOrder()).toEqual(marks);
    trouble = undefined;
    await vi.waitFor(() => {
      sign();
      expect(new Set(places())).toEqual(new Set(['浙江@a', '广东@b', '福建@c']));
    });
  });
});

test('what a page showed while nobody answered is not piled up', async () => {
  await open(p('a', '浙江 0'));
  trouble = err({ code: 'internal', detail: '' });
  for (let tick = 1; tick < 6; tick++) {
    const text = `浙江 ${tick}`;
    (find('a').firstChild as Text).data = text;
    await vi.waitFor(() => expect(content.text().text).toBe(text));
  }
  await vi.waitFor(() => expect(content.hasFailed).toBe(true));
  trouble = undefined;
  askedFor = [];
  await content.askNow();
  expect([askedFor, places(), gone]).toEqual([['浙江 5'], ['浙江@a'], []]);
});

test('one who fails to take in what is marked keeps nothing else from being marked', async () => {
  await open(p('a', '浙江'));
  const mark = vi.spyOn(content.marks, 'take').mockImplementationOnce(() => {
    throw new Error('a part of ours fails');
  });
  document.body.insertAdjacentHTML('beforeend', p('b', '广东'));
  await reading();
  expect(mark).toHaveBeenCalled();
  document.body.insertAdjacentHTML('beforeend', p('c', '福建'));
  await reading();
  expect(places()).toEqual(['浙江@a', '福建@c']);
});

test('a text that the page shows in turns is asked for once', async () => {
  await open(p('a', '浙江'));
  for (const text of ['广东', '浙江', '广东', '浙江']) {
    (find('a').firstChild as Text).data = text;
    await reading();
    expect(places()).toEqual([`${text}@a`]);
  }
  expect(askedFor).toEqual(['浙江', '广东']);
});

test('a mark stays on what changes beside it until the names there are known', async () => {
  await open(p('a', '浙江 10:00'));
  const [range] = painted();
  const marks = content.marksInOrder();
  let tell = (_: unknown) => {};
  trouble = new Promise((resolve) => {
    tell = resolve;
  });
  (find('a').firstChild as Text).data = '浙江 10:01';
  await new Promise((done) => setTimeout(done, 120));
  expect(painted()).toEqual([range]);
  trouble = undefined;
  tell(await answer({ govgloss: 'findNames', input: questionOf('浙江 10:01') }));
  await reading();
  expect(content.marksInOrder()).toEqual(marks);
  expect(gone).toEqual([]);
});

describe('a line that changes sooner than it is answered', () => {
  /** The page ticks before each answer, so often, and is read. */
  const ticking = (times: number, tick: (n: number) => void) => {
    let ticks = 0;
    meantime = async () => {
      if (ticks === times) return;
      tick(++ticks);
      await vi.waitFor(() => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) expect(content.knows(walk.currentNode as Text)).toBe(true);
        expect(content.text().text).toContain(String(ticks));
      });
    };
  };
  /** Of two text nodes in one line the first changes. */
  const openLine = async (text: string) => {
    await open(p('a', text));
    find('a').prepend('0 ');
    await reading();
  };
  const clock = (n: number) => {
    (find('a').firstChild as Text).data = `${n} `;
  };
  const lastAsked = (text: string) =>
    vi.waitFor(() => expect(askedFor.at(-1)).toBe(text), { timeout: 10_000 });

  test('keeps the marks of what stands in it', async () => {
    await openLine('浙江');
    const marks = content.marksInOrder();
    ticking(5, clock);
    clock(0.5);
    await lastAsked('5 浙江');
    await vi.waitFor(() => expect(content.marksInOrder()).toEqual(marks));
    expect([gone, places()]).toEqual([[], ['浙江@a']]);
  });

  test('is marked, though no answer is in time', async () => {
    await openLine('-');
    let seen: string[] = [];
    ticking(5, (n) => {
      seen = places();
      clock(n);
    });
    (find('a').lastChild as Text).data = '广东';
    await lastAsked('5 广东');
    expect(seen).toEqual(['广东@a']);
  });

  test('has no mark where other words stand by then', async () => {
    await open('<p id="a">-</p>');
    const wrong: string[] = [];
    const names = ['浙江', '在广东', '福建'];
    ticking(3, (n) => {
      wrong.push(
        ...places().filter((place) => !find('a').textContent?.includes(place.slice(0, 2))),
      );
      (find('a').firstChild as Text).data = `${names[n - 1]}${n}`;
    });
    (find('a').firstChild as Text).data = '广东';
    await vi.waitFor(() => expect(places()).toEqual(['福建@a']));
    expect(wrong).toEqual([]);
  });

  test('keeps its marks while what stands there now is not read yet, nor its names known', async () => {
    await openLine('浙江');
    const marks = content.marksInOrder();
    const name = find('a').lastChild as Text;
    expect(content.knowsNamesIn(name)).toBe(true);
    const held: (() => void)[] = [];
    // While another line is asked for, this one changes and is read, and changes again.
    meantime = async () => {
      meantime = async () => {};
      clock(1);
      await vi.waitFor(() => expect(content.text().text).toContain('1 浙江'));
      expect(content.knowsNamesIn(name)).toBe(false);
      page.meanwhile = () =>
        new Promise((resolve) => {
          held.push(resolve);
        });
      clock(2);
      await vi.waitFor(() => expect(held).not.toEqual([]));
    };
    document.body.insertAdjacentHTML('beforeend', p('b', '广东'));
    await vi.waitFor(() => expect(places()).toContain('广东@b'));
    await new Promise((done) => setTimeout(done, 50));
    expect(content.knowsNamesIn(name)).toBe(false);
    expect(places()).toContain('浙江@a');
    page.meanwhile = null;
    for (const readOn of held) readOn();
    await lastAsked('2 浙江');
    await vi.waitFor(() => expect(content.knowsNamesIn(name)).toBe(true));
    expect(content.marksInOrder()[0]).toBe(marks[0]);
    expect(gone).toEqual([]);
  });

  test('in a menu is not painted meanwhile either', async () => {
    await open(`<nav>${p('a', '浙江')}</nav>`);
    find('a').prepend('0 ');
    await reading();
    expect([places(), content.marksInOrder()]).toEqual([[], [expect.anything()]]);
    const held: (() => void)[] = [];
    meantime = async () => {
      meantime = async () => {};
      clock(1);
      await vi.waitFor(() => expect(content.text().text).toContain('1 浙江'));
      page.meanwhile = () =>
        new Promise((resolve) => {
          held.push(resolve);
        });
      clock(2);
      await vi.waitFor(() => expect(held).not.toEqual([]));
    };
    document.body.insertAdjacentHTML('beforeend', p('b', '本文说到广东。'));
    await vi.waitFor(() => expect(places()).toContain('广东@b'));
    expect(places()).toEqual(['广东@b']);
    page.meanwhile = null;
    for (const readOn of held) readOn();
    await lastAsked('2 浙江');
    expect(places()).toEqual(['广东@b']);
  });

  test('keeps its marks when the page draws it anew', async () => {
    await open('<div id="app"><p>0 浙江</p></div>');
    const marks = content.marksInOrder();
    ticking(5, (n) => {
      find('app').innerHTML = `<p>${n} 浙江</p>`;
    });
    find('app').innerHTML = '<p>0.5 浙江</p>';
    await lastAsked('5 浙江');
    await vi.waitFor(() => expect(content.marksInOrder()).toEqual(marks));
    expect(gone).toEqual([]);
  });
});

test('what is read in one turn is asked for in one question', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const asked = () => vi.mocked(fakeBrowser.runtime.sendMessage).mock.calls.length;
  await open(
    p('a', `浙江${'。'.repeat(17_000)}`) + p('b', `广东${'。'.repeat(17_000)}`) + p('c', '福建'),
  );
  expect([asked(), places()]).toEqual([1, ['浙江@a', '广东@b', '福建@c']]);
});

test('a block however long is asked for in parts, and none of its names is lost', async () => {
  const text = `${'浙江与广东；'.repeat(4_000)}福建`;
  await open(p('a', text));
  expect(content.marksInOrder()).toHaveLength(8_001);
  expect(Math.max(...askedFor.map(({ length }) => length))).toBeLessThan(20_000);
  expect(content.marksInOrder().at(-1)?.mention).toMatchObject({ start: text.length - 2 });
});

test('a page that never rests finds its names itself, and asks nobody any more', async () => {
  await open(p('a', '浙江'));
  const createFinder = vi.fn(() => ({
    find: ({ sections }: NameQuestion) => sections.flatMap(({ texts }) => texts.map(mentionsIn)),
    divisionOfHost: () => null,
  }));
  globalThis.govglossNames = { createFinder };
  vi.mocked(fakeBrowser.runtime.sendMessage).mockImplementation((async (message: never) => {
    const { govgloss } = message as { govgloss: string };
    if (govgloss === 'getGazetteer') return ok({ version: '1', gazetteer: 'data' });
    return answer(message);
  }) as never);
  for (let tick = 0; tick < 30; tick++) {
    (find('a').firstChild as Text).data = `浙江 ${tick}`;
    await reading();
  }
  expect(createFinder).toHaveBeenCalledTimes(1);
  expect(askedFor.length).toBeLessThan(20);
  expect(places()).toEqual(['浙江@a']);
  globalThis.govglossNames = undefined;
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
