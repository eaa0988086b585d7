import type { Span } from '@/lib/model/span';
import type { Block } from './block';
import { parentElementOf } from './dom-members';

/** Marks of notes, line numbers and the like are no longer than this, in UTF-16 units. */
const MOST_UNITS = 20;

/**
 * What of a block's text a selection across it leaves out, as the page has it: the marks of notes, line
 * numbers, buttons. Short pieces alone, with others around them: pages that let nothing be selected are not meant.
 */
export function unselectableIn({ nodes, starts, text }: Block): Span[] {
  if (nodes.length === 1) return [];
  const cuts: Span[] = [];
  nodes.forEach((node, i) => {
    const parent = parentElementOf(node);
    const start = starts[i] as number;
    const end = starts[i + 1] ?? text.length;
    if (!parent || end === start || end - start > MOST_UNITS) return;
    if (parent === parentElementOf(nodes[i - 1] ?? nodes[i + 1] ?? node)) return;
    if (getComputedStyle(parent).userSelect === 'none') cuts.push({ start, end });
  });
  const cut = cuts.reduce((units, { start, end }) => units + end - start, 0);
  return cut < text.length / 2 ? cuts : [];
}
