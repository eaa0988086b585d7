import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Anchoring } from '@/lib/model/anchoring';
import { Background, listed, placedIn } from './background';
import { highlightOf, LATER, pageOf, YELLOW } from './page';

let background: Background;
const ONE = highlightOf('one', '浙里办');
const SPAN = { start: 0, end: 3 };

beforeEach(() => {
  background = new Background();
  background.listen();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A page with one passage, as a search answered for it. */
async function openWith(anchoring: Anchoring, ...texts: string[]) {
  const opened = pageOf(...texts);
  const reading = opened.passages.refresh();
  (await background.list()).answer(listed(ONE));
  (await background.search()).answer([{ highlight: ONE, anchoring }]);
  await reading;
  return opened;
}
const openFound = () => openWith({ state: 'found', span: SPAN, score: 1 }, '浙里办好');

describe('keeping', () => {
  test('one question carries the text, the span and what it is about; then it is painted', async () => {
    const { passages, states, painted, text } = pageOf('浙里办好');
    const saving = passages.save(text(), SPAN, { ...YELLOW, note: '记' });
    const { input, answer } = await background.call('keepPassage');
    expect(input).toMatchObject({
      passage: { text: '浙里办好', span: SPAN },
      about: { pageKey: 'zj.gov.cn/a', title: '题', note: '记' },
    });
    expect(painted.size).toBe(0);
    answer(ONE);
    await saving;
    expect(states()).toEqual({ one: 'found' });
    expect([...painted.values()]).toEqual(['govgloss-saved-yellow']);
    expect(await background.isQuiet()).toBe(true);
  });

  test('put again with the same id when the background died, it is kept, once', async () => {
    const { passages, states, text } = pageOf('浙里办好');
    const saving = passages.save(text(), SPAN, YELLOW);
    const first = await background.call('keepPassage');
    first.die();
    const second = await background.call('keepPassage');
    expect(second.input).toEqual(first.input);
    second.answer(ONE);
    expect((await saving).ok).toBe(true);
    expect(states()).toEqual({ one: 'found' });
  });

  test('when nobody answers that is said, and what came of it is looked up', async () => {
    const { passages, states, text } = await openFound();
    const saving = passages.save(text(), SPAN, YELLOW);
    for (let tries = 0; tries < 3; tries++) (await background.call('keepPassage')).die();
    expect(await saving).toMatchObject({ error: { code: 'disconnected' } });
    const stirred = passages.refresh();
    const two = highlightOf('two', '里办');
    (await background.list()).answer(listed(ONE, two));
    const search = await background.search();
    search.answer(placedIn(search.text, two));
    await stirred;
    expect(states()).toEqual({ one: 'found', two: 'found' });
  });

  test('an extension that was reloaded is not asked twice', async () => {
    const { passages, text } = pageOf('浙里办好');
    const saving = passages.save(text(), SPAN, YELLOW);
    const call = await background.call('keepPassage');
    vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue(undefined as never);
    call.die();
    expect(await saving).toMatchObject({ error: { code: 'reloaded' } });
    expect(await background.isQuiet()).toBe(true);
  });

  test('two kept quickly are both painted, whichever is confirmed first', async () => {
    const { passages, states, text } = pageOf('浙里办好', '粤省事');
    const first = passages.save(text(), SPAN, YELLOW);
    const second = passages.save(text(), { start: 5, end: 8 }, YELLOW);
    const one = await background.call('keepPassage');
    const two = await background.call('keepPassage');
    expect(one.input.id).not.toBe(two.input.id);
    two.answer(highlightOf('two', '粤省事'));
    await second;
    one.answer(ONE);
    await first;
    expect(states()).toEqual({ one: 'found', two: 'found' });
  });

  test('a list asked for before does not take away what was kept since', async () => {
    const { passages, states, text } = pageOf('浙里办好');
    const reading = passages.refresh();
    const list = await background.list();
    const saving = passages.save(text(), SPAN, YELLOW);
    (await background.call('keepPassage')).answer(ONE);
    await saving;
    list.answer([]);
    (await background.list()).answer(listed(ONE));
    await reading;
    expect(states()).toEqual({ one: 'found' });
  });

  test('nor does one that came before it', async () => {
    const { passages, states, text } = await openFound();
    const saving = passages.save(text(), SPAN, YELLOW);
    (await background.call('keepPassage')).answer(highlightOf('two', '浙里办'));
    await saving;
    await passages.refresh();
    expect(states()).toEqual({ one: 'found', two: 'found' });
    expect(await background.isQuiet()).toBe(true);
  });

  test('while the page redraws the paragraph, it is painted where it is now', async () => {
    const { page, passages, states, painted, text, replace } = pageOf('浙里办好');
    const saving = passages.save(text(), SPAN, YELLOW);
    const keep = await background.call('keepPassage');
    replace(0, '用浙里办好');
    keep.answer(ONE);
    (await background.list()).answer(listed(ONE));
    const search = await background.search();
    search.answer(placedIn(search.text, ONE));
    await saving;
    expect(states()).toEqual({ one: 'found' });
    expect([...painted.keys()][0]?.startContainer).toBe(page.blocks[0]?.nodes[0]);
  });

  test('it belongs to the page as it was when the reader asked', async () => {
    const { page, passages, states, painted, text } = pageOf('浙里办好');
    const saving = passages.save(text(), SPAN, YELLOW);
    page.key = 'zj.gov.cn/b';
    const keep = await background.call('keepPassage');
    expect(keep.input.about).toMatchObject({
      ...{ pageKey: 'zj.gov.cn/a', url: 'http://www.zj.gov.cn/a' },
    });
    keep.answer(ONE);
    await saving;
    expect(states()).toEqual({});
    expect(painted.size).toBe(0);
  });
});

describe('on a site that shows another page without loading it', () => {
  /** Page A as it stands, after the site went a step on in the session's history. */
  const stepped = () => {
    const opened = pageOf('浙里办好', '第二段', '脚注');
    opened.page.key = 'zj.gov.cn/b';
    opened.page.entry = 'two';
    return opened;
  };
  /** The page that what is kept now is filed under. */
  const keptUnder = async ({ passages, text }: ReturnType<typeof pageOf>) => {
    const saving = passages.save(text(), SPAN, YELLOW);
    const { input, answer } = await background.call('keepPassage');
    const { pageKey } = input.about as { pageKey: string };
    answer(highlightOf('one', '浙里办', pageKey));
    await saving;
    return pageKey;
  };

  test('what is kept while the text of the page before stands belongs to that page', async () => {
    expect(await keptUnder(stepped())).toBe('zj.gov.cn/a');
  });

  test('a footer that changes on the page does not make its text the next page’s', async () => {
    const opened = stepped();
    opened.replace(2, '九点');
    expect(await keptUnder(opened)).toBe('zj.gov.cn/a');
  });

  test('once its own text stands, what is kept belongs to it', async () => {
    const opened = stepped();
    opened.replace(0, '浙里办新');
    opened.replace(1, '另一段');
    expect(await keptUnder(opened)).toBe('zj.gov.cn/b');
  });

  test('so it does in text that came, while most of the page before stands', async () => {
    const opened = stepped();
    opened.replace(0, '浙里办新');
    expect(await keptUnder(opened)).toBe('zj.gov.cn/b');
  });

  test('an address that is only written anew is that of the same text', async () => {
    const opened = pageOf('浙里办好');
    opened.page.key = 'zj.gov.cn/b';
    expect(await keptUnder(opened)).toBe('zj.gov.cn/b');
  });

  test('back at the page before, its text is its own', async () => {
    const opened = stepped();
    opened.passages.change([], []);
    opened.page.key = 'zj.gov.cn/a';
    opened.page.entry = 'one';
    expect(await keptUnder(opened)).toBe('zj.gov.cn/a');
  });

  test('what is not in the text of the page before is not said to be missing', async () => {
    const opened = stepped();
    const reading = opened.passages.refresh();
    (await background.list()).answer(listed(highlightOf('one', '没有的话', 'zj.gov.cn/b')));
    const missing = { state: 'missing' as const, candidate: null };
    const kept = highlightOf('one', '没有的话', 'zj.gov.cn/b');
    (await background.search()).answer([{ highlight: kept, anchoring: missing }]);
    await reading;
    expect(opened.states()).toEqual({ one: 'looking' });
  });
});

describe('that stands at several places', () => {
  const SECOND = { start: 5, end: 8 };
  const openTwice = () =>
    openWith({ state: 'found', span: SPAN, score: 1, others: [SECOND] }, '浙里办好', '浙里办好');
  const shownAt = ({ page, painted }: ReturnType<typeof pageOf>) =>
    page.blocks.findIndex(({ nodes }) => nodes[0] === [...painted.keys()][0]?.startContainer);

  test('is stepped through in a ring, and painted where the reader is', async () => {
    const opened = await openTwice();
    const seen = [shownAt(opened)];
    expect(opened.passages.places()).toEqual([{ id: 'one', state: 'found', nth: 0, places: 2 }]);
    for (const by of [1, 1, -1] as const) {
      expect(opened.passages.step('one', by)).toBe(true);
      seen.push(shownAt(opened));
    }
    expect(seen).toEqual([0, 1, 0, 1]);
    expect(opened.painted.size).toBe(1);
  });

  test('has the place the reader chose from then on', async () => {
    const { passages, text } = await openTwice();
    passages.step('one', 1);
    const choosing = passages.acceptCandidate('one');
    const { input, answer } = await background.call('updateHighlight');
    expect(input).toMatchObject({ id: 'one', passage: { text: text().text, span: SECOND } });
    answer({ ...ONE, revision: 2 });
    expect((await choosing).ok).toBe(true);
  });

  test('and of which nobody knows where it was, is shown where the reader steps', async () => {
    const opened = await openWith(
      { state: 'ambiguous', spans: [SPAN, SECOND], score: 1 },
      ...['浙里办好', '浙里办好'],
    );
    expect(opened.painted.size).toBe(0);
    opened.passages.step('one', -1);
    expect(shownAt(opened)).toBe(1);
    expect(opened.passages.places()).toEqual([{ id: 'one', state: 'found', nth: 1, places: 2 }]);
  });

  test('one that has a single place cannot be stepped through', async () => {
    const { passages } = await openFound();
    expect(passages.step('one', 1)).toBe(false);
    expect(passages.step('two', 1)).toBe(false);
  });
});

test('what the page may not see is found, and not painted', async () => {
  const { page, passages, painted, states } = await openFound();
  page.isShown = false;
  passages.repaint();
  expect(painted.size).toBe(0);
  expect(states()).toEqual({ one: 'found' });
  page.isShown = true;
  passages.repaint();
  expect([...painted.values()]).toEqual(['govgloss-saved-yellow']);
});

describe('a note', () => {
  test('on a kept passage is begun by its id', async () => {
    const { passages } = await openFound();
    const begun = passages.beginNote('one');
    const call = await background.call('beginNote');
    expect(call.input).toEqual({ id: 'one' });
    call.answer({ token: 't' });
    expect(await begun).toEqual({ ok: true, value: { token: 't' } });
  });

  test('that changed or deleted the passage elsewhere is followed', async () => {
    const { passages, painted, states } = await openFound();
    const changed = passages.load();
    (await background.list()).answer([
      { highlight: { ...ONE, colour: 'green', revision: 2, modifiedAt: LATER }, anchoring: null },
    ]);
    await changed;
    expect([...painted.values()]).toEqual(['govgloss-saved-green']);
    const deleted = passages.load();
    (await background.list()).answer([]);
    await deleted;
    expect(states()).toEqual({});
    expect(painted.size).toBe(0);
  });

  test('deleted and put back, it is found again', async () => {
    const { passages, states } = await openFound();
    const deleted = passages.load();
    (await background.list()).answer([]);
    await deleted;
    const restoring = passages.restore(ONE);
    (await background.call('restoreHighlight')).answer(ONE);
    const search = await background.search();
    search.answer(placedIn(search.text, ONE));
    expect((await restoring).ok).toBe(true);
    expect(states()).toEqual({ one: 'found' });
  });
});

describe('a candidate', () => {
  const missing = (text: string) =>
    openWith({ state: 'missing', candidate: { span: SPAN, score: 0.8 } }, text, '尾');

  test('accepted, it is the passage’s place, described in the text it stands in', async () => {
    const { passages, states, painted } = await missing('浙里办好');
    const accepting = passages.acceptCandidate('one');
    const { input, answer } = await background.call('updateHighlight');
    expect(input).toMatchObject({ id: 'one', passage: { text: '浙里办好\n尾', span: SPAN } });
    answer({ ...highlightOf('one', '浙里办'), modifiedAt: LATER });
    expect(await accepting).toEqual({ ok: true, value: null });
    expect(states()).toEqual({ one: 'found' });
    expect(painted.size).toBe(1);
    expect(await background.isQuiet()).toBe(true);
  });

  test('is accepted only while the text the reader saw stands there', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { passages, replace } = await missing('浙里办好');
    vi.advanceTimersByTime(60_000);
    replace(0, '完全不同的一段');
    const reading = passages.refresh();
    const arrived = await background.search();
    arrived.answer(placedIn(arrived.text, ONE));
    await reading;
    const accepting = passages.acceptCandidate('one');
    const search = await background.search();
    expect(search.ids).toEqual(['one']);
    search.answer(placedIn(search.text, ONE));
    expect((await accepting).ok).toBe(false);
    expect(passages.places()).toEqual([{ state: 'missing', id: 'one', candidate: null }]);
  });

  test('is none where the passage is found, or unknown', async () => {
    const { passages } = await openFound();
    expect((await passages.acceptCandidate('one')).ok).toBe(false);
    expect((await passages.acceptCandidate('two')).ok).toBe(false);
    expect(await background.isQuiet()).toBe(true);
  });
});
