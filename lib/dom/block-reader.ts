import type { Block, Joint } from './block';
import {
  firstChildOf,
  isConnectedOf,
  localNameOf,
  nextSiblingOf,
  nodeTypeOf,
  pageRoot,
  parentOf,
  shadowRootOf,
} from './dom-members';
import { DOCUMENT_FRAGMENT_NODE, ELEMENT_NODE, TEXT_NODE } from './node-types';
import { breaksText, displayOf, isEditable, isHiddenByMarkup, isInLine } from './shown';
import { tagRole } from './tags';
import { isLetter, wrapsTitle } from './wraps';

/** Text being gathered in one tree, or in one subtree that is not shown. */
interface Run {
  /** The run ends when the walk comes back to this node. */
  readonly root: Node;
  nodes: Text[];
  starts: number[];
  text: string;
  /** Inline elements that ended since the last text: their style says whether text runs on. */
  ended: Element[];
  /** Of the next block; null where an edge stands before it. */
  joint: Joint | null;
  /** The node read last. */
  last: Text | null;
  /** It is read as it stands, for what is kept alone: in the line of the text around it, or on its own. */
  readonly verbatim: 'inline' | 'apart' | null;
}

/** `more`: can go on; `lost`: the page took away the place where the walk stood. */
export type ReadState = 'more' | 'done' | 'lost';

export interface BlockReaderOptions {
  /** Elements to pass over: our own card. */
  isOurs(element: Element): boolean;
  /** Told of each element that has an open shadow root, or may yet get one. */
  onHost(host: Element): void;
  /** Told what a node threw, which is left out then: pages can shadow what is asked of it. */
  onError(error: unknown): void;
}

/**
 * Walks a tree once, in document order, and gives its text block by block; it can stop at any node
 * and go on later. Open shadow roots are read where their host stands. What is hidden is read as
 * blocks of its own: it neither breaks the text around it nor needs reading again once it is shown.
 * No recursion, so depth costs nothing.
 */
export class BlockReader {
  private readonly runs: Run[];
  /** Inline elements whose style was asked at their start: true when they break the text. */
  private readonly asked = new Map<Element, boolean>();
  /** The next node to be taken in. */
  private node: Node;

  /**
   * @param root the node whose content is read; its edges are block edges
   * @param from a block-level element in the root to start at, leaving out what comes before it
   */
  constructor(
    readonly root: Node,
    private readonly options: BlockReaderOptions,
    from: Element | null = null,
  ) {
    this.node = from ?? root;
    this.runs = [newRun(root)];
  }

  /**
   * Reads on, adding blocks to `into`, until they hold about `units` more UTF-16 units or about
   * `nodes` nodes were visited.
   */
  read(into: Block[], units: number, nodes: number): ReadState {
    if (this.runs.length === 0) return 'done';
    if (!isConnectedOf(this.node)) return 'lost';
    let left = units;
    for (let visited = 0; visited < nodes && left > 0; visited++) {
      const before = into.length;
      const state = this.visit(into);
      if (state !== 'more') return state;
      if (into.length > before) left -= (into[before] as Block).text.length;
    }
    return 'more';
  }

  private get run(): Run {
    return this.runs[this.runs.length - 1] as Run;
  }

  /** Takes in one node and goes to the next in the order of the document. */
  private visit(into: Block[]): ReadState {
    const { node } = this;
    try {
      const goesIn =
        nodeTypeOf(node) === ELEMENT_NODE
          ? this.enter(node as Element, into)
          : this.take(node, into);
      const state = goesIn ? this.goIn(into) : this.goOn(into);
      if (state !== 'more' || this.node !== node) return state;
      throw new Error('The walk through the page stands still.');
    } catch (error) {
      this.options.onError(error);
      return this.skip(into);
    }
  }

  /** Past a node that failed; where it does not even let us by, what is left of the tree is left out. */
  private skip(into: Block[]): ReadState {
    try {
      return this.goOn(into);
    } catch (error) {
      this.options.onError(error);
      return 'done';
    }
  }

  /** To the first child of the node, or past it when it has none. */
  private goIn(into: Block[]): ReadState {
    const { node } = this;
    const child = firstChildOf(node);
    if (child) {
      this.node = child;
      return 'more';
    }
    if (nodeTypeOf(node) === ELEMENT_NODE) this.leave(node as Element, into);
    return this.goOn(into);
  }

  /** To the next node that is not inside this one, leaving elements on the way up. */
  private goOn(into: Block[]): ReadState {
    for (;;) {
      const { node } = this;
      if (node === this.run.root) {
        this.close(into);
        const ended = this.runs.pop();
        if (this.runs.length === 0) return 'done';
        if (ended?.verbatim === 'inline' && ended.last) {
          this.run.joint = { after: ended.last, by: '' };
        }
        // A host's own children are shown in slots, or not at all: they are read after its shadow.
        if (isShadowRoot(node)) {
          this.node = node.host;
          return this.goIn(into);
        }
        continue;
      }
      const next = nextSiblingOf(node);
      if (next) {
        this.node = next;
        return 'more';
      }
      const parent = parentOf(node);
      if (!parent) return 'lost';
      this.node = parent;
      if (nodeTypeOf(parent) === ELEMENT_NODE) this.leave(parent as Element, into);
    }
  }

