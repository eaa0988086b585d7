import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SavedPassages } from '@/entrypoints/annotator.content/saved-passages';
import type { Block } from '@/lib/dom/block';
import { PageText } from '@/lib/dom/page-text';
import { Paint } from '@/lib/dom/paint';
import type { Highlight } from '@/lib/model/highlight';
import { ok } from '@/lib/model/result';

const YELLOW = { colour: 'yellow' as const, note: '', tags: [] };
const AT = '2026-11-20T08:00:00.000Z';

function blockOf(text: string): Block {
  const node = { data: text, length: text.length, parentElement: null };
  return { text, nodes: [node as unknown as Text], starts: [0] };
}

function highlightOf(id: string, exact: string, pageKey = 'zj.gov.cn/a'): Highlight {
  const quote = { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' };
  const page = { pageKey, url: `http://${pageKey}`, title: '' };
  return {
    ...{ id, ...page, ...YELLOW, selectors: { quote }, entities: [] },
    ...{ createdAt: AT, modifiedAt: AT, revision: 1 },
  };
}

/** What the background is asked, in order; each call is answered when the test says so. */
interface Asked {
  name: string;
  input: Record<string, unknown>;
  answer(value: unknown): void;
  fail(): void;
}
let asked: Asked[];

/** Waits for the next call and takes it. */
async function next(name: string): Promise<Asked> {
  await vi.waitFor(() => expect(asked.map((each) => each.name)).toContain(name));
  return asked.splice(
    asked.findIndex((each) => each.name === name),
    1,
  )[0] as Asked;
}

/** Answers a search as one that finds each quote where it stands, exactly. */
function answerSearch({ input, answer }: Asked): void {
  const { text, selectors } = input as { text: string; selectors: Highlight['selectors'][] };
  answer(
    selectors.map(({ quote }) => {
      const start = text.indexOf(quote.exact);
      const span = { start, end: start + quote.exact.length };
      return start < 0 ? { state: 'missing', candidate: null } : { state: 'found', span };
    }),
  );
}

function pageOf(...texts: string[]) {
  const page = { blocks: texts.map(blockOf) };
  const painted = new Set<StaticRange>();
  const paint = new Paint();
  vi.spyOn(paint, 'add').mockImplementation((_, from, to) => {
    const range = { startContainer: from.node, endContainer: to.node } as unknown as StaticRange;
    painted.add(range);
    return range;
  });
  vi.spyOn(paint, 'remove').mockImplementation((_, range) => void painted.delete(range));
  const passages = new SavedPassages(paint, {
    pageText: () => new PageText([...page.blocks]),
    entitiesIn: () => [],
    isCurrent: (block) => page.blocks.includes(block),
  });
  const states = () =>
    Object.fromEntries(passages.places().map(({ id, state }) => [id, state] as const));
  const replace = (at: number, text: string) => {
    const gone = page.blocks.splice(at, 1, blockOf(text));
    passages.lose(gone);
  };
  return { page, passages, painted, states, replace };
}

/** A page with one highlight, found. */
async function openWith(highlight: Highlight, ...texts: string[]) {
  const opened = pageOf(...texts);
  const loading = opened.passages.load();
  (await next('listHighlights')).answer([highlight]);
  answerSearch(await next('anchorHighlights'));
  await loading;
  return opened;
}

describe('saved passages', () => {
  beforeEach(() => {
    asked = [];
    vi.stubGlobal('document', { title: '', querySelector: () => null });
    vi.stubGlobal('location', { protocol: 'http:', href: 'http://www.zj.gov.cn/a' });
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((...args: unknown[]) => {
      const { govgloss, input } = args[0] as Pick<Asked, 'input'> & { govgloss: string };
      return new Promise((resolve) => {
        asked.push({
          name: govgloss,
          input,
          answer: (value) => resolve(ok(value)),
          fail: () => resolve({ ok: false, error: { code: 'store-unavailable', detail: '' } }),
        });
      });
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  test('told of a change while a search runs, the page looks for what it was told', async () => {
    const { passages, states } = pageOf('浙里办好', '粤省事');
    const first = passages.load();
    (await next('listHighlights')).answer([highlightOf('one', '浙里办')]);
    const search = await next('anchorHighlights');
    const second = passages.load();
    (await next('listHighlights')).answer([
      highlightOf('one', '浙里办'),
      highlightOf('two', '粤省事'),
    ]);
    await second;
    answerSearch(search);
    answerSearch(await next('anchorHighlights'));
    await first;
    expect(states()).toEqual({ one: 'found', two: 'found' });
  });

  test('told of a change elsewhere, the page does not take its paint away', async () => {
    const { passages, painted } = await openWith(highlightOf('one', '浙里办'), '浙里办好');
    const before = [...painted];
    const loading = passages.load();
    (await next('listHighlights')).answer([highlightOf('one', '浙里办')]);
    await loading;
    expect([...painted]).toEqual(before);
    expect(asked).toEqual([]);
  });

  test('what was deleted elsewhere goes, what was changed elsewhere is painted anew', async () => {
    const { passages, states } = await openWith(highlightOf('one', '浙里办'), '浙里办好');
    const changed = { ...highlightOf('one', '里办'), modifiedAt: '2026-11-21T08:00:00.000Z' };
    const loading = passages.load();
    (await next('listHighlights')).answer([changed]);
    const search = await next('anchorHighlights');
    expect(search.input.selectors).toEqual([changed.selectors]);
    answerSearch(search);
    await loading;
    const emptied = passages.load();
    (await next('listHighlights')).answer([]);
    await emptied;
    expect(states()).toEqual({});
  });

  test('an answer about the page before the last step of a single-page site is void', async () => {
    const { passages, states } = pageOf('浙里办好');
    const old = passages.load();
    const late = await next('listHighlights');
    vi.stubGlobal('location', { protocol: 'http:', href: 'http://www.zj.gov.cn/b' });
    const now = passages.load();
    (await next('listHighlights')).answer([highlightOf('b', '浙里办', 'zj.gov.cn/b')]);
    answerSearch(await next('anchorHighlights'));
    await now;
    late.answer([highlightOf('a', '浙里办')]);
    await old;
    expect(states()).toEqual({ b: 'found' });
  });

  test('what could not be asked for is asked for again when text arrives', async () => {
    const { passages, states } = pageOf('浙里办好');
    const loading = passages.load();
    (await next('listHighlights')).fail();
    await loading;
    const again = passages.refresh();
    (await next('listHighlights')).answer([highlightOf('one', '浙里办')]);
    answerSearch(await next('anchorHighlights'));
    await again;
    expect(states()).toEqual({ one: 'found' });
  });

  test('a passage is found on a page that moves elsewhere all the time', async () => {
    const { passages, states, replace } = pageOf('浙里办好', '08:00:00');
    const loading = passages.load();
    (await next('listHighlights')).answer([highlightOf('one', '浙里办')]);
    const search = await next('anchorHighlights');
    replace(1, '08:00:01');
    answerSearch(search);
    await loading;
    expect(states()).toEqual({ one: 'found' });
  });

  test('a passage whose paragraph went during the search is looked for again', async () => {
    const { passages, states, painted, replace } = pageOf('浙里办好');
    const loading = passages.load();
    (await next('listHighlights')).answer([highlightOf('one', '浙里办')]);
    const search = await next('anchorHighlights');
    replace(0, '用浙里办好');
    const settled = passages.refresh();
    answerSearch(search);
    answerSearch(await next('anchorHighlights'));
    await Promise.all([loading, settled]);
    expect(states()).toEqual({ one: 'found' });
    expect(painted.size).toBe(1);
  });

  test('what is saved while the page redraws the paragraph is painted where it is now', async () => {
    const { page, passages, states, painted, replace } = pageOf('浙里办好');
    const saving = passages.save(new PageText([...page.blocks]), { start: 0, end: 3 }, YELLOW);
    const described = await next('describePassage');
    replace(0, '用浙里办好');
    described.answer({ quote: { type: 'TextQuoteSelector', exact: '浙里办' } });
    (await next('saveHighlight')).answer(highlightOf('one', '浙里办'));
    answerSearch(await next('anchorHighlights'));
    await saving;
    expect(states()).toEqual({ one: 'found' });
    expect([...painted][0]?.startContainer).toBe(page.blocks[0]?.nodes[0]);
  });

  test('what is saved belongs to the page it was selected on', async () => {
    const { page, passages, states } = pageOf('浙里办好');
    const saving = passages.save(new PageText([...page.blocks]), { start: 0, end: 3 }, YELLOW);
    const described = await next('describePassage');
    vi.stubGlobal('location', { protocol: 'http:', href: 'http://www.zj.gov.cn/b' });
    described.answer({ quote: { type: 'TextQuoteSelector', exact: '浙里办' } });
    const save = await next('saveHighlight');
    expect(save.input.draft).toMatchObject({ pageKey: 'zj.gov.cn/a' });
    save.answer(highlightOf('one', '浙里办'));
    await saving;
    expect(states()).toEqual({});
  });

  test('a candidate is accepted only while the text the reader saw stands there', async () => {
    const { passages, replace } = pageOf('浙里办好', '尾');
    const loading = passages.load();
    (await next('listHighlights')).answer([highlightOf('one', '浙里办法')]);
    const candidate = { span: { start: 0, end: 3 }, score: 0.8 };
    (await next('anchorHighlights')).answer([{ state: 'missing', candidate }]);
    await loading;
    replace(0, '完全不同的一段');
    const accepting = passages.acceptCandidate('one');
    (await next('anchorHighlights')).answer([{ state: 'missing', candidate: null }]);
    expect(await accepting).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
  });
});
