import type { Block } from '@/lib/dom/block';
import { tornAt } from '@/lib/dom/seams';
import type { Mention } from '@/lib/model/mention';

/** Blocks are joined by this to be searched in one go: no name reaches across a blank line. */
const BETWEEN_BLOCKS = '\n\n';

/** Finds the mentions of a text, sorted, none overlapping another. */
export type Find = (text: string) => Mention[];

/**
 * The mentions of each of some blocks, in that block's offsets. One whose text makes the search fail
 * is left without any.
 * @param onError told what the search of such a block threw
 */
export function findMentions(
  blocks: readonly Block[],
  find: Find,
  onError: (error: unknown) => void,
): Mention[][] {
  try {
    const found = findInEach(
      blocks.map(({ text }) => text),
      find,
    );
    return blocks.map((block, i) => withoutTorn(block, found[i] as Mention[], find));
  } catch (error) {
    // Which of them it is shows when each is searched alone.
    if (blocks.length > 1) return blocks.flatMap((block) => findMentions([block], find, onError));
    onError(error);
    return [[]];
  }
}

/** Searches several texts in one go; each one's mentions are in its own offsets. */
function findInEach(texts: readonly string[], find: Find): Mention[][] {
  const mentions = find(texts.join(BETWEEN_BLOCKS));
  let next = 0;
  let at = 0;
  return texts.map((text) => {
    const end = at + text.length;
    const here: Mention[] = [];
    for (let found = mentions[next]; found && found.start < end; found = mentions[++next]) {
      here.push({ ...found, start: found.start - at, end: found.end - at });
    }
    at = end + BETWEEN_BLOCKS.length;
    return here;
  });
}

/** The same mentions, unless one is visibly torn: then those of the text cut where it is. */
function withoutTorn(block: Block, mentions: Mention[], find: Find): Mention[] {
  const cuts = block.nodes.length > 1 ? mentions.flatMap((each) => tornAt(block, each)) : [];
  if (cuts.length === 0) return mentions;
  const starts = [0, ...cuts];
  const texts = starts.map((start, i) => block.text.slice(start, starts[i + 1]));
  return findInEach(texts, find).flatMap((found, i) => {
    const base = starts[i] as number;
    return found.map((each) => ({ ...each, start: each.start + base, end: each.end + base }));
  });
}
