import type { Block } from './block';
import { BlockReader, type ReadState } from './block-reader';
import { isConnectedOf, isDesignMode, shadowRootOf } from './dom-members';
import { firstInView } from './in-view';
import { PageBlocks } from './page-blocks';
import { type PageChange, PageWatch } from './page-watch';
import { isInEditable } from './shown';
import { SLICE_MS, yieldToPage } from './slices';

/** Text handed on in one piece, in UTF-16 units: well under a slice even before code is optimised. */
const PIECE_UNITS = 16_384;
/** Nodes visited before the clock is looked at again, where there is little text. */
const PIECE_NODES = 1_000;
/** Text read from the top of the window before the rest, where the page is scrolled: a few screens. */
const VIEW_UNITS = 8_192;
/** So often in a row a reading may find places gone again before it passes for complete all the same. */
const MOST_MISSES = 5;

export interface ReaderOptions {
  /** Elements to pass over: our own card. */
  isOurs(node: Node): boolean;
  /**
   * Blocks that are new or changed, in page order, and blocks that are no longer there: told of
   * together where one stands in the other's place.
   */
  onBlocks(fresh: Block[], gone: Block[]): void;
  onShadow(root: ShadowRoot): void;
  /** A shadow root left the page with its host. */
  onShadowGone(root: ShadowRoot): void;
  /** Frames were taken out of the page, or may have been. */
  onFramesWent(): void;
  /**
   * Everything that was to be read has been read.
   * @param isAll false where a place went before it was read: what stands there now follows
   */
  onSettled(isAll: boolean): void;
  /** Something failed, the page's nodes or who was told of them: it is left out, the rest is read. */
  onError(error: unknown): void;
}

/**
 * Keeps the text of a page read: once at the start, what is in view first, then only what changes.
 * Works in slices and gives way to the page between them.
 */
export class PageReader {
  readonly blocks = new PageBlocks();
  /** Open shadow roots met so far. */
  readonly shadowRoots = new Set<ShadowRoot>();
  /** Custom elements that had no open shadow root when they were read. */
  private readonly hosts = new Set<Element>();
  private readonly watch: PageWatch;
  private readonly queue: BlockReader[] = [];
  /** Blocks that went and were not told of yet. */
  private gone: Block[] = [];
  /** Readings in a row that found a place gone. */
  private misses = 0;
  private working = false;
  private isWritten = isDesignMode();
  private stopped = false;

  constructor(private readonly options: ReaderOptions) {
    this.watch = new PageWatch(
      (node) => options.isOurs(node),
      (change) => this.take(change),
      () => {
        this.tell(() => options.onFramesWent());
        this.readAll();
      },
      (error) => options.onError(error),
    );
  }

  start(): void {
    this.watch.observe(document);
    const from = scrollY > 0 ? firstInView() : null;
    if (from && !isInEditable(from)) this.readPiece(this.reader(document, from), VIEW_UNITS);
    this.readAll();
  }

  stop(): void {
    this.stopped = true;
    this.watch.stop();
    this.queue.length = 0;
    this.gone = [];
    this.blocks.clear();
    this.shadowRoots.clear();
    this.hosts.clear();
  }

  /**
   * Reads the shadow roots that custom elements got since they were read: nothing tells of those.
   * To be called when the page may have given some.
   */
  lookForRoots(): void {
    this.forgetLost();
    this.lookWhoWrites();
    for (const host of this.hosts) if (shadowRootOf(host)) this.queue.push(this.reader(host));
    this.workIfNeeded();
  }

  /** A document that the page makes one to be written in is left alone, and read once it is no more. */
  private lookWhoWrites(): void {
    if (this.isWritten === isDesignMode()) return;
    this.isWritten = !this.isWritten;
    if (this.isWritten)
      for (const block of this.blocks.inOrder(document)) this.forget(block.nodes[0] as Text);
    this.readAll();
  }

  /** The page changes again and again, and it makes no difference to who is told. */
  get isRestless(): boolean {
    return this.watch.isRestless;
  }

  /** What was told of made a difference: what changes next is read as soon as any change. */
  hurry(): void {
    this.watch.hurry();
  }

