import type { Block } from './block';
import { closestOf, parentElementOf, walkerOver } from './dom-members';
import type { PageBlocks } from './page-blocks';

/** A heading is short; a longer block is a paragraph, whatever its tag. UTF-16 units. */
const MAX_HEADING_UNITS = 80;
/** A bold line stands for a heading where a page has no others; longer ones are emphasis. */
const MAX_BOLD_UNITS = 40;
/** Text nodes to look back over: several screens of an article. */
const MAX_LOOK_BACK = 2_000;

/**
 * True when the block heads what follows: it is in a heading element, or it is a short line all in
 * bold, as most Chinese content systems write section titles.
 */
export function isHeading(block: Block): boolean {
  const { text, nodes } = block;
  if (text.length > MAX_HEADING_UNITS) return false;
  if (isInHeading(block)) return true;
  const line = text.trim();
  return (
    line.length <= MAX_BOLD_UNITS &&
    !/[。，；]$/.test(line) &&
    nodes.every((node) => !/\S/.test(node.data) || isBold(node))
  );
}

/** True when the block is in a heading element. */
export function isInHeading({ nodes }: Block): boolean {
  const element = nodes[0] && parentElementOf(nodes[0]);
  return !!element && closestOf(element, 'h1, h2, h3, h4, h5, h6, [role="heading"]') !== null;
}

function isBold(node: Text): boolean {
  const element = parentElementOf(node);
  return element !== null && closestOf(element, 'b, strong') !== null;
}

/** The heading a block stands under, as its text; '' when none is near. */
export function headingBefore(block: Block, blocks: PageBlocks): string {
  const [first] = block.nodes;
  if (!first?.isConnected) return '';
  const walk = walkerOver(first.getRootNode(), NodeFilter.SHOW_TEXT);
  walk.currentNode = first;
  for (let i = 0; i < MAX_LOOK_BACK; i++) {
    const node = walk.previousNode();
    if (!node) break;
    const before = blocks.of(node as Text);
    if (before?.nodes[0] === node && isHeading(before)) return before.text.trim();
  }
  return '';
}
