// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HoverCard } from '@/entrypoints/page-session/hover-card';
import type { StageSource } from '@/entrypoints/page-session/stage';
import type { Mark } from '@/lib/dom/mark-index';
import type { CardContent, CardListeners } from '@/lib/dom/page-views';
import type { RefusalFailure } from '@/lib/model/settings';

/** What the background is asked for a card, oldest first; answered when the test says so. */
interface Asked {
  id: string;
  rivals: string[];
  number?: string;
  answer(): void;
  fail(): void;
}
const page = vi.hoisted(() => ({
  asked: [] as Asked[],
  /** Upper edge of each mention on the screen, by entity; none: it is not laid out. */
  tops: new Map<Text, number>(),
  reported: [] as unknown[],
}));

vi.mock('@/lib/messages/client', () => ({
  callBackground: (name: string, { id, rivals, number }: Asked) =>
    new Promise((resolve) => {
      if (name !== 'getCard') {
        page.reported.push(name);
        return;
      }
      const answer = () => resolve({ ok: true, value: id });
      const fail = () => resolve({ ok: false, error: { code: 'disconnected', detail: '' } });
      page.asked.push({ id, rivals, ...(number && { number }), answer, fail });
    }),
}));
vi.mock('@/lib/dom/geometry', () => ({
  rectsBetween: ({ node }: { node: Text }) => {
    const top = page.tops.get(node);
    return top === undefined ? [] : [{ left: 0, top, right: 50, bottom: top + 20 }];
  },
}));

vi.mock('@/lib/dom/in-sight', () => ({
  isInSight: (element: Element) => !element.classList.contains('covered'),
}));

/** The card on the screen; null while there is none. */
let shown: CardContent | null;
let followed: number[];
let listeners: CardListeners;
let refusals: ((failure: RefusalFailure | null) => void)[];
let card: HoverCard;

const view = {
  box: null,
  show: (content: CardContent) => {
    shown = content;
  },
  follow: ({ lines }: { lines: DOMRect[] }) => followed.push(lines[0]?.top ?? -1),
  focus: () => {},
  hide: () => {
    shown = null;
  },
};
const stage = {
  script: 'zh-Hans',
  get: vi.fn(async () => ({
    words: {},
    views: {
      createCard: (given: CardListeners) => {
        listeners = given;
        return view;
      },
    },
  })),
};

let lastId = 0;
function markOf(entity: string, top: number, ...rivals: string[]): Mark {
  const node = document.body.appendChild(document.createTextNode(entity));
  page.tops.set(node, top);
  const block = { text: entity, nodes: [node], starts: [0] };
  const span = { start: 0, end: entity.length };
  const mention = { ...span, entity, rivals, kind: 'division' as const, reasons: [] };
  return { id: ++lastId, block, mention };
}

const nodeOf = ({ block }: Mark) => block.nodes[0] as Text;
/** Lets answers arrive. */
const arrive = () => vi.advanceTimersByTimeAsync(0);

/** Rests the pointer on a mark until its card is due. */
async function rest(mark: Mark): Promise<void> {
  card.over(mark, { x: 10, y: 10 }, 0);
  await vi.advanceTimersByTimeAsync(1000);
}

/** Takes the oldest question. */
function next(): Asked {
  const [first] = page.asked.splice(0, 1);
  if (!first) throw new Error('Nothing was asked.');
  return first;
}

