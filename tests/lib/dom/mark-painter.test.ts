// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Block } from '@/lib/dom/block';
import type { Mark } from '@/lib/dom/mark-index';
import { MarkPainter } from '@/lib/dom/mark-painter';
import { PageBlocks } from '@/lib/dom/page-blocks';
import type { Paint } from '@/lib/dom/paint';
import { trusted } from '@/tests/trusted';

/** The text under the middle of the window, and how high the paragraphs above and below it are. */
const view = vi.hoisted(() => ({ node: null as Text | null, height: 0 }));
vi.mock('@/lib/dom/geometry', () => ({
  boundaryAtPoint: () => view.node && { node: view.node, offset: 0 },
  rectsBetween: ({ node }: { node: Text }) => {
    const lines = Number.parseInt(node.data, 10) - Number.parseInt(view.node?.data ?? '0', 10);
    const top = innerHeight / 2 + lines * view.height;
    return view.height === 0 ? [] : [{ top, bottom: top + view.height }];
  },
}));

const UNITS = 100;
let frames: (() => void)[];
/** Which nodes have how many painted marks. */
let painted: Map<Text, number>;
let painter: MarkPainter;
let blocks: Block[];
/** The marks each was given. */
let marks: Mark[][];
let lastId = 0;
let isRestless: boolean;

const paint = {
  add: (_: string, { node }: { node: Text }) => {
    painted.set(node, (painted.get(node) ?? 0) + 1);
    return node;
  },
  remove: (_: string, node: Text) => {
    const left = (painted.get(node) ?? 0) - 1;
    if (left > 0) painted.set(node, left);
    else painted.delete(node);
  },
};

/** Lets the browser draw: once, or until nothing waits for it. */
function draw(): void {
  for (const frame of frames.splice(0)) frame();
}

/** The reader scrolls, and a moment passes. */
function scroll(): void {
  vi.advanceTimersByTime(200);
  window.dispatchEvent(trusted(new Event('scroll')));
  draw();
}

function marksOf(block: Block, count = 1): Mark[] {
  return Array.from({ length: count }, (_, i) => ({
    id: ++lastId,
    block,
    mention: {
      ...{ start: 2 * i, end: 2 * i + 2, entity: 'CN-ZJ', kind: 'division' as const },
      ...{ rivals: [], reasons: [] },
    },
  }));
}

/** A page of so many paragraphs, in each of which something is marked. */
function open(count: number): void {
  document.body.replaceChildren();
  const pageBlocks = new PageBlocks();
  blocks = Array.from({ length: count }, (_, i) => {
    const text = String(i).padEnd(UNITS, '字');
    const node = document.body
      .appendChild(document.createElement('p'))
      .appendChild(document.createTextNode(text));
    return pageBlocks.adopt({ text, nodes: [node], starts: [0] }).block;
  });
  painter = new MarkPainter(
    paint as unknown as Paint,
    pageBlocks,
    () => [],
    () => isRestless,
  );
  marks = blocks.map((block) => marksOf(block));
  for (const [i, block] of blocks.entries()) painter.set(block, marks[i] ?? []);
}

const nodeOf = (nth: number) => blocks[nth]?.nodes[0] as Text;
/** The first and the last painted paragraph, and how many are. */
function extent(): [number, number, number] {
  const nths = [...painted.keys()].map(({ data }) => Number.parseInt(data, 10));
  return [Math.min(...nths), Math.max(...nths), nths.length];
}

