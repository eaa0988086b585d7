import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Block } from '@/lib/dom/block';
import { PageText } from '@/lib/dom/page-text';
import type { Choice, KeeperPage, KeepingError, PassageStore } from '@/lib/dom/page-views';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Highlight } from '@/lib/model/highlight';
import { err, ok, type Result } from '@/lib/model/result';
import type { Span } from '@/lib/model/span';
import type { NoteContent, NoticeContent, ToolbarContent } from '@/lib/passages/keeper-views';
import { PassageKeeper } from '@/lib/passages/passage-keeper';
import { highlightOf, YELLOW } from './page';

const ONE = highlightOf('one', '浙里办');
const PREFS: ViewPrefs = {
  ...{
    language: 'en',
    dataLanguage: 'en',
    script: 'zh-Hans',
    theme: 'light',
    pinyin: true,
    size: 'medium',
  },
};

/** A paragraph in one text node. */
function paragraph(data: string): Block {
  const node = { data, length: data.length, nodeType: 3 } as unknown as Text;
  return { text: data, nodes: [node], starts: [0] };
}

let selected: { node: Text; start: number; end: number } | null;

/** A keeper on a page of one paragraph; what it says and keeps is written down. */
function keeperOn(data: string, isMarked = true) {
  const block = paragraph(data);
  const page = { blocks: [block] };
  const toolbar = {
    content: null as ToolbarContent | null,
    get isShown() {
      return this.content !== null;
    },
    show(content: ToolbarContent) {
      this.content = content;
    },
    follow() {},
    hide() {
      this.content = null;
    },
  };
  const note = {
    content: null as NoteContent | null,
    hasTyped: false,
    get isShown() {
      return this.content !== null;
    },
    show(content: NoteContent) {
      this.content = content;
    },
    follow() {},
    hide() {
      this.content = null;
      this.hasTyped = false;
    },
  };
  const notice = {
    isShown: false,
    said: [] as NoticeContent[],
    show(content: NoticeContent) {
      this.said.push(content);
    },
    hide() {},
  };
  const answers: ((answer: Result<Highlight, KeepingError>) => void)[] = [];
  const kept: { words: string; choice: Choice }[] = [];
  const answered = () =>
    new Promise<Result<Highlight, KeepingError>>((resolve) => answers.push(resolve));
  const passages = {
    save: (text: PageText, { start, end }: Span, choice: Choice) => {
      kept.push({ words: text.text.slice(start, end), choice });
      return answered();
    },
    restore: vi.fn(answered),
    beginNote: vi.fn(async (id: string) => ok({ token: `note on ${id}` })),
    beginNew: vi.fn(async () => ok({ token: 'new note' })),
    findDraft: async () => 'one',
    get: (id: string) => (id === ONE.id ? ONE : null),
    load: vi.fn(async () => {}),
    keptAt: vi.fn((): Highlight | null => null),
    holdVisible: vi.fn(),
    edges: () => ({
      start: { node: block.nodes[0] as Text, offset: 0 },
      end: { node: block.nodes[0] as Text, offset: 1 },
    }),
  } satisfies PassageStore;
  const about: KeeperPage = {
    ...{ passages, isMarked, shadowRoots: () => [], isRead: () => true },
    privately: () => undefined,
    words: async () => ({ t: (key) => key, prefs: PREFS }),
    pageText: () => new PageText([...page.blocks]),
  };
  const keeper = new PassageKeeper(about, toolbar, note, notice, () => ({}));
  const select = (start: number, end: number) => {
    selected = { node: block.nodes[0] as Text, start, end };
  };
  const answer = (value: Result<Highlight, KeepingError>) => answers.shift()?.(value);
  const said = () => notice.said.map(({ text }) => text);
  return { keeper, page, block, toolbar, note, notice, passages, kept, answer, said, select };
}

