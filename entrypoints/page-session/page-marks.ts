import type { Block } from '@/lib/dom/block';
import { type Mark, MarkIndex } from '@/lib/dom/mark-index';
import type { MarkPainter } from '@/lib/dom/mark-painter';
import type { EntityId } from '@/lib/model/entity';
import type { Mention } from '@/lib/model/mention';
import { attempt } from './attempt';
import type { Found } from './finding';
import { firstMarks } from './first-marks';
import { LostMarks } from './lost-marks';
import { MarkTally } from './mark-tally';

/** A mark as it is seen here, where alone it moves. */
type OwnMark = { -readonly [K in keyof Mark]: Mark[K] };

/** What is known of a block that names something. */
interface Named {
  readonly mentions: readonly Mention[];
  /** Those of the mentions that are wanted, and quiet ones whose division is settled. */
  readonly marks: readonly OwnMark[];
  /** They stand in a menu, a footer or the like: counted and gone to, neither painted nor pointed at. */
  readonly isAside: boolean;
}

const NOTHING: Named = { mentions: [], marks: [], isAside: false };

export interface MarkOptions {
  /** False for mentions the reader does not want marked. */
  isWanted(mention: Mention): boolean;
  /** True for a block whose names are not to be marked where they stand; null for one that has gone. */
  isAside(block: Block): boolean | null;
  /** True while only the first mark of each entity in each section is to be painted. */
  isFirstOnly(): boolean;
  /** For one look at the page: false for a mark nobody would see, hidden, cut off or in text that must not be painted. */
  seen(): (mark: Mark) => boolean;
  /** The division whose own site the page is of: named everywhere, and painted once. */
  home(): EntityId | null;
  /** What has been read of the page, in its order. */
  inOrder(): Block[];
  /** Marks or headings came, went or moved. */
  onNews(): void;
  /** The page drew the words of a mark anew: it has another place. */
  onMoved(mark: Mark): void;
  /** Told of each mark that is no longer there. */
  onGone(mark: Mark): void;
  /** Something about a block failed: it is left as it was, or without marks. */
  onError(error: unknown): void;
}

/**
 * The mentions of a page and the marks that show them: found block by block, indexed, painted. A
 * mark is the entity at its place in a block; whatever is read, found or wanted anew, marks that
 * are still due stay the same, and only the difference is drawn.
 */
export class PageMarks {
  readonly index = new MarkIndex();
  readonly tally = new MarkTally();
  private readonly blocks = new Map<Block, Named>();
  /** Those with pointing words that nothing in them settles. */
  private readonly unsettled = new Set<Block>();
  private readonly headings = new Set<Block>();
  private readonly lost = new LostMarks<OwnMark>();
  /** The marks that are painted; null for all of them. */
  private firsts: Set<Mark> | null;
  /** Marks or headings came, went or moved since `firsts` were chosen. */
  private areFirstsOld = false;
  /** Told of once all is in its place. */
  private moved: Mark[] = [];
  private gone: Mark[] = [];
  private lastId = 0;

  constructor(
    private readonly painter: MarkPainter,
    private readonly options: MarkOptions,
  ) {
    this.firsts = options.isFirstOnly() ? new Set() : null;
  }

  /** There are no marks, and none that may be found again in what is being read. */
  get isEmpty(): boolean {
    return this.index.isEmpty && this.lost.isEmpty;
  }

  /** Takes in what came and went, with what was found in it. */
  take(found: readonly Found[], gone: readonly Block[]): void {
    for (const block of gone) this.lose(block);
    for (const { block, isHeading, mentions } of found) {
      if (isHeading) this.head(block);
      if (mentions.length > 0 || this.blocks.has(block)) this.put(block, mentions);
    }
    this.tell();
  }

  /** What changed has been read; if that is all of it, what was lost and not found again is gone. */
  settle(isAll: boolean): void {
    if (isAll) this.gone = this.gone.concat(this.lost.takeAll());
    this.draw();
    this.tell();
  }

  /** What is wanted has changed. */
  update(): void {
    for (const [block, { mentions }] of this.blocks) this.put(block, mentions);
    this.draw();
    this.tell();
  }

  clear(): void {
    for (const block of [...this.blocks.keys()]) this.lose(block);
    this.settle(true);
    this.painter.clear();
  }

  /** The marks of the given blocks, in their order, without those that are only pointed at. */
  marksOf(blocks: readonly Block[]): Mark[] {
    return blocks.flatMap((block) => withoutQuiet(this.known(block).marks));
  }

  /** True for a mark in a menu, a footer or the like. */
  isAside({ block }: Mark): boolean {
    return this.known(block).isAside;
  }

  private known(block: Block): Named {
    return this.blocks.get(block) ?? NOTHING;
  }

  /** The block begins a section. */
  private head(block: Block): void {
    this.headings.add(block);
    this.areFirstsOld = true;
  }

  private put(block: Block, mentions: readonly Mention[]): void {
    const isAside = this.options.isAside(block) ?? this.known(block).isAside;
    const marks = attempt(() => this.marksFor(block, mentions, isAside), this.options.onError);
    if (!marks) return;
    const named = { mentions, marks, isAside };
    if (mentions.length > 0) this.blocks.set(block, named);
    else this.blocks.delete(block);
    if (mentions.some(({ entity }) => entity === '')) this.unsettled.add(block);
    else this.unsettled.delete(block);
    this.index.set(block, isAside ? [] : marks);
    this.painter.set(block, this.painted(named));
  }

