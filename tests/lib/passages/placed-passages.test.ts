import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Highlight } from '@/lib/model/highlight';
import { Background, listed, placedIn } from './background';
import { blockOf, highlightOf, LATER, pageOf } from './page';

let background: Background;
const ONE = highlightOf('one', '浙里办');
const TWO = highlightOf('two', '粤省事');

beforeEach(() => {
  background = new Background();
  background.listen();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A page whose passages have been asked for and looked for. */
async function openWith(kept: Highlight[], ...texts: string[]) {
  const opened = pageOf(...texts);
  const reading = opened.passages.refresh();
  (await background.list()).answer(listed(...kept));
  if (kept.length > 0) {
    const { text, answer } = await background.search();
    answer(placedIn(text, ...kept));
  }
  await reading;
  return opened;
}

describe('what is asked', () => {
  test('a page of which nothing is kept never sends its text', async () => {
    const { passages, replace, states } = await openWith([], '浙里办好');
    replace(0, '浙里办不好');
    await passages.refresh();
    expect(await background.isQuiet()).toBe(true);
    expect(states()).toEqual({});
  });

  test('a search is of the text as it is, for what is not found in it', async () => {
    const { passages, replace } = await openWith([ONE, TWO], '浙里办好', '别的');
    replace(1, '粤省事');
    void passages.refresh();
    const { ids, text } = await background.search();
    expect({ ids, text }).toEqual({ ids: ['two'], text: '浙里办好\n粤省事' });
  });

  test('a text in which nothing was found is not searched again', async () => {
    const { passages, states } = await openWith([ONE], '别的');
    await passages.refresh();
    expect(await background.isQuiet()).toBe(true);
    expect(states()).toEqual({ one: 'looking' });
  });

  test('a passage kept as text only is not looked for', async () => {
    const { passages } = pageOf('浙里办好');
    void passages.refresh();
    (await background.list()).answer(listed({ ...ONE, detached: true }));
    expect(await background.isQuiet()).toBe(true);
  });

  test('text that is still being read is not searched', async () => {
    const { passages, replace } = await openWith([ONE], '浙里办好');
    replace(0, '用');
    void passages.load();
    (await background.list()).answer(listed(ONE));
    expect(await background.isQuiet()).toBe(true);
  });

  test('what stays unfound is looked for half a minute, then said to be missing', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { passages, states, replace } = await openWith([ONE], '别的');
    vi.advanceTimersByTime(30_001);
    expect(states()).toEqual({ one: 'missing' });
    replace(0, '别的了');
    await passages.refresh();
    expect(await background.isQuiet()).toBe(true);
  });

  test('missing, it is found in what the reader has the page show, however late', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { passages, states, replace } = await openWith([ONE], '别的');
    vi.advanceTimersByTime(600_000);
    passages.expect();
    expect(states()).toEqual({ one: 'missing' });
    replace(0, '浙里办好');
    const looking = passages.refresh();
    const { text, answer } = await background.search();
    answer(placedIn(text, ONE));
    await looking;
    expect(states()).toEqual({ one: 'found' });
  });

  test('what was found and is lost is looked for however late', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { passages, states, replace } = await openWith([ONE], '浙里办好');
    vi.advanceTimersByTime(60_000);
    replace(0, '用浙里办好');
    expect(states()).toEqual({ one: 'looking' });
    replace(0, '用');
    const looking = passages.refresh();
    const first = await background.search();
    first.answer(placedIn(first.text, ONE));
    await looking;
    expect(states()).toEqual({ one: 'looking' });
    replace(0, '用浙里办好');
    const again = passages.refresh();
    const { text, answer } = await background.search();
    answer(placedIn(text, ONE));
    await again;
    expect(states()).toEqual({ one: 'found' });
  });
});

