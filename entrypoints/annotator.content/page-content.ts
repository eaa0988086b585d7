import type { Block } from '@/lib/dom/block';
import { isHeading } from '@/lib/dom/headings';
import type { Mark } from '@/lib/dom/mark-index';
import { MarkPainter } from '@/lib/dom/mark-painter';
import { MarkStrength } from '@/lib/dom/mark-strength';
import markCss from '@/lib/dom/marks.css?inline';
import { isOurs } from '@/lib/dom/ours';
import { PageReader } from '@/lib/dom/page-reader';
import { scriptOfText } from '@/lib/dom/page-script';
import { PageText } from '@/lib/dom/page-text';
import { Paint } from '@/lib/dom/paint';
import type { EntityId } from '@/lib/model/entity';
import type { Script } from '@/lib/model/languages';
import type { Mention } from '@/lib/model/mention';
import type { Settings } from '@/lib/model/settings';
import { overlaps, type Span } from '@/lib/model/span';
import type { Finder } from './finder';
import { pageHost } from './page-address';
import { PageMarks } from './page-marks';
import { wantedBy } from './wanted';

/** Enough of a page to tell its script, in blocks. */
const SCRIPT_SAMPLE_BLOCKS = 60;

export interface ContentOptions {
  /** Blocks went or came; marks are up to date. */
  onChanged(gone: readonly Block[]): void;
  /** All that was to be read has been read. */
  onSettled(): void;
  onMarkGone(mark: Mark): void;
  onFramesWent(): void;
}

/** The page as it is read and marked: text, mentions, paint, kept up with what the page does. */
export class PageContent {
  readonly paint = new Paint();
  readonly marks: PageMarks;
  /** True once the first reading is complete. */
  isRead = false;
  private isBegun = false;
  private readonly reader: PageReader;
  private readonly painter: MarkPainter;
  private readonly strength: MarkStrength;
  private isWanted: (mention: Mention, text: string) => boolean;
  /** The first mention of each entity in each section, while only those are wanted. */
  private firsts: Set<Mention> | null = null;

  constructor(
    private finder: Finder,
    private settings: Settings,
    private readonly options: ContentOptions,
  ) {
    this.strength = new MarkStrength(settings.strength, import.meta.env.FIREFOX ? markCss : null);
    this.isWanted = wantedBy(settings, pageHost(), this.finder.classOf);
    if (settings.firstOnly) this.firsts = new Set();
    this.reader = new PageReader({
      isOurs,
      onBlocks: (fresh, gone) => this.take(fresh, gone),
      onShadow: (root) => this.strength.reach(root),
      onFramesWent: options.onFramesWent,
      onSettled: () => this.settle(),
    });
    this.painter = new MarkPainter(this.paint, this.reader.blocks, () => this.shadowRoots);
    this.marks = new PageMarks(this.painter, this.reader.blocks, {
      find: (text, section) =>
        this.finder.detector.detect(text, {
          host: pageHost(),
          title: document.title,
          section,
        }),
      isWanted: (mention, text) =>
        this.isWanted(mention, text) && (this.firsts?.has(mention) ?? true),
      onGone: options.onMarkGone,
    });
  }

  start(): void {
    this.reader.start();
  }

  stop(): void {
    this.reader.stop();
    this.marks.clear();
    this.paint.clear();
    this.strength.clear();
  }

  /** The reader of the page did something: much that nothing else tells of follows from that. */
  lookAgain(): void {
    this.paint.restore();
    this.strength.restore();
    this.painter.flush();
    this.reader.lookForRoots();
  }

  get shadowRoots(): ShadowRoot[] {
    return [...this.reader.shadowRoots];
  }

  /** All marks, in page order. */
  marksInOrder(): Mark[] {
    return this.marks.marksOf(this.blocks());
  }

  /** A snapshot of the page's text. */
  text(): PageText {
    return new PageText(this.blocks());
  }

  knows(node: Text): boolean {
    return this.reader.blocks.of(node) !== undefined;
  }

  /** True while a block is part of the page as it was read last. */
  holds(block: Block): boolean {
    return this.reader.blocks.of(block.nodes[0] as Text) === block;
  }

  /** Entities named in a span of the page's text, each once. */
  entitiesIn(text: PageText, span: Span): EntityId[] {
    const ids = text
      .parts(span)
      .flatMap((part) =>
        this.marks.mentionsOf(part.block).filter((mention) => overlaps(mention, part.span)),
      )
      .map(({ entity }) => entity);
    return [...new Set(ids)];
  }

  /** The script the page is mostly written in. */
  script(): Script | null {
    const sample = this.reader.blocks.inOrder(document.body, SCRIPT_SAMPLE_BLOCKS);
    return scriptOfText(sample.map((block) => block.text).join());
  }

  changeSettings(settings: Settings): void {
    this.settings = settings;
    this.strength.change(settings.strength);
    this.isWanted = wantedBy(settings, pageHost(), this.finder.classOf);
    this.firsts = settings.firstOnly ? this.firstMentions() : null;
    this.marks.repaint();
  }

  /** Names changed: everything is found anew in the text as it was read. */
  changeFinder(finder: Finder): void {
    this.finder = finder;
    this.isWanted = wantedBy(this.settings, pageHost(), finder.classOf);
    this.marks.findAgain(this.blocks());
    this.settle();
  }

  private take(fresh: Block[], gone: Block[]): void {
    this.marks.take(fresh, gone);
    // What is read first is in view; the rest is painted together, when all has been read.
    if (!this.isBegun) this.painter.flush();
    this.isBegun = true;
    this.paint.restore();
    this.options.onChanged(gone);
  }

  private settle(): void {
    this.isRead = true;
    if (this.settings.firstOnly) {
      this.firsts = this.firstMentions();
      this.marks.repaint();
    }
    this.painter.flush();
    this.options.onSettled();
  }

  private firstMentions(): Set<Mention> {
    const firsts = new Set<Mention>();
    let seen = new Set<EntityId>();
    for (const block of this.blocks()) {
      if (isHeading(block)) seen = new Set();
      for (const mention of this.marks.mentionsOf(block)) {
        if (seen.has(mention.entity)) continue;
        seen.add(mention.entity);
        firsts.add(mention);
      }
    }
    return firsts;
  }

  private blocks(): Block[] {
    return this.reader.blocks.inOrder(document.body);
  }
}
