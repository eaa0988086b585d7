import { type Block, boundariesOf } from './block';
import { walkerOver } from './dom-members';
import { boundaryAtPoint, rectsBetween } from './geometry';
import { listen } from './listen';
import type { Mark } from './mark-index';
import type { PageBlocks } from './page-blocks';
import { lookBetween, type Paint } from './paint';
import type { TextLook } from './text-look';

/**
 * The most text nodes in which marks are painted at once, wherever they stand. Whenever anything on a
 * page changes or moves Chromium lays all highlight ranges of the page on their text anew before the
 * next frame, at 17 to 40 µs a text node (version 156: 60 nodes of a typical article 2.6 ms, 3,000 nodes
 * 50 ms, in every frame). Where there are more only what is near the window is painted.
 */
const MOST_NODES = 500;
/** The same on a page that does not rest: there all is laid anew in frame after frame. */
const RESTLESS_NODES = 20;
/** So many stay painted that are not near the window any more, unless the page does not rest. */
const KEPT_NODES = 30;
/** So long after a page last seemed not to rest, in ms, it is looked whether it does. */
const CALM_MS = 1500;
/** How far above and below the window marks are painted, in its heights: less on a page that does not rest. */
const NEAR_SCREENS = 1;
const RESTLESS_SCREENS = 0.5;
/** Text that is looked through from a point of the window each way, at most: UTF-16 units, nodes. */
const NEAR_UNITS = 16_000;
const NEAR_NODES = 600;
/** So many marked blocks after each other that are not near, and none of those beyond them is. */
const FAR_BLOCKS = 3;
/** Where the window is probed for text, in parts of its width and height: each column until some is found. */
const COLUMNS = [0.5, 0.2, 0.8];
const ROWS = [0.5, 0.2, 0.8, 0.35, 0.65];
/**
 * Unless marks were added the window is looked at no more often than this, in ms: text may have moved
 * into it, but a screen or two around it are painted already, and looking is dear.
 */
const LOOK_MS = 100;

/** The painted marks of a block, each with what stands for it in the registry. */
type Painted = Map<Mark, { name: string; range: StaticRange }>;

/** Decides which marks are painted: all of them where they are few, else those near the window. */
export class MarkPainter {
  private readonly marks = new Map<Block, readonly Mark[]>();
  /** In the order in which they were last near the window. */
  private readonly painted = new Map<Block, Painted>();
  private markedNodes = 0;
  private paintedNodes = 0;
  private following: AbortController | null = null;
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private calming: ReturnType<typeof setTimeout> | undefined;
  /** Marks were added since the window was last looked at. */
  private hasNew = false;

  constructor(
    private readonly paint: Paint,
    private readonly pageBlocks: PageBlocks,
    private readonly shadowRoots: () => ShadowRoot[],
    /** The page changes again and again. */
    private readonly isRestless: () => boolean,
  ) {}

  /**
   * Takes in which marks of a block are to be painted, in place of those before. What is painted
   * already stays so; what is new follows at the next `flush`: each frame in which marks were added
   * costs as much as drawing all of them.
   */
  set(block: Block, marks: readonly Mark[]): void {
    const before = this.marks.get(block) ?? [];
    if (isSame(before, marks)) return;
    if (marks.length > 0) this.marks.set(block, marks);
    else this.marks.delete(block);
    this.markedNodes += nodesIn(block, marks.length) - nodesIn(block, before.length);
    const painted = this.painted.get(block);
    if (painted) this.paintOnly(block, painted, marks);
    else if (marks.length > 0) this.hasNew = true;
  }

  /** Paints what is to be seen: nothing else was added for now. */
  flush(): void {
    const isRestless = this.isRestless();
    clearTimeout(this.calming);
    // Nothing tells when a page has come to rest.
    if (isRestless) this.calming = setTimeout(() => this.flush(), CALM_MS);
    if (this.markedNodes <= (isRestless ? RESTLESS_NODES : MOST_NODES)) {
      this.unfollow();
      for (const block of this.marks.keys()) this.show(block);
      return;
    }
    this.follow();
    if (this.hasNew) this.lookSoon();
    else this.lookInTime();
  }

  clear(): void {
    clearTimeout(this.calming);
    this.unfollow();
    for (const block of this.painted.keys()) this.hide(block);
    this.marks.clear();
    this.markedNodes = 0;
  }

  private show(block: Block): void {
    if (this.painted.has(block)) return;
    const painted: Painted = new Map();
    this.painted.set(block, painted);
    this.paintOnly(block, painted, this.marks.get(block) ?? []);
  }

  private hide(block: Block): void {
    const painted = this.painted.get(block);
    if (painted) this.paintOnly(block, painted, []);
  }

