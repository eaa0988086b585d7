import type { Block } from '@/lib/dom/block';
import { headingBefore, isHeading } from '@/lib/dom/headings';
import { type Mark, MarkIndex } from '@/lib/dom/mark-index';
import type { MarkPainter } from '@/lib/dom/mark-painter';
import type { PageBlocks } from '@/lib/dom/page-blocks';
import { tornAt } from '@/lib/dom/seams';
import type { EntityId } from '@/lib/model/entity';
import type { Mention } from '@/lib/model/mention';
import type { PageReport } from '@/lib/model/views';

/** Blocks are joined by this to be searched in one go: no name reaches across a blank line. */
const BETWEEN_BLOCKS = '\n\n';

/** What is known of a block that names something. */
interface BlockMarks {
  mentions: Mention[];
  marks: Mark[];
}

export interface MarkOptions {
  /** Finds the mentions of a text that stands under a heading, sorted, none overlapping another. */
  find(text: string, section: string): Mention[];
  /** False for mentions the reader does not want marked. */
  isWanted(mention: Mention, text: string): boolean;
  /** Told of each mark that is no longer there. */
  onGone(mark: Mark): void;
}

/** The mentions of a page and the marks that show them: found block by block, painted, indexed. */
export class PageMarks {
  readonly index = new MarkIndex();
  private readonly blocks = new Map<Block, BlockMarks>();
  /** Kept as marks come and go: pages that never rest ask again and again. */
  private readonly counted = new Map<EntityId, PageReport['entities'][number]>();
  private lastId = 0;

  constructor(
    private readonly painter: MarkPainter,
    private readonly pageBlocks: PageBlocks,
    private readonly options: MarkOptions,
  ) {}

  /** Takes in what the reader of the page has read: forgets, finds, paints. */
  take(fresh: readonly Block[], gone: readonly Block[]): void {
    for (const block of gone) this.forget(block);
    const [first] = fresh;
    if (!first) return;
    let section = headingBefore(first, this.pageBlocks);
    let from = 0;
    fresh.forEach((block, i) => {
      if (!isHeading(block)) return;
      this.find(fresh.slice(from, i), section);
      section = block.text.trim();
      from = i;
    });
    this.find(fresh.slice(from), section);
  }

  /** Paints all anew, after a change of what is wanted. */
  repaint(): void {
    for (const [block, known] of this.blocks) {
      this.erase(block, known);
      this.draw(block, known);
    }
    this.painter.flush();
  }

  /** Finds all anew, after a change of the gazetteer. */
  findAgain(blocks: readonly Block[]): void {
    for (const block of [...this.blocks.keys()]) this.forget(block);
    this.take(blocks, []);
  }

  clear(): void {
    for (const [block, known] of this.blocks) this.erase(block, known);
    this.blocks.clear();
    this.painter.clear();
  }

  /** The marks of the given blocks, in their order. */
  marksOf(blocks: readonly Block[]): Mark[] {
    return blocks.flatMap((block) => this.blocks.get(block)?.marks ?? []);
  }

  mentionsOf(block: Block): readonly Mention[] {
    return this.blocks.get(block)?.mentions ?? [];
  }

  /** What the page names: each entity once, the most named first. */
  tally(): PageReport['entities'] {
    return [...this.counted.values()]
      .map((entry) => ({ ...entry }))
      .sort((a, b) => b.count - a.count);
  }

  /** Finds the mentions of blocks that stand under one heading. */
  private find(blocks: readonly Block[], section: string): void {
    if (blocks.length === 0) return;
    const texts = blocks.map((block) => block.text);
    const found = this.findInEach(texts, section);
    blocks.forEach((block, i) => {
      const mentions = this.withoutTorn(block, found[i] as Mention[], section);
      if (mentions.length > 0) this.put(block, mentions);
    });
  }

  /** Searches several texts in one go; each one's mentions are in its own offsets. */
  private findInEach(texts: readonly string[], section: string): Mention[][] {
    const mentions = this.options.find(texts.join(BETWEEN_BLOCKS), section);
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
  private withoutTorn(block: Block, mentions: Mention[], section: string): Mention[] {
    const cuts = block.nodes.length > 1 ? mentions.flatMap((each) => tornAt(block, each)) : [];
    if (cuts.length === 0) return mentions;
    const starts = [0, ...cuts];
    const texts = starts.map((start, i) => block.text.slice(start, starts[i + 1]));
    return this.findInEach(texts, section).flatMap((found, i) => {
      const base = starts[i] as number;
      return found.map((each) => ({ ...each, start: each.start + base, end: each.end + base }));
    });
  }

  private put(block: Block, mentions: Mention[]): void {
    const known: BlockMarks = { mentions, marks: [] };
    this.blocks.set(block, known);
    this.draw(block, known);
  }

  private forget(block: Block): void {
    const known = this.blocks.get(block);
    if (!known) return;
    this.erase(block, known);
    this.blocks.delete(block);
  }

  private draw(block: Block, known: BlockMarks): void {
    for (const mention of known.mentions) {
      if (!this.options.isWanted(mention, block.text)) continue;
      known.marks.push({ id: ++this.lastId, block, mention });
      this.count(mention);
    }
    this.index.add(block, known.marks);
    this.painter.add(block, known.marks);
  }

  private erase(block: Block, known: BlockMarks): void {
    this.painter.remove(block);
    for (const mark of known.marks) {
      this.uncount(mark.mention);
      this.options.onGone(mark);
    }
    this.index.remove(block);
    known.marks = [];
  }

  private count({ entity, kind, rivals }: Mention): void {
    const entry = this.counted.get(entity);
    if (entry) entry.count++;
    else this.counted.set(entity, { id: entity, kind, count: 1, rivals });
  }

  private uncount({ entity }: Mention): void {
    const entry = this.counted.get(entity);
    if (entry && --entry.count === 0) this.counted.delete(entity);
  }
}
