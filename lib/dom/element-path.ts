import type { RangeSelector } from '@/lib/model/highlight';
import type { BoundaryPoint } from './block';
import {
  localNameOf,
  nodeTypeOf,
  parentElementOf,
  previousElementOf,
  previousSiblingOf,
  textOf,
} from './dom-members';
import { ELEMENT_NODE, TEXT_NODE } from './node-types';

/** Longer paths are of no use to anyone, nor accepted by the store (lib/parse). */
const MAX_PATH_UNITS = 4000;

/**
 * A stretch of the page as the W3C Web Annotation model writes paths: XPaths of the elements that
 * hold its two ends, with offsets in their text. Null inside a shadow root, where no path leads.
 */
export function rangeSelector(start: BoundaryPoint, end: BoundaryPoint): RangeSelector | null {
  const from = pathOf(parentElementOf(start.node));
  const to = pathOf(parentElementOf(end.node));
  if (from === null || to === null) return null;
  const before = textBefore(start);
  const beforeEnd = textBefore(end);
  return {
    type: 'RangeSelector',
    startSelector: { type: 'XPathSelector', value: from },
    endSelector: { type: 'XPathSelector', value: to },
    startOffset: before.length,
    endOffset: beforeEnd.length,
    startPairs: before.length - [...before].length,
    endPairs: beforeEnd.length - [...beforeEnd].length,
  };
}

/** `/html[1]/body[1]/div[2]/p[1]`; null when the element is not in the document's own tree. */
function pathOf(element: Element | null): string | null {
  const steps: string[] = [];
  let at = element;
  for (; at; at = parentElementOf(at)) {
    const name = localNameOf(at);
    let position = 1;
    for (let other = previousElementOf(at); other; other = previousElementOf(other)) {
      if (localNameOf(other) === name) position++;
    }
    steps.push(`${name}[${position}]`);
    if (at !== document.documentElement) continue;
    const path = `/${steps.reverse().join('/')}`;
    return path.length <= MAX_PATH_UNITS ? path : null;
  }
  return null;
}

/** What stands before the place in the text content of its node's parent. */
function textBefore({ node, offset }: BoundaryPoint): string {
  let before = node.data.slice(0, offset);
  for (let other = node.previousSibling; other; other = previousSiblingOf(other)) {
    const type = nodeTypeOf(other);
    if (type === TEXT_NODE || type === ELEMENT_NODE) before = (textOf(other) ?? '') + before;
  }
  return before;
}