  /** What was read since may have shown that a block stands elsewhere than it seemed. */
  private placeAnew(): void {
    for (const [block, { mentions, isAside }] of this.blocks) {
      if (isAside === (this.options.isAside(block) ?? isAside)) continue;
      this.areFirstsOld = true;
      this.put(block, mentions);
    }
  }

  /** The marks of a block's mentions: those that were there, those found again, new ones. */
  private marksFor(block: Block, mentions: readonly Mention[], isAside: boolean): OwnMark[] {
    const wanted = this.settled(mentions).filter((mention) => this.options.isWanted(mention));
    const known = this.known(block);
    const before = new Map(known.marks.map((mark) => [mark.mention.start, mark]));
    for (const { mention } of withoutQuiet(known.marks)) this.tally.remove(mention, known.isAside);
    const marks = wanted.map((mention) => {
      if (!mention.quiet) this.tally.add(mention, isAside);
      const there = before.get(mention.start);
      if (!there || !isSame(there.mention, mention)) return this.findAgainOrMake(block, mention);
      before.delete(mention.start);
      there.mention = mention;
      return there;
    });
    if (before.size > 0) this.areFirstsOld = true;
    for (const mark of before.values()) this.gone.push(mark);
    return marks;
  }

  private findAgainOrMake(block: Block, mention: Mention): OwnMark {
    this.areFirstsOld = true;
    const found = this.lost.find(block, mention);
    if (!found) return { id: ++this.lastId, block, mention };
    this.moved.push(Object.assign(found, { block, mention }));
    return found;
  }

  /** The page took a block away; its marks may be found again in what is read now. */
  private lose(block: Block): void {
    if (this.headings.delete(block)) this.areFirstsOld = true;
    const { marks, isAside } = this.known(block);
    this.blocks.delete(block);
    this.unsettled.delete(block);
    this.index.set(block, []);
    this.painter.set(block, []);
    for (const mark of marks) {
      this.areFirstsOld = true;
      if (!mark.mention.quiet) this.tally.remove(mark.mention, isAside);
      this.lost.add(mark);
    }
  }

  private painted({ marks, isAside }: Named): readonly Mark[] {
    const { firsts } = this;
    if (isAside) return [];
    return withoutQuiet(marks).filter((mark) => firsts?.has(mark) ?? true);
  }

  /** The mentions, of those that nothing has settled the ones that what the page names settles. */
  private settled(mentions: readonly Mention[]): readonly Mention[] {
    if (mentions.every(({ entity }) => entity !== '')) return mentions;
    return mentions.flatMap((mention) => {
      if (mention.entity !== '') return mention;
      const [entity, other] = mention.rivals.filter((id) => this.tally.isNamed(id));
      return entity !== undefined && other === undefined ? { ...mention, entity, rivals: [] } : [];
    });
  }

  /** What the page names has changed, perhaps: 我省 may point at another division, or at none. */
  private settleAnew(): void {
    for (const block of this.unsettled) {
      const { mentions, marks } = this.known(block);
      const quiet = this.settled(mentions).filter((mention) => mention.quiet);
      const before = marks.filter(({ mention }) => mention.quiet);
      const isOther = (mark: Mark, i: number) => quiet[i]?.entity !== mark.mention.entity;
      if (quiet.length !== before.length || before.some(isOther)) this.put(block, mentions);
    }
  }

  /** Paints what is due now, all or what comes first. */
  private draw(): void {
    this.placeAnew();
    this.settleAnew();
    const isFirstOnly = this.options.isFirstOnly();
    if (isFirstOnly !== (this.firsts !== null) || (isFirstOnly && this.areFirstsOld)) {
      this.firsts = isFirstOnly ? this.chooseFirsts() : null;
      for (const [block, named] of this.blocks) this.painter.set(block, this.painted(named));
    }
    if (this.areFirstsOld) this.options.onNews();
    this.areFirstsOld = false;
    this.painter.flush();
  }

  private chooseFirsts(): Set<Mark> {
    const { home, seen, inOrder } = this.options;
    return firstMarks(inOrder(), {
      headings: this.headings,
      home: home(),
      marksOf: (block) => {
        const { marks, isAside } = this.known(block);
        return isAside ? [] : withoutQuiet(marks);
      },
      isSeen: seen(),
    });
  }

  private tell(): void {
    const { moved, gone } = this;
    this.moved = [];
    this.gone = [];
    for (const mark of moved) attempt(() => this.options.onMoved(mark), this.options.onError);
    for (const mark of gone) attempt(() => this.options.onGone(mark), this.options.onError);
  }
}

/** Without those that are only pointed at. */
function withoutQuiet<M extends Mark>(marks: readonly M[]): readonly M[] {
  return marks.some(({ mention }) => mention.quiet)
    ? marks.filter(({ mention }) => !mention.quiet)
    : marks;
}

/** True when both name the same entity at the same place of a text. */
function isSame(a: Mention, b: Mention): boolean {
  return a.start === b.start && a.end === b.end && a.entity === b.entity;
}
