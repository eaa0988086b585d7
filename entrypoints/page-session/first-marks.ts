import type { Block } from '@/lib/dom/block';
import type { Mark } from '@/lib/dom/mark-index';
import type { EntityId } from '@/lib/model/entity';

/**
 * The first mark of each entity in each section.
 * @param blocks in page order
 * @param headings those of them that begin a section
 */
export function firstMarks(
  blocks: readonly Block[],
  headings: ReadonlySet<Block>,
  marksOf: (block: Block) => readonly Mark[],
): Set<Mark> {
  const firsts = new Set<Mark>();
  let seen = new Set<EntityId>();
  for (const block of blocks) {
    if (headings.has(block)) seen = new Set();
    for (const mark of marksOf(block)) {
      const { entity } = mark.mention;
      if (seen.has(entity)) continue;
      seen.add(entity);
      firsts.add(mark);
    }
  }
  return firsts;
}
