import {
  firstChildOf,
  isConnectedOf,
  localNameOf,
  nodeTypeOf,
  parentOf,
  walkerOver,
} from './dom-members';
import { ELEMENT_NODE, TEXT_NODE } from './node-types';
import { isEditable } from './shown';
import { tagRole } from './tags';
import { isFrame } from './watch-frames';

/** More records than this between two flushes are a storm: one full reading when it is over. */
const STORM_RECORDS = 1000;
/** More places to read again than this are a storm, too: reading all is then the cheaper way. */
const STORM_PLACES = 200;
/** Changes are gathered this long, in ms, before they are read: one reading for one rendering. */
const GATHER_MS = 50;
/** After so many batches in a row that made no difference, none a rest after the other, a page is restless … */
const RESTLESS_AFTER = 2;
/** … and the next batches wait longer and longer, up to this, in ms: a clock or a ticker that names nothing is read a few times a second. */
const LONGEST_GATHER_MS = 400;
/** A page that has not changed for so many ms has rested. */
const REST_MS = 1000;
/** A storm is over after so many ms without a record … */
const QUIET_MS = 200;
/** … or at the latest so many ms after it began, for pages that never rest. */
const STORM_MAX_MS = 2000;

export interface PageChange {
  /** Nodes whose content is to be read again, none inside another. */
  places: Node[];
  /** Text nodes that were taken out of the page or got other text. */
  stale: Text[];
  /** Elements were taken out of the page. */
  elementsWent: boolean;
  /** Frames were among them. */
  framesWent: boolean;
}

/**
 * Tells what changed in the page's text, gathered: `onChange` for some places, `onStorm` when so
 * much changed that everything should be looked at again. Attributes are not watched: what is
 * hidden has been read already.
 */
export class PageWatch {
  private readonly observer = new MutationObserver((records) => this.gather(records));
  private readonly roots = new Set<Node>();
  private records: MutationRecord[] = [];
  private stormSince = 0;
  private lastRecord = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Batches in a row, without a rest between them, that made no difference to whoever was told. */
  private vain = 0;
  private flushedAt = 0;

  constructor(
    private readonly isOurs: (node: Node) => boolean,
    private readonly onChange: (change: PageChange) => void,
    private readonly onStorm: () => void,
    /** Told what the page's nodes threw; everything is looked at again then, too. */
    private readonly onError = (error: unknown) => console.error('GovGloss', error),
  ) {}

  /** The page changes again and again, and it makes no difference. */
  get isRestless(): boolean {
    return this.vain >= RESTLESS_AFTER && performance.now() - this.flushedAt <= REST_MS;
  }

  /** What was told of made a difference: changes are not waited with. */
  hurry(): void {
    this.vain = 0;
  }

  /** Watches a document or an open shadow root. */
  observe(root: Node): void {
    this.roots.add(root);
    this.observer.observe(root, { subtree: true, childList: true, characterData: true });
  }

  /** Watches these no more. Browsers let go of all at once, so the others are taken up again. */
  leave(roots: readonly Node[]): void {
    for (const root of roots) this.roots.delete(root);
    const records = this.observer.takeRecords();
    this.observer.disconnect();
    for (const root of this.roots) this.observe(root);
    if (records.length > 0) this.gather(records);
  }

  stop(): void {
    this.observer.disconnect();
    this.roots.clear();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.records = [];
  }

  private gather(records: MutationRecord[]): void {
    this.lastRecord = performance.now();
    if (this.stormSince === 0) {
      for (const record of records) this.records.push(record);
      if (this.records.length > STORM_RECORDS) {
        this.records = [];
        this.stormSince = this.lastRecord;
      }
    }
    if (this.timer === null) this.timer = setTimeout(() => this.flush(), this.wait());
  }

  private wait(): number {
    if (this.lastRecord - this.flushedAt > REST_MS) this.vain = 0;
    const doublings = Math.max(0, this.vain - RESTLESS_AFTER);
    return Math.min(GATHER_MS * 2 ** doublings, LONGEST_GATHER_MS);
  }

  private flush(): void {
    this.timer = null;
    const now = performance.now();
    this.flushedAt = now;
    this.vain++;
    if (this.stormSince > 0) {
      if (now - this.lastRecord < QUIET_MS && now - this.stormSince < STORM_MAX_MS) {
        this.timer = setTimeout(() => this.flush(), QUIET_MS);
        return;
      }
      this.stormSince = 0;
      this.onStorm();
      return;
    }
    const { records } = this;
    this.records = [];
    const change = this.sumUp(records);
    if (!change || change.places.length > STORM_PLACES) this.onStorm();
    else if (change.places.length > 0 || change.stale.length > 0 || change.elementsWent) {
      this.onChange(change);
    }
  }

