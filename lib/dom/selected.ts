import type { BoundaryPoint } from './block';
import { newRange, parentElementOf, walkerOver } from './dom-members';
import { TEXT_NODE } from './node-types';

/** A stretch of text the reader sees selected. */
export interface SelectedText {
  start: BoundaryPoint;
  end: BoundaryPoint;
  /** Text between the two that is not shown, or cannot be selected. */
  unseen: ReadonlySet<Text>;
}

/**
 * What is selected, in the page or in one of the given open shadow roots: nearly always one range. In
 * Firefox several, where the reader selects with Ctrl held, or across what cannot be selected.
 */
export function selectedRanges(shadowRoots: ShadowRoot[]): AbstractRange[] {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return [];
  const ranges: AbstractRange[] = [];
  if (selection.rangeCount === 1) {
    // Firefox 142, Chromium 137; before that a selection inside a shadow root cannot be seen.
    const [composed] = selection.getComposedRanges?.({ shadowRoots }) ?? [];
    ranges.push(composed ?? selection.getRangeAt(0));
  } else {
    for (let i = 0; i < selection.rangeCount; i++) ranges.push(selection.getRangeAt(i));
  }
  return ranges.filter(({ collapsed }) => !collapsed);
}

/**
 * The stretches of text `isRead` knows that the reader sees selected; text that is seen and not selected
 * stands between two of them. Boundaries between elements (a triple click ends at the start of the next
 * paragraph) are drawn in to the nearest text.
 */
export function selectedTexts(
  ranges: readonly AbstractRange[],
  isRead: (node: Text) => boolean,
): SelectedText[] {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last) return [];
  const live = ranges.map(liveOf);
  const whole = newRange();
  whole.setStart(first.startContainer, first.startOffset);
  whole.setEnd(last.endContainer, last.endOffset);
  const found: SelectedText[] = [];
  let open: (SelectedText & { unseen: Set<Text> }) | null = null;
  /** Left out if the stretch goes on behind it. */
  let unseen: Text[] = [];
  for (const node of textsIn(whole)) {
    if (!isRead(node)) continue;
    if (!canBeSelected(node)) {
      unseen.push(node);
      continue;
    }
    let at = node === first.startContainer ? first.startOffset : 0;
    const meeting = ranges.filter((_, i) => live[i]?.intersectsNode(node));
    for (const { start, end } of meeting.map((range) => spanIn(range, node))) {
      if (start >= end) continue;
      if (hasText(node.data.slice(at, start))) open = null;
      if (open) for (const each of unseen) open.unseen.add(each);
      else {
        open = { start: { node, offset: start }, end: { node, offset: end }, unseen: new Set() };
        found.push(open);
      }
      open.end = { node, offset: end };
      unseen = [];
      at = end;
    }
    if (hasText(node.data.slice(at))) open = null;
  }
  for (const range of [whole, ...live]) range.detach();
  return found;
}

function liveOf(range: AbstractRange): Range {
  const live = newRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

function hasText(text: string): boolean {
  return /\S/.test(text);
}

function* textsIn(range: Range): Generator<Text> {
  const root = range.commonAncestorContainer;
  const walk = walkerOver(root, NodeFilter.SHOW_TEXT);
  let node: Node | null = root.nodeType === TEXT_NODE ? root : walk.nextNode();
  for (; node; node = walk.nextNode()) if (range.intersectsNode(node)) yield node as Text;
}

/** What of a node a range that meets it holds. */
function spanIn(range: AbstractRange, node: Text): { start: number; end: number } {
  return {
    start: node === range.startContainer ? range.startOffset : 0,
    end: node === range.endContainer ? range.endOffset : node.length,
  };
}

/** False for text that is not shown, or that its page lets nobody select. */
function canBeSelected(node: Text): boolean {
  const parent = parentElementOf(node);
  if (!parent) return true;
  if (!parent.checkVisibility({ visibilityProperty: true })) return false;
  // Firefox says `auto` where what is around decides.
  for (let at: Element | null = parent; at; at = parentElementOf(at)) {
    const { userSelect } = getComputedStyle(at);
    if (userSelect !== 'auto') return userSelect !== 'none';
  }
  return true;
}