  /** Takes in the start of an element; true when its content is to be read. */
  private enter(element: Element, into: Block[]): boolean {
    const localName = localNameOf(element);
    const role = tagRole(localName);
    // A name with a hyphen is a custom element's, which may yet get a shadow root.
    const isCustom = localName.includes('-');
    if (role === 'skip' || this.options.isOurs(element)) return false;
    if (localName === 'br' && wrapsTitle(element)) return false;
    if (role === 'atom' || (isEditable(element) && element === pageRoot())) {
      this.close(into);
      return false;
    }
    const isVerbatim = role === 'verbatim' || isEditable(element);
    if (isVerbatim && this.run.verbatim === null) return this.enterVerbatim(element, into);
    const midText = this.run.text !== '';
    if (role === 'inline' && isHiddenByMarkup(element)) return this.startRun(element);
    if (midText) {
      // Parts of a formula are boxes to their style, and of one line to who reads it.
      const isLine = this.run.verbatim === 'inline';
      const display = isLine ? 'inline' : displayOf(element);
      if (display === 'none') return this.startRun(element);
      const breaks = role === 'block' || (breaksText(element, display) && !isLetter(element));
      this.asked.set(element, breaks);
      if (breaks) this.close(into);
    }
    const shadow = shadowRootOf(element);
    if (shadow || isCustom) this.options.onHost(element);
    if (shadow) return this.enterShadow(shadow, into);
    // A slot's own content shows only while nothing is assigned to it.
    return localName !== 'slot' || (element as HTMLSlotElement).assignedNodes().length === 0;
  }

  /** A host's edges are breaks: a span cannot cross from one tree into another. */
  private enterShadow(shadow: ShadowRoot, into: Block[]): boolean {
    this.close(into);
    return this.startRun(shadow);
  }

  /** A name stops at it; where it stands in a line of text, what is kept of that line holds it. */
  private enterVerbatim(element: Element, into: Block[]): boolean {
    const { text, last, joint } = this.run;
    const display = displayOf(element);
    if (display === 'none') return this.startRun(element, 'apart');
    this.close(into);
    if (!isInLine(display)) return this.startRun(element, 'apart');
    this.startRun(element, 'inline');
    this.run.joint = text !== '' && last ? { after: last, by: '' } : joint;
    return true;
  }

  private startRun(root: Node, verbatim: Run['verbatim'] = this.inherited()): boolean {
    this.runs.push(newRun(root, verbatim));
    this.node = root;
    return true;
  }

  /** What is not shown within code is as little read for names, and stands in no line. */
  private inherited(): Run['verbatim'] {
    return this.run.verbatim === null ? null : 'apart';
  }

  /** Takes in a text node; of others only what they hold counts. */
  private take(node: Node, into: Block[]): boolean {
    if (nodeTypeOf(node) !== TEXT_NODE) return firstChildOf(node) !== null;
    const { data } = node as Text;
    const blank = !/\S/.test(data);
    if (blank && this.run.text === '') {
      if (this.run.joint) this.run.joint = { ...this.run.joint, by: ' ' };
      return false;
    }
    if (!blank && this.run.ended.some(endsText)) {
      this.close(into);
    }
    const { run } = this;
    if (!blank) run.ended = [];
    run.last = node as Text;
    run.nodes.push(node as Text);
    run.starts.push(run.text.length);
    run.text += data;
    return false;
  }

  private leave(element: Element, into: Block[]): void {
    if (element === this.run.root) return;
    const breaks = this.asked.get(element);
    if (breaks || shadowRootOf(element) || tagRole(localNameOf(element)) === 'block')
      this.close(into);
    else if (breaks === undefined && this.run.text !== '' && this.run.verbatim !== 'inline')
      this.run.ended.push(element);
  }

  private close(into: Block[]): void {
    const { run } = this;
    if (run.text !== '') {
      const { text, nodes, starts, joint, verbatim } = run;
      const isVerbatim = verbatim === null ? {} : { isVerbatim: true as const };
      into.push({ text, nodes, starts, ...isVerbatim, ...(joint && { joint }) });
    }
    run.joint = null;
    run.nodes = [];
    run.starts = [];
    run.text = '';
    run.ended = [];
  }
}

/** True when the end of an inline element ends the text. */
function endsText(element: Element): boolean {
  return breaksText(element, displayOf(element)) && !isLetter(element);
}

function newRun(root: Node, verbatim: Run['verbatim'] = null): Run {
  const nothing = { nodes: [], starts: [], text: '', ended: [], joint: null, last: null };
  return { root, verbatim, ...nothing };
}

function isShadowRoot(node: Node): node is ShadowRoot {
  return nodeTypeOf(node) === DOCUMENT_FRAGMENT_NODE && 'host' in node;
}