beforeEach(() => {
  frames = [];
  isRestless = false;
  painted = new Map();
  view.node = null;
  view.height = innerHeight / 16;
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});
afterEach(() => {
  painter.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('all marks of an article are painted, when it has been read', () => {
  open(500);
  expect(painted.size).toBe(0);
  painter.flush();
  expect(extent()).toEqual([0, 499, 500]);
});

test('of a longer page those around the window are, wherever it is scrolled to', () => {
  open(501);
  view.node = nodeOf(200);
  painter.flush();
  draw();
  // A screen of sixteen, and one more above and below it.
  expect(extent()).toEqual([176, 223, 48]);
  view.node = nodeOf(235);
  scroll();
  expect(extent()).toEqual([211, 258, 48]);
  view.node = nodeOf(499);
  scroll();
  // What was near the window lately stays, to thirty in all.
  expect(painted.size).toBe(30);
  expect(painted.has(nodeOf(475)) && painted.has(nodeOf(500))).toBe(true);
  expect(painted.has(nodeOf(200))).toBe(false);
  scroll();
  expect(painted.size).toBe(30);
});

test('however dense it is, all that the window shows is painted', () => {
  open(501);
  view.node = nodeOf(250);
  view.height = innerHeight / 60;
  painter.flush();
  draw();
  expect(extent()).toEqual([160, 339, 180]);
});

test('what is not laid out but stands beside what is seen is painted, for when it opens', () => {
  open(501);
  view.node = nodeOf(250);
  view.height = 0;
  painter.flush();
  draw();
  // Sixteen thousand units each way.
  expect(extent()).toEqual([91, 409, 319]);
});

test('a reader who scrolls on and on has the window looked at ten times a second, not in each frame', () => {
  open(501);
  view.node = nodeOf(200);
  painter.flush();
  draw();
  vi.advanceTimersByTime(1000);
  let looks = 0;
  for (let frame = 0; frame < 60; frame++) {
    window.dispatchEvent(trusted(new Event('scroll')));
    looks += frames.length;
    draw();
    vi.advanceTimersByTime(16);
  }
  expect([looks >= 8, looks <= 11]).toEqual([true, true]);
});

test('what moved into the window without new marks is painted a little later', () => {
  open(501);
  view.node = nodeOf(10);
  painter.flush();
  draw();
  view.node = nodeOf(300);
  painter.set(blocks[300] as Block, [...(marks[300] ?? [])]);
  painter.flush();
  draw();
  expect(painted.has(nodeOf(300))).toBe(false);
  vi.advanceTimersByTime(1000);
  draw();
  expect(painted.has(nodeOf(300))).toBe(true);
});

test('a page that became shorter is painted whole, and no more listened to', () => {
  open(501);
  view.node = nodeOf(0);
  painter.flush();
  draw();
  expect(extent()).toEqual([0, 23, 24]);
  painter.set(blocks[500] as Block, []);
  painter.flush();
  expect(extent()).toEqual([0, 499, 500]);
  window.dispatchEvent(trusted(new Event('scroll')));
  expect(frames).toEqual([]);
  painter.set(blocks[500] as Block, marksOf(blocks[500] as Block, 3));
  painter.flush();
  draw();
  expect(painted.size).toBe(30);
});

test('of a page that does not rest only what is near the window is painted, until it does', () => {
  open(100);
  view.node = nodeOf(50);
  painter.flush();
  isRestless = true;
  for (let batch = 0; batch < 20; batch++) {
    painter.flush();
    vi.advanceTimersByTime(200);
    draw();
  }
  // A screen of sixteen, and half of one above and below it.
  expect(extent()).toEqual([34, 65, 32]);
  view.node = nodeOf(99);
  scroll();
  expect(extent()).toEqual([83, 99, 17]);
  isRestless = false;
  vi.advanceTimersByTime(2000);
  expect(painted.size).toBe(100);
});

test('of a painted block only what is new is painted, and what is not wanted taken away', () => {
  open(1);
  const [block] = blocks as [Block];
  const three = marksOf(block, 3);
  painter.set(block, three);
  painter.flush();
  const add = vi.spyOn(paint, 'add');
  const remove = vi.spyOn(paint, 'remove');
  painter.set(block, three.slice(1));
  expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([0, 1]);
  painter.set(block, three);
  expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([1, 1]);
  painter.set(block, [...three]);
  painter.flush();
  expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([1, 1]);
  painter.set(block, []);
  expect(painted.size).toBe(0);
  vi.restoreAllMocks();
});