describe('a question that fails', () => {
  test.each(['list', 'search'] as const)(
    'a %s whose background died is put again at once',
    async (which) => {
      const { passages, states } = pageOf('浙里办好');
      const reading = passages.refresh();
      if (which === 'list') (await background.list()).die();
      (await background.list()).answer(listed(ONE));
      if (which === 'search') (await background.search()).die();
      const { text, answer } = await background.search();
      answer(placedIn(text, ONE));
      await reading;
      expect(states()).toEqual({ one: 'found' });
    },
  );

  test('a background that stays dead is left in peace until something stirs', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { passages } = pageOf('浙里办好');
    const reading = passages.refresh();
    for (let tries = 0; tries < 3; tries++) (await background.list()).die();
    await reading;
    expect(await background.isQuiet()).toBe(true);
    await passages.refresh();
    expect(await background.isQuiet()).toBe(true);
    vi.advanceTimersByTime(60_000);
    void passages.refresh();
    await background.list();
  });

  test.each([
    ['when the page is read again', 60_000, 'refresh'],
    ['at once when told of a change', 0, 'load'],
  ] as const)('a list that could not be had is asked again %s', async (_, ms, sign) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { passages, states } = pageOf('浙里办好');
    const reading = passages.refresh();
    (await background.list()).fail('store-unavailable');
    await reading;
    vi.advanceTimersByTime(ms);
    const again = passages[sign]();
    (await background.list()).answer(listed(ONE));
    const { text, answer } = await background.search();
    answer(placedIn(text, ONE));
    await again;
    expect(states()).toEqual({ one: 'found' });
  });

  test.each([
    ['when the page is read again', 60_000, 'refresh'],
    ['at once when told of a change', 0, 'load'],
  ] as const)('a search that could not be had is asked again %s', async (_, ms, sign) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { passages, states } = pageOf('浙里办好');
    const reading = passages.refresh();
    (await background.list()).answer(listed(ONE));
    (await background.search()).fail('internal');
    await reading;
    expect(states()).toEqual({ one: 'looking' });
    vi.advanceTimersByTime(ms);
    const again = passages[sign]();
    if (sign === 'load') (await background.list()).answer(listed(ONE));
    const { text, answer } = await background.search();
    answer(placedIn(text, ONE));
    await again;
    expect(states()).toEqual({ one: 'found' });
  });

  test('a search that failed for longer than anything is looked for is made up for', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { passages } = pageOf('浙里办好');
    const reading = passages.refresh();
    (await background.list()).answer(listed(ONE));
    (await background.search()).fail('internal');
    await reading;
    vi.advanceTimersByTime(120_000);
    void passages.refresh();
    expect((await background.search()).ids).toEqual(['one']);
  });
});

describe('changed elsewhere', () => {
  test('told of a change while a search runs, the page looks for what it was told', async () => {
    const { passages, states } = pageOf('浙里办好', '粤省事');
    const first = passages.refresh();
    (await background.list()).answer(listed(ONE));
    const search = await background.search();
    const second = passages.load();
    (await background.list()).answer(listed(ONE, TWO));
    expect(await background.isQuiet()).toBe(true);
    search.answer(placedIn(search.text, ONE));
    const next = await background.search();
    expect(next.ids).toEqual(['two']);
    next.answer(placedIn(next.text, TWO));
    await Promise.all([first, second]);
    expect(states()).toEqual({ one: 'found', two: 'found' });
  });

  test.each([
    [
      'moved to other words',
      [{ ...highlightOf('one', '办好'), modifiedAt: LATER, revision: 2 }],
      { one: 'found' },
    ],
    ['deleted', [], {}],
  ])('%s during a search, it is not painted by what was found', async (_, now, then) => {
    const { passages, states, painted } = pageOf('浙里办好');
    const reading = passages.refresh();
    (await background.list()).answer(listed(ONE));
    const search = await background.search();
    search.answer(placedIn(search.text, ...now));
    (await background.list()).answer(listed(...now));
    expect(painted.size).toBe(0);
    if (now.length > 0) {
      const { text, answer } = await background.search();
      answer(placedIn(text, ...now));
    }
    await reading;
    expect(states()).toEqual(then);
  });

  test('told of a change, the page does not take its paint away', async () => {
    const { passages, painted } = await openWith([ONE], '浙里办好');
    const before = [...painted];
    const loading = passages.load();
    (await background.list()).answer(listed(ONE));
    await loading;
    expect([...painted]).toEqual(before);
    expect(await background.isQuiet()).toBe(true);
  });

  test('what was deleted goes; another colour is painted at the same place without a search', async () => {
    const { passages, painted, states } = await openWith([ONE], '浙里办好');
    const loading = passages.load();
    const pink = { ...ONE, colour: 'pink' as const, modifiedAt: LATER, revision: 2 };
    (await background.list()).answer(listed(pink));
    await loading;
    expect([...painted.values()]).toEqual(['govgloss-saved-pink']);
    const emptied = passages.load();
    (await background.list()).answer([]);
    await emptied;
    expect(states()).toEqual({});
    expect(painted.size).toBe(0);
  });

  test('what has another place is looked for there', async () => {
    const { passages, painted } = await openWith([ONE], '浙里办好');
    void passages.load();
    const moved = { ...highlightOf('one', '办好'), modifiedAt: LATER, revision: 2 };
    (await background.list()).answer(listed(moved));
    expect((await background.search()).ids).toEqual(['one']);
    expect(painted.size).toBe(0);
  });
});

