import type { BoundaryPoint } from './block';
import { newRange, walkerOver } from './dom-members';
import { TEXT_NODE } from './node-types';

/** What is selected, in the page or in one of the given open shadow roots; null when nothing is. */
export function selectedRange(shadowRoots: ShadowRoot[]): AbstractRange | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  // Firefox 142, Chromium 137; before that a selection inside a shadow root cannot be seen.
  const composed: StaticRange[] | undefined = selection.getComposedRanges?.({ shadowRoots });
  const range: AbstractRange | undefined = composed?.[0] ?? selection.getRangeAt(0);
  return range && !range.collapsed ? range : null;
}

/**
 * The first and last place of a range that lie in text `isRead` knows; null when it holds none.
 * Boundaries between elements (a triple click ends at the start of the next paragraph) are drawn
 * in to the nearest text.
 */
export function textEdges(
  range: AbstractRange,
  isRead: (node: Text) => boolean,
): { start: BoundaryPoint; end: BoundaryPoint } | null {
  let start: BoundaryPoint | null = null;
  let end: BoundaryPoint | null = null;
  const live = newRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const root = live.commonAncestorContainer;
  const walk = walkerOver(root, NodeFilter.SHOW_TEXT);
  let node: Node | null = root.nodeType === TEXT_NODE ? root : walk.nextNode();
  for (; node; node = walk.nextNode()) {
    const text = node as Text;
    if (!isRead(text) || !live.intersectsNode(text)) continue;
    const from = text === range.startContainer ? range.startOffset : 0;
    const to = text === range.endContainer ? range.endOffset : text.length;
    if (from >= to) continue;
    start ??= { node: text, offset: from };
    end = { node: text, offset: to };
  }
  live.detach();
  return start && end ? { start, end } : null;
}
