import type { Block } from '@/lib/dom/block';
import type { Mark } from '@/lib/dom/mark-index';
import type { EntityId } from '@/lib/model/entity';

export interface FirstsOptions {
  /** The blocks that begin a section. */
  headings: ReadonlySet<Block>;
  /** The division whose own site it is: once a page is enough of it. */
  home: EntityId | null;
  marksOf(block: Block): readonly Mark[];
  /** False for a mark that nobody would see; asked only where an entity is named again. */
  isSeen(mark: Mark): boolean;
}

/** Marks that are looked at in one go, whether they are seen; on pages that repeat a name more often the rest are taken to be. */
const MOST_LOOKS = 1_000;

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
  const look = (mark: Mark) => looks++ >= MOST_LOOKS || isSeen(mark);
  const choose = (section: ReadonlyMap<EntityId, Mark[]>) => {
    for (const marks of section.values())
      for (const mark of firstsOf(marks, look)) firsts.add(mark);
  };
  const ofPage = new Map<EntityId, Mark[]>();
  let ofSection = new Map<EntityId, Mark[]>();
  for (const block of blocks) {
    if (headings.has(block)) {
      choose(ofSection);
      ofSection = new Map();
    }
    for (const mark of marksOf(block)) {
      const { entity } = mark.mention;
      const group = entity === home ? ofPage : ofSection;
      const marks = group.get(entity);
      if (marks) marks.push(mark);
      else group.set(entity, [mark]);
    }
  }
  choose(ofSection);
  choose(ofPage);
  return firsts;
}

/** Of the marks of one entity those that say something new: 山西 says nothing after 山西省, the other way round it does. */
function firstsOf(marks: readonly Mark[], isSeen: (mark: Mark) => boolean): readonly Mark[] {
  if (marks.length === 1) return marks;
  const seen: string[] = [];
  const unseen: string[] = [];
  /** Where a name is seen once in a block, the block's others need no look: it may name one 100,000 times. */
  let here: string[] = [];
  let at: Block | null = null;
  return marks.filter((mark) => {
    if (mark.block !== at) here = [];
    at = mark.block;
    const name = nameOf(mark);
    if (holds(here, name) || (holds(seen, name) && holds(unseen, name))) return false;
    const painted = isSeen(mark) ? seen : unseen;
    if (painted === seen) here.push(name);
    if (holds(painted, name)) return false;
    painted.push(name);
    return true;
  });
}

function nameOf({ block, mention }: Mark): string {
  return block.text.slice(mention.start, mention.end).replace(/\s+/g, '');
}

function holds(names: readonly string[], name: string): boolean {
  return names.some((other) => other.includes(name));
}