  /** Null where the page's nodes do not answer as nodes do: what changed is then anybody's guess. */
  private sumUp(records: MutationRecord[]): PageChange | null {
    try {
      return sumUp(records, this.isOurs);
    } catch (error) {
      this.onError(error);
      return null;
    }
  }
}

/** What a batch of records asks for. */
function sumUp(records: MutationRecord[], isOurs: (node: Node) => boolean): PageChange {
  const places = new Set<Node>();
  const stale = new Set<Text>();
  let elementsWent = false;
  let framesWent = false;
  for (const record of records) {
    if (record.type === 'characterData') {
      if (nodeTypeOf(record.target) !== TEXT_NODE) continue;
      stale.add(record.target as Text);
      places.add(record.target);
      continue;
    }
    const added = Array.from(record.addedNodes).filter((node) => !isOurs(node));
    const removed = Array.from(record.removedNodes).filter((node) => !isOurs(node));
    for (const node of removed) for (const text of textNodes(node)) stale.add(text);
    elementsWent ||= removed.some((node) => nodeTypeOf(node) === ELEMENT_NODE);
    framesWent ||= removed.some(holdsFrame);
    if (added.length === 0 && removed.length === 0) continue;
    if (added.every(standsAlone) && !besideText(record)) {
      for (const node of added) places.add(node);
    } else {
      places.add(record.target);
    }
  }
  return { places: outermost(places, isOurs), stale: [...stale], elementsWent, framesWent };
}

function holdsFrame(node: Node): boolean {
  if (nodeTypeOf(node) !== ELEMENT_NODE) return false;
  const element = node as Element;
  if (isFrame(element)) return true;
  // Most of what is taken out holds no element: storms of changes pass here.
  return (
    firstChildOf(element) !== null &&
    Element.prototype.querySelector.call(element, 'iframe, frame') !== null
  );
}

/** Block-level elements bring their own edges: only they need reading when they are added. */
function standsAlone(node: Node): boolean {
  return nodeTypeOf(node) === ELEMENT_NODE && tagRole(localNameOf(node as Element)) === 'block';
}

/** True when text or an inline element stands beside the change: its block may have grown or split. */
function besideText(record: MutationRecord): boolean {
  return [record.previousSibling, record.nextSibling].some(
    (node) => node !== null && !isBreak(node),
  );
}

function isBreak(node: Node): boolean {
  if (nodeTypeOf(node) === TEXT_NODE) return !/\S/.test((node as Text).data);
  if (nodeTypeOf(node) !== ELEMENT_NODE) return true;
  const role = tagRole(localNameOf(node as Element));
  return role !== 'inline' && role !== 'verbatim';
}

function textNodes(node: Node): Text[] {
  if (nodeTypeOf(node) === TEXT_NODE) return [node as Text];
  if (!firstChildOf(node)) return [];
  const found: Text[] = [];
  const walk = walkerOver(node, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) found.push(text as Text);
  return found;
}

/** The block-level nodes around the changed ones, less those inside another and those never read. */
function outermost(nodes: Set<Node>, isOurs: (node: Node) => boolean): Node[] {
  const roots = new Set<Node>();
  for (const node of nodes) {
    const root = readingRoot(node, isOurs);
    if (root) roots.add(root);
  }
  return [...roots].filter((root) => {
    for (let up = parentOf(root); up; up = parentOf(up)) if (roots.has(up)) return false;
    return true;
  });
}

/**
 * The nearest node, from `node` upwards, whose edges are block edges; null when it is no longer in
 * the page or lies in something that is not read (a script, an editor, our own card).
 */
function readingRoot(node: Node, isOurs: (node: Node) => boolean): Node | null {
  if (!isConnectedOf(node)) return null;
  let root: Node | null = null;
  for (let up: Node | null = node; up; up = parentOf(up)) {
    if (nodeTypeOf(up) === ELEMENT_NODE) {
      const element = up as Element;
      const role = tagRole(localNameOf(element));
      if (role === 'skip' || role === 'atom' || isEditable(element) || isOurs(element)) return null;
      if (role === 'block') root ??= element;
    } else if (nodeTypeOf(up) !== TEXT_NODE) {
      root ??= up;
    }
  }
  return root;
}