beforeEach(() => {
  selected = null;
  vi.stubGlobal('getSelection', () => ({
    rangeCount: selected ? 1 : 0,
    getRangeAt: () =>
      selected && {
        ...{ startContainer: selected.node, startOffset: selected.start },
        ...{ endContainer: selected.node, endOffset: selected.end, collapsed: false },
      },
    removeAllRanges: () => {
      selected = null;
    },
  }));
  vi.stubGlobal('NodeFilter', {});
  vi.stubGlobal('document', {
    activeElement: null,
    createTreeWalker: () => ({ nextNode: () => null }),
    createRange: () => ({
      ...{ setStart() {}, setEnd() {}, detach() {}, intersectsNode: () => true },
      get commonAncestorContainer() {
        return selected?.node;
      },
    }),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Lets what was begun go on as far as it can without an answer. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe('keeping what is selected', () => {
  test('what is kept already is not kept twice: that is said, and the old one offered', async () => {
    const { keeper, kept, passages, notice, note, select } = keeperOn('浙里办很好');
    passages.keptAt.mockReturnValue(ONE);
    select(0, 3);
    await keeper.keepSelection();
    expect(kept).toEqual([]);
    expect(notice.said.map(({ text }) => text)).toEqual(['toolbar_kept_before']);
    notice.said[0]?.action?.run();
    await rest();
    expect(note.content?.token).toBe('note on one');
  });

  test('to write about what is kept already is to go on with its note', async () => {
    const { keeper, passages, toolbar, note, select } = keeperOn('浙里办很好');
    passages.keptAt.mockReturnValue(ONE);
    select(0, 3);
    await keeper.offer();
    toolbar.content?.onWrite();
    await rest();
    expect(note.content?.token).toBe('note on one');
    expect(passages.beginNew).not.toHaveBeenCalled();
  });

  test('more than a passage may hold is not kept, and the limit is named', async () => {
    const long = '办'.repeat(200_001);
    const { keeper, kept, toolbar, said, select } = keeperOn(long);
    select(0, long.length);
    await keeper.keepSelection();
    await keeper.offer();
    toolbar.content?.onWrite();
    await rest();
    expect(kept).toEqual([]);
    expect(said()).toEqual(['toolbar_failed_long', 'toolbar_failed_long']);
  });

  test('stays visible while a note on it is written', async () => {
    const { keeper, block, passages, toolbar, note, select } = keeperOn('浙里办很好');
    select(0, 3);
    await keeper.offer();
    toolbar.content?.onWrite();
    await rest();
    const node = block.nodes[0];
    expect(passages.holdVisible).toHaveBeenLastCalledWith([
      expect.objectContaining({ start: { node, offset: 0 }, end: { node, offset: 3 } }),
    ]);
    note.content?.onEnd('closed');
    expect(passages.holdVisible).toHaveBeenLastCalledWith(null);
  });

  test('it is kept without the white space at its ends, and that is said', async () => {
    const { keeper, kept, answer, said, select } = keeperOn('　浙里办很好 ');
    select(0, 7);
    const keeping = keeper.keepSelection();
    answer(ok(ONE));
    await keeping;
    expect(kept).toEqual([{ words: '浙里办很好', choice: YELLOW }]);
    expect(said()).toEqual(['toolbar_kept']);
    expect(selected).toBeNull();
  });

  test('on a page that is not marked the reader is told where to find it', async () => {
    const { keeper, answer, said, select } = keeperOn('浙里办', false);
    select(0, 3);
    const keeping = keeper.keepSelection();
    answer(ok(ONE));
    await keeping;
    expect(said()).toEqual(['toolbar_kept_unmarked']);
  });

  test('pressed twice before it is confirmed, it is kept once; another passage is another', async () => {
    const { keeper, kept, answer, select } = keeperOn('浙里办很好');
    select(0, 3);
    const first = keeper.keepSelection();
    await keeper.keepSelection();
    select(3, 5);
    const other = keeper.keepSelection();
    expect(kept.map(({ words }) => words)).toEqual(['浙里办', '很好']);
    answer(err({ code: 'internal' }));
    answer(ok(ONE));
    await Promise.all([first, other]);
    select(0, 3);
    void keeper.keepSelection();
    expect(kept).toHaveLength(3);
  });

  test('with nothing selected, or what the page took away, that is said', async () => {
    const { keeper, page, kept, said, select } = keeperOn('浙里办');
    await keeper.keepSelection();
    page.blocks = [paragraph('别的')];
    select(0, 3);
    await keeper.keepSelection();
    expect(said()).toEqual(['toolbar_failed_nothing', 'toolbar_failed_changed']);
    expect(kept).toEqual([]);
  });

  test('white space alone is not kept', async () => {
    const { keeper, kept, select } = keeperOn('浙　办');
    select(1, 2);
    await keeper.keepSelection();
    expect(kept).toEqual([]);
  });

  test.each([
    ['storage-full', 'toolbar_failed_full'],
    ['store-unavailable', 'toolbar_failed_store'],
    ['disconnected', 'toolbar_failed_silent'],
    ['reloaded', 'toolbar_failed_reloaded'],
    ['internal', 'toolbar_failed'],
  ])('%s is said as %s; the selection stays and can be copied', async (code, sentence) => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (it: string) => copied.push(it) } });
    const { keeper, notice, answer, said, select } = keeperOn('浙里办很好');
    select(0, 3);
    const keeping = keeper.keepSelection();
    answer(err({ code }));
    await keeping;
    await rest();
    expect(said()).toEqual([sentence]);
    expect(selected).not.toBeNull();
    notice.said[0]?.action?.run();
    expect(copied).toEqual(['浙里办']);
  });

  test('of a mention the sentence around it is kept', async () => {
    const { keeper, block, kept } = keeperOn('前一句。浙里办很好。后一句。');
    void keeper.keepSentence(block, { start: 4, end: 7 });
    expect(kept.map(({ words }) => words)).toEqual(['浙里办很好。']);
  });
});

