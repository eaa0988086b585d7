import type { Block } from './block';
import { BlockReader, type ReadState } from './block-reader';
import { firstInView } from './in-view';
import { PageBlocks } from './page-blocks';
import { type PageChange, PageWatch } from './page-watch';
import { SLICE_MS, yieldToPage } from './slices';

/** Text handed on in one piece, in UTF-16 units: well under a slice even before code is optimised. */
const PIECE_UNITS = 16_384;
/** Nodes visited before the clock is looked at again, where there is little text. */
const PIECE_NODES = 1_000;
/** Text read from the top of the window before the rest: a few screens. */
const VIEW_UNITS = 8_192;

export interface ReaderOptions {
  /** Elements to pass over: our own card. */
  isOurs(node: Node): boolean;
  /** Blocks that are new or changed, in page order, and blocks that are no longer there. */
  onBlocks(fresh: Block[], gone: Block[]): void;
  onShadow(root: ShadowRoot): void;
  /** Frames were taken out of the page, or may have been. */
  onFramesWent(): void;
  /** Everything that was to be read has been read. */
  onSettled(): void;
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
  private working = false;
  private stopped = false;

  constructor(private readonly options: ReaderOptions) {
    this.watch = new PageWatch(
      (node) => options.isOurs(node),
      (change) => this.take(change),
      () => {
        options.onFramesWent();
        this.readAll();
      },
    );
  }

  start(): void {
    this.watch.observe(document);
    const from = firstInView(document.body);
    if (from) this.readPiece(this.reader(document.body, from), VIEW_UNITS);
    this.readAll();
  }

  stop(): void {
    this.stopped = true;
    this.watch.stop();
    this.queue.length = 0;
    this.blocks.clear();
    this.shadowRoots.clear();
    this.hosts.clear();
  }

  /**
   * Reads the shadow roots that custom elements got since they were read: nothing tells of those.
   * To be called when the page may have given some.
   */
  lookForRoots(): void {
    this.forgetLostRoots();
    for (const host of this.hosts) {
      if (!host.isConnected) this.hosts.delete(host);
      else if (host.shadowRoot) this.queue.push(this.reader(host));
    }
    if (this.queue.length > 0) void this.work();
  }

  /** Looks at everything again; what has not changed is not handed on again. */
  private readAll(): void {
    const gone = this.blocks.sweep();
    if (gone.length > 0) this.options.onBlocks([], gone);
    this.forgetLostRoots();
    this.queue.length = 0;
    this.queue.push(this.reader(document.body));
    void this.work();
  }

  /** A root that comes back is met again when its host is read. */
  private forgetLostRoots(): void {
    for (const root of this.shadowRoots) if (!root.isConnected) this.shadowRoots.delete(root);
  }

  private take({ places, stale, framesWent }: PageChange): void {
    if (framesWent) this.options.onFramesWent();
    const gone: Block[] = [];
    for (const node of stale) {
      const block = this.blocks.forget(node);
      if (block) gone.push(block);
    }
    if (gone.length > 0) this.options.onBlocks([], gone);
    for (const place of places) this.queue.push(this.reader(place));
    void this.work();
  }

  private reader(root: Node, from: Element | null = null): BlockReader {
    return new BlockReader(root, this.options.isOurs, (host) => this.meet(host), from);
  }

  private meet(host: Element): void {
    const { shadowRoot } = host;
    if (!shadowRoot) {
      this.hosts.add(host);
      return;
    }
    this.hosts.delete(host);
    if (this.shadowRoots.has(shadowRoot)) return;
    this.shadowRoots.add(shadowRoot);
    this.watch.observe(shadowRoot);
    this.options.onShadow(shadowRoot);
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    // What led here has had its share of this turn: a message, a first view, a batch of changes.
    await yieldToPage();
    let sliceEnd = performance.now() + SLICE_MS;
    for (let reader = this.queue[0]; reader && !this.stopped; reader = this.queue[0]) {
      const state = this.readPiece(reader, PIECE_UNITS);
      if (state !== 'more' && this.queue[0] === reader) this.queue.shift();
      // What was read already costs next to nothing the second time.
      if (state === 'lost' && reader.root.isConnected) this.queue.push(this.reader(reader.root));
      if (performance.now() < sliceEnd) continue;
      await yieldToPage();
      sliceEnd = performance.now() + SLICE_MS;
    }
    this.working = false;
    if (!this.stopped) this.options.onSettled();
  }

  private readPiece(reader: BlockReader, units: number): ReadState {
    const read: Block[] = [];
    const state = reader.read(read, units, PIECE_NODES);
    const fresh: Block[] = [];
    const gone: Block[] = [];
    for (const block of read) {
      const adopted = this.blocks.adopt(block);
      if (adopted.fresh) fresh.push(adopted.block);
      gone.push(...adopted.gone);
    }
    if (fresh.length > 0 || gone.length > 0) this.options.onBlocks(fresh, gone);
    return state;
  }
}
