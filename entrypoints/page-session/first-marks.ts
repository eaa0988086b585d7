import type { Block } from '@/lib/dom/block';
import type { Mark } from '@/lib/dom/mark-index';
import type { EntityId } from '@/lib/model/entity';

export interface FirstsOptions {
  /** The blocks that begin a section. */
  headings: ReadonlySet<Block>;
  /** The division whose own site it is: once a page is enough of it. */
  home: EntityId | null;
  marksOf(block: Block): readonly Mark[];
  /** False for a mark that nobody would see. */
  isSeen(mark: Mark): boolean;
}

/** Marks that are looked at in one go, whether they are seen; on pages that repeat a name more often the rest are taken to be. */
const MOST_LOOKS = 1_000;

/** The names painted so far, by entity: 山西 says nothing new after 山西省, the other way round it does. */
type Painted = Map<EntityId, string[]>;

/**
 * The first mark of each name in each section; of the page's own division the first in the page.
 * What is hidden has firsts of its own, so that it is marked when it is shown, and what is shown is
 * marked whatever is hidden before it.
 * @param blocks in page order
 */
export function firstMarks(
  blocks: readonly Block[],
  { headings, home, marksOf, isSeen }: FirstsOptions,
): Set<Mark> {
  const firsts = new Set<Mark>();
  let looks = 0;
  const ofPage = { seen: new Map<EntityId, string[]>(), unseen: new Map<EntityId, string[]>() };
  let ofSection = { seen: new Map<EntityId, string[]>(), unseen: new Map<EntityId, string[]>() };
  for (const block of blocks) {
    if (headings.has(block)) ofSection = { seen: new Map(), unseen: new Map() };
    // Where a name is seen once in a block, the block's others need no look: a block may name one 100,000 times.
    const here: Painted = new Map();
    for (const mark of marksOf(block)) {
      const { entity, start, end } = mark.mention;
      const { seen, unseen } = entity === home ? ofPage : ofSection;
      const name = block.text.slice(start, end).replace(/\s+/g, '');
      if (holds(here, entity, name)) continue;
      if (holds(seen, entity, name) && holds(unseen, entity, name)) continue;
      const painted = looks++ >= MOST_LOOKS || isSeen(mark) ? seen : unseen;
      if (painted === seen) note(here, entity, name);
      if (holds(painted, entity, name)) continue;
      note(painted, entity, name);
      firsts.add(mark);
    }
  }
  return firsts;
}

function note(painted: Painted, entity: EntityId, name: string): void {
  painted.set(entity, [...(painted.get(entity) ?? []), name]);
}

function holds(painted: Painted, entity: EntityId, name: string): boolean {
  return painted.get(entity)?.some((other) => other.includes(name)) ?? false;
}