describe('the toolbar', () => {
  test('is offered beside a selection and goes with it', async () => {
    const { keeper, toolbar, select } = keeperOn('浙里办');
    select(0, 3);
    await keeper.offer();
    expect(toolbar.isShown).toBe(true);
    selected = null;
    await keeper.offer();
    expect(toolbar.isShown).toBe(false);
  });

  test('keeps with the colour pressed', async () => {
    const { keeper, toolbar, kept, answer, select } = keeperOn('浙里办');
    select(0, 3);
    await keeper.offer();
    toolbar.content?.onKeep('blue');
    answer(ok(ONE));
    await rest();
    expect(kept).toEqual([{ words: '浙里办', choice: { ...YELLOW, colour: 'blue' } }]);
    expect(toolbar.isShown).toBe(false);
  });
});

describe('the note', () => {
  const opened = async () => {
    const parts = keeperOn('浙里办');
    await parts.keeper.edit(ONE);
    return parts;
  };

  test('of a selection takes the place of the toolbar, and nothing is kept yet', async () => {
    const { keeper, toolbar, note, passages, kept, select } = keeperOn('　浙里办 ');
    select(0, 5);
    await keeper.offer();
    toolbar.content?.onWrite();
    await rest();
    expect(passages.beginNew).toHaveBeenCalledWith(
      expect.anything(),
      { start: 1, end: 4 },
      expect.objectContaining({ note: '' }),
    );
    expect(note.content?.token).toBe('new note');
    expect(toolbar.isShown).toBe(false);
    expect(kept).toEqual([]);
  });

  test('of a saved passage stays while something else is selected', async () => {
    const { keeper, toolbar, note, select } = await opened();
    select(0, 3);
    await keeper.offer();
    expect(note.content?.token).toBe('note on one');
    expect(toolbar.isShown).toBe(false);
  });

  test('saved, it goes, and that is said', async () => {
    const { note, passages, said } = await opened();
    note.content?.onEnd('saved');
    await rest();
    expect(note.isShown).toBe(false);
    expect(passages.load).toHaveBeenCalledOnce();
    expect(said()).toEqual(['toolbar_saved']);
  });

  test('a passage deleted in it can be put back', async () => {
    const { note, notice, passages, said } = await opened();
    note.content?.onEnd('deleted');
    await rest();
    expect(said()).toEqual(['toolbar_deleted']);
    notice.said[0]?.action?.run();
    expect(passages.restore).toHaveBeenCalledWith(ONE);
  });

  test.each(['a press beside it', 'its own close'])(
    'typed and not saved, it is offered again after %s',
    async (how) => {
      const { keeper, note, notice, said } = await opened();
      note.hasTyped = true;
      if (how === 'its own close') note.content?.onEnd('closed');
      else keeper.withdraw();
      await rest();
      expect(note.isShown).toBe(false);
      expect(said()).toEqual(['toolbar_draft']);
      notice.said[0]?.action?.run();
      await rest();
      expect(note.content?.token).toBe('note on one');
    },
  );

  test('closed with nothing typed, nothing is said', async () => {
    const { keeper, said } = await opened();
    keeper.withdraw();
    await rest();
    expect(said()).toEqual([]);
  });

  test('begun on an earlier visit is offered when the page is read', async () => {
    const { keeper, notice, note, said } = keeperOn('浙里办');
    await keeper.offerDraft();
    expect(said()).toEqual(['toolbar_draft_found']);
    notice.said[0]?.action?.run();
    await rest();
    expect(note.content?.token).toBe('note on one');
  });
});