  /** Paints what is not painted yet of the marks of a block, and takes away what is painted besides. */
  private paintOnly(block: Block, painted: Painted, marks: readonly Mark[]): void {
    const before = painted.size;
    const wanted = new Set(marks);
    const looks = new Map<Element, TextLook>();
    for (const [mark, { name, range }] of painted) {
      if (wanted.has(mark)) continue;
      this.paint.remove(name, range);
      painted.delete(mark);
    }
    for (const mark of marks) {
      if (painted.has(mark)) continue;
      const { start, end } = boundariesOf(block, mark.mention);
      const look = lookBetween(start, end, looks);
      const name = look === 'tint' ? 'govgloss-tint' : `govgloss-${mark.mention.kind}`;
      painted.set(mark, { name, range: this.paint.add(name, start, end, 0, look) });
    }
    this.paintedNodes += nodesIn(block, painted.size) - nodesIn(block, before);
    if (painted.size === 0) this.painted.delete(block);
  }

  /** Looks again where the reader goes, as long as there is more than can be painted. */
  private follow(): void {
    if (this.following) return;
    this.following = new AbortController();
    const look = () => this.lookInTime();
    const listening = { signal: this.following.signal, capture: true, passive: true };
    listen(window, 'scroll', look, listening);
    listen(window, 'resize', look, listening);
  }

  /** In a frame the page is laid out anyway; in between, asking where things are would do it once more. */
  private lookSoon(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.look());
  }

  private lookInTime(): void {
    const wait = this.lookedAt + LOOK_MS - performance.now();
    if (wait <= 0) this.lookSoon();
    else this.timer ??= setTimeout(() => this.lookSoon(), wait);
  }

  private unfollow(): void {
    this.following?.abort();
    this.following = null;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Paints what is near the window, and takes away what has not been near it for longest. */
  private look(): void {
    this.frame = 0;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.hasNew = false;
    this.lookedAt = performance.now();
    const isRestless = this.isRestless();
    const near = this.near((isRestless ? RESTLESS_SCREENS : NEAR_SCREENS) * innerHeight);
    const most = isRestless ? 0 : KEPT_NODES;
    for (const block of near) {
      const painted = this.painted.get(block);
      if (!painted) this.show(block);
      else {
        this.painted.delete(block);
        this.painted.set(block, painted);
      }
    }
    for (const block of this.painted.keys()) {
      if (this.paintedNodes <= most || near.has(block)) break;
      this.hide(block);
    }
  }

  /** The marked blocks in the window and up to `margin` px above and below it. */
  private near(margin: number): Set<Block> {
    const near = new Set<Block>();
    const seen = new Set<Block>();
    const roots = this.shadowRoots();
    for (const column of COLUMNS)
      for (const row of ROWS) {
        const place = boundaryAtPoint(innerWidth * column, innerHeight * row, roots);
        const block = place && this.pageBlocks.of(place.node);
        if (!block) continue;
        if (seen.has(block)) break;
        for (const direction of ['nextNode', 'previousNode'] as const)
          for (const around of this.around(place.node, direction, margin, seen)) near.add(around);
        break;
      }
    return near;
  }

  /** The marked blocks from a text node on in one direction, as far as they are near the window. */
  private *around(
    node: Text,
    direction: 'nextNode' | 'previousNode',
    margin: number,
    seen: Set<Block>,
  ): Generator<Block> {
    const walk = walkerOver(node.getRootNode(), NodeFilter.SHOW_TEXT);
    walk.currentNode = node;
    let [units, far] = [0, 0];
    let text: Node | null = node;
    for (let i = 0; text && i < NEAR_NODES && units < NEAR_UNITS && far < FAR_BLOCKS; i++) {
      units += (text as Text).length;
      const block = this.pageBlocks.of(text as Text);
      const marks = block && !seen.has(block) ? this.marks.get(block) : undefined;
      if (block) seen.add(block);
      if (block && marks) {
        far = isNear(block, marks, margin) ? 0 : far + 1;
        if (far === 0) yield block;
      }
      text = walk[direction]();
    }
  }
}

/** True for marks that are about the window, and for those that are not laid out, as in a panel that opens. */
function isNear(block: Block, marks: readonly Mark[], margin: number): boolean {
  const [first, last] = [marks[0], marks.at(-1)].map((mark) => {
    const { start, end } = boundariesOf(block, (mark as Mark).mention);
    return rectsBetween(start, end)[0];
  });
  if (!first || !last) return true;
  const [top, bottom] = [Math.min(first.top, last.top), Math.max(first.bottom, last.bottom)];
  return bottom > -margin && top < innerHeight + margin;
}

/** Text nodes that so many marks of a block may lie in: what each drawing costs. */
function nodesIn(block: Block, marks: number): number {
  return Math.min(block.nodes.length, marks);
}

function isSame(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, i) => mark === b[i]);
}