async function openCard(mark: Mark): Promise<void> {
  await rest(mark);
  next().answer();
  await arrive();
  expect(shown?.data).toBe(mark.mention.entity);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('visualViewport', null);
  page.asked.length = 0;
  page.reported.length = 0;
  page.tops.clear();
  shown = null;
  followed = [];
  refusals = [];
  card = new HoverCard({
    stage: stage as unknown as StageSource,
    onKeepSentence: () => {},
    onNotThis: () => new Promise((resolve) => refusals.push(resolve)),
    onShown: () => {},
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a number of a document goes along with the question whose it is', async () => {
  const mark = markOf('CN-ZJ', 100);
  await rest({ ...mark, mention: { ...mark.mention, quiet: 'numbered' } });
  expect(next().number).toBe('CN-ZJ');
  await rest(markOf('CN-GD', 200));
  expect(next().number).toBeUndefined();
});

test('what was asked for a mark the pointer has left opens nothing', async () => {
  await rest(markOf('浙江', 10));
  const late = next();
  card.off({ x: 500, y: 500 });
  late.answer();
  await arrive();
  expect(shown).toBeNull();
  await openCard(markOf('广东', 30));
});

test('a rival’s answer is for the card it was asked in, not for the next', async () => {
  await openCard(markOf('长春', 10, '长春路'));
  shown?.onChoose('长春路');
  const late = next();
  expect([late.id, late.rivals]).toEqual(['长春路', ['长春']]);
  await rest(markOf('广东', 30));
  next().answer();
  await arrive();
  late.answer();
  await arrive();
  expect(shown?.data).toBe('广东');
});

test('of two rivals the one chosen last is shown, whichever answer comes last', async () => {
  await openCard(markOf('甲', 10, '乙', '丙'));
  shown?.onChoose('乙');
  shown?.onChoose('丙');
  const [first, second] = [next(), next()];
  second.answer();
  await arrive();
  first.answer();
  await arrive();
  expect(shown?.data).toBe('丙');
});

test('a rival that cannot be had leaves the card, and can be asked for again', async () => {
  await openCard(markOf('甲', 10, '乙'));
  shown?.onChoose('乙');
  next().fail();
  await arrive();
  expect(shown?.data).toBe('甲');
  shown?.onChoose('乙');
  next().answer();
  await arrive();
  expect(shown?.data).toBe('乙');
});

test.each([null, 'failed' as const])(
  'a refusal answered %s late is not for the next card',
  async (failure) => {
    await openCard(markOf('浙江', 10));
    shown?.onNotThis('site');
    await rest(markOf('广东', 30));
    next().answer();
    await arrive();
    refusals[0]?.(failure);
    await arrive();
    expect([shown?.data, shown?.notThisFailure]).toEqual(['广东', undefined]);
  },
);

test('a refusal closes its card, or says in it why it failed', async () => {
  await openCard(markOf('浙江', 10));
  shown?.onNotThis('site');
  refusals[0]?.('full');
  await arrive();
  expect(shown?.notThisFailure).toBe('full');
  shown?.onNotThis('site');
  refusals[1]?.(null);
  await arrive();
  expect(shown).toBeNull();
});

test('when nothing can be shown it is said in the log, and asked for again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  stage.get.mockRejectedValueOnce(new Error('no stage'));
  const mark = markOf('浙江', 10);
  await rest(mark);
  next().answer();
  await arrive();
  expect([shown, page.reported]).toEqual([null, ['reportError']]);
  await openCard(mark);
});

test('a mark that is drawn anew takes its card along, or loses it when that is far', async () => {
  const mark = markOf('浙江', 100);
  await openCard(mark);
  page.tops.set(nodeOf(mark), 120);
  card.followMark(markOf('浙江', 5));
  expect(followed).toEqual([]);
  card.followMark(mark);
  expect(followed).toEqual([120]);
  page.tops.set(nodeOf(mark), 300);
  card.followMark(mark);
  expect(shown).toBeNull();
});

test('a card due while the page draws its mention anew shows when that is back', async () => {
  const mark = markOf('浙江', 100);
  const node = nodeOf(mark);
  page.tops.delete(node);
  node.remove();
  await rest(mark);
  next().answer();
  await arrive();
  expect(shown).toBeNull();
  document.body.append(node);
  page.tops.set(node, 110);
  card.followMark(mark);
  expect(shown?.data).toBe('浙江');
  // Laid out anew while it is away once more, it waits again; that it is gone is told.
  node.remove();
  page.tops.delete(node);
  card.follow();
  expect(shown?.data).toBe('浙江');
  card.forget(mark);
  expect(shown).toBeNull();
});

test('a mention that is there but not to be seen opens nothing', async () => {
  const mark = markOf('浙江', 100);
  page.tops.delete(nodeOf(mark));
  card.summon(mark, 'keyboard', null);
  next().answer();
  await arrive();
  expect([shown, card.isShown]).toEqual([null, false]);
});

test('a pinned card outlives its mention, until it is unpinned', async () => {
  const mark = markOf('浙江', 100);
  await openCard(mark);
  shown?.onPin();
  expect(shown?.pinned).toBe(true);
  card.forget(mark);
  nodeOf(mark).remove();
  page.tops.delete(nodeOf(mark));
  card.follow();
  expect(shown?.data).toBe('浙江');
  shown?.onPin();
  expect(shown).toBeNull();
});

test('a card whose mention is gone closes, also while it is still awaited', async () => {
  const mark = markOf('浙江', 100);
  await openCard(mark);
  card.forget(mark);
  expect(shown).toBeNull();
  await rest(mark);
  card.forget(mark);
  next().answer();
  await arrive();
  expect(shown).toBeNull();
});

test('it stays while the pointer is in it, and goes after it has left', async () => {
  await openCard(markOf('浙江', 100));
  card.off({ x: 10, y: 200 });
  listeners.onEntered();
  await vi.advanceTimersByTimeAsync(1000);
  expect(shown).not.toBeNull();
  listeners.onLeft();
  await vi.advanceTimersByTimeAsync(1000);
  expect(shown).toBeNull();
});