  /** Looks at everything again; what has not changed is not handed on again. */
  private readAll(): void {
    for (const block of this.blocks.sweep()) this.gone.push(block);
    this.forgetLost();
    this.queue.length = 0;
    // Not from the body: the page may put another in its place, or have none for a while.
    this.queue.push(this.reader(document));
    void this.work();
  }

  private take({ places, stale, elementsWent, framesWent }: PageChange): void {
    if (framesWent) this.tell(() => this.options.onFramesWent());
    for (const node of stale) this.forget(node);
    if (elementsWent) this.forgetLost();
    // Ahead of all else: it is what stands in the place of what went.
    this.queue.unshift(...places.map((place) => this.reader(place)));
    this.workIfNeeded();
  }

  private forget(node: Text): void {
    const block = this.blocks.forget(node);
    if (block) this.gone.push(block);
  }

  /** Lets go of the trees that left the page with their hosts; one that comes back is met again. */
  private forgetLost(): void {
    for (const host of this.hosts) if (!isConnectedOf(host)) this.hosts.delete(host);
    const lost = [...this.shadowRoots].filter((root) => !isConnectedOf(root));
    if (lost.length === 0) return;
    for (const root of lost) {
      this.shadowRoots.delete(root);
      for (const { nodes } of this.blocks.inOrder(root)) this.forget(nodes[0] as Text);
      this.tell(() => this.options.onShadowGone(root));
    }
    this.watch.leave(lost);
  }

  private reader(root: Node, from: Element | null = null): BlockReader {
    const { isOurs, onError } = this.options;
    return new BlockReader(root, { isOurs, onHost: (host) => this.meet(host), onError }, from);
  }

  private meet(host: Element): void {
    const shadowRoot = shadowRootOf(host);
    if (!shadowRoot) {
      this.hosts.add(host);
      return;
    }
    this.hosts.delete(host);
    if (this.shadowRoots.has(shadowRoot)) return;
    this.shadowRoots.add(shadowRoot);
    this.watch.observe(shadowRoot);
    this.tell(() => this.options.onShadow(shadowRoot));
  }

  private workIfNeeded(): void {
    if (this.queue.length > 0 || this.gone.length > 0 || this.misses > 0) void this.work();
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      const hasMissed = await this.readQueue();
      this.misses = hasMissed && this.misses < MOST_MISSES ? this.misses + 1 : 0;
    } catch (error) {
      this.options.onError(error);
    } finally {
      this.working = false;
    }
    if (this.stopped) return;
    this.hand([]);
    this.tell(() => this.options.onSettled(this.misses === 0));
  }

  /** Answers whether the page took a place away before it was read. */
  private async readQueue(): Promise<boolean> {
    let hasMissed = false;
    // What led here has had its share of this turn: a message, a first view, a batch of changes.
    await yieldToPage();
    let sliceEnd = performance.now() + SLICE_MS;
    for (let reader = this.queue[0]; reader && !this.stopped; reader = this.queue[0]) {
      const state = this.readPiece(reader, PIECE_UNITS);
      if (state !== 'more' && this.queue[0] === reader) this.queue.shift();
      // What was read already costs next to nothing the second time.
      if (state === 'lost' && isConnectedOf(reader.root)) this.queue.push(this.reader(reader.root));
      else hasMissed ||= state === 'lost';
      if (performance.now() < sliceEnd) continue;
      await yieldToPage();
      sliceEnd = performance.now() + SLICE_MS;
    }
    return hasMissed;
  }

  private readPiece(reader: BlockReader, units: number): ReadState {
    const read: Block[] = [];
    const state = reader.read(read, units, PIECE_NODES);
    const fresh: Block[] = [];
    for (const block of read) {
      const adopted = this.blocks.adopt(block);
      if (adopted.fresh) fresh.push(adopted.block);
      for (const gone of adopted.gone) this.gone.push(gone);
    }
    if (fresh.length > 0) this.hand(fresh);
    return state;
  }

  private hand(fresh: Block[]): void {
    const { gone } = this;
    if (fresh.length === 0 && gone.length === 0) return;
    this.gone = [];
    this.tell(() => this.options.onBlocks(fresh, gone));
  }

  /** Who is told may fail; reading goes on. */
  private tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.options.onError(error);
    }
  }
}