describe('a page that changes', () => {
  test('a passage is found on a page that moves elsewhere all the time', async () => {
    const { passages, states, replace } = pageOf('浙里办好', '08:00:00');
    const reading = passages.refresh();
    (await background.list()).answer(listed(ONE));
    const search = await background.search();
    replace(1, '08:00:01');
    search.answer(placedIn(search.text, ONE));
    await reading;
    expect(states()).toEqual({ one: 'found' });
  });

  test('a passage whose paragraph went during the search is looked for again', async () => {
    const { passages, states, painted, replace } = pageOf('浙里办好');
    const reading = passages.refresh();
    (await background.list()).answer(listed(ONE));
    const search = await background.search();
    replace(0, '用浙里办好');
    const settled = passages.refresh();
    search.answer(placedIn(search.text, ONE));
    const again = await background.search();
    expect(again.text).toBe('用浙里办好');
    again.answer(placedIn(again.text, ONE));
    await Promise.all([reading, settled]);
    expect(states()).toEqual({ one: 'found' });
    expect(painted.size).toBe(1);
  });

  test('another paragraph that goes takes no passage with it', async () => {
    const { painted, replace } = await openWith([ONE], '浙里办好', '尾');
    replace(1, '别的尾');
    expect(painted.size).toBe(1);
    replace(0, '别的');
    expect(painted.size).toBe(0);
  });

  test('at another address what was kept at the one before is neither shown nor told', async () => {
    const { page, passages, states, painted } = await openWith([ONE], '浙里办好');
    page.key = 'zj.gov.cn/b';
    expect(states()).toEqual({});
    const turning = passages.refresh();
    const list = await background.list();
    expect(list.input.pageKey).toBe('zj.gov.cn/b');
    expect(painted.size).toBe(0);
    list.fail('store-unavailable');
    await turning;
    expect(states()).toEqual({});
  });

  test('an answer about the page before the last step of a single-page site is void', async () => {
    const { page, passages, states } = pageOf('浙里办好');
    const old = passages.refresh();
    const late = await background.list();
    page.key = 'zj.gov.cn/b';
    const now = passages.refresh();
    const ofB = highlightOf('b', '浙里办', page.key);
    (await background.list()).answer(listed(ofB));
    const { text, answer } = await background.search();
    answer(placedIn(text, ofB));
    late.answer(listed(ONE));
    await Promise.all([old, now]);
    expect(states()).toEqual({ b: 'found' });
  });

  test('a search begun at the address before paints nothing', async () => {
    const { page, passages, states, painted } = pageOf('浙里办好');
    const old = passages.refresh();
    (await background.list()).answer(listed(ONE));
    const search = await background.search();
    page.key = 'zj.gov.cn/b';
    const now = passages.refresh();
    (await background.list()).answer([]);
    search.answer(placedIn(search.text, ONE));
    await Promise.all([old, now]);
    expect(states()).toEqual({});
    expect(painted.size).toBe(0);
  });
});

describe('where it stands', () => {
  test('equal places are counted, none is chosen', async () => {
    const { passages } = pageOf('浙里办', '浙里办');
    const reading = passages.refresh();
    (await background.list()).answer(listed(ONE));
    const spans = [
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ];
    (await background.search()).answer([
      { highlight: ONE, anchoring: { state: 'ambiguous', spans, score: 1 } },
    ]);
    await reading;
    expect(passages.places()).toEqual([{ state: 'ambiguous', id: 'one', places: 2 }]);
    expect(passages.edges('one')).toBeNull();
  });

  test('of passages at one place the newest is meant; beside them, none', async () => {
    const wide = highlightOf('wide', '浙里办好', 'zj.gov.cn/a');
    const { page, passages } = await openWith([wide, ONE], '用浙里办好');
    const node = page.blocks[0]?.nodes[0] as Text;
    const at = (offset: number) => passages.at({ node, offset })?.id;
    expect([0, 1, 3, 4, 5].map(at)).toEqual([undefined, 'one', 'one', 'wide', undefined]);
    expect(passages.at({ node: blockOf('').nodes[0] as Text, offset: 1 })).toBeNull();
  });

  test('a passage over two paragraphs begins in one and ends in the other', async () => {
    const both = highlightOf('both', '里办\n粤省');
    const { page, passages, painted } = await openWith([both], '浙里办', '粤省事');
    expect(passages.edges('both')).toEqual({
      start: { node: page.blocks[0]?.nodes[0], offset: 1 },
      end: { node: page.blocks[1]?.nodes[0], offset: 2 },
    });
    expect(painted.size).toBe(2);
  });
});

describe('one passage inside another', () => {
  const LONG = highlightOf('long', '浙里办好了');
  const INNER = highlightOf('inner', '里办');
  const NEXT = highlightOf('next', '了又');
  const at = (node: Text, offset: number) => ({ node, offset });

  test('is seen: it has paint of its own above the longer one, until that goes', async () => {
    const { passages, painted } = await openWith([INNER, LONG], '浙里办好了又');
    expect([...painted.values()].sort()).toEqual([
      'govgloss-inner-yellow',
      'govgloss-saved-yellow',
      'govgloss-saved-yellow',
    ]);
    void passages.load();
    (await background.list()).answer(listed(INNER));
    await background.isQuiet();
    expect([...painted.values()]).toEqual(['govgloss-saved-yellow']);
  });

  test('is reached, whichever is older; one that overlaps it partly, where it stands alone', async () => {
    for (const kept of [
      [INNER, LONG, NEXT],
      [NEXT, LONG, INNER],
    ]) {
      const { passages, page } = await openWith(kept, '浙里办好了又');
      const node = page.blocks[0]?.nodes[0] as Text;
      const ids = [0, 1, 4, 5].map((offset) => passages.at(at(node, offset))?.id);
      expect(ids).toEqual(['long', 'inner', 'next', 'next']);
    }
  });
});
