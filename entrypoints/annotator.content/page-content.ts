import { type Block, boundariesOf } from '@/lib/dom/block';
import { pageTitle, parentElementOf } from '@/lib/dom/dom-members';
import type { Mark } from '@/lib/dom/mark-index';
import { MarkPainter } from '@/lib/dom/mark-painter';
import { MarkStrength } from '@/lib/dom/mark-strength';
import markCss from '@/lib/dom/marks.css?inline';
import { isOurs } from '@/lib/dom/ours';
import { PagePlaces } from '@/lib/dom/page-places';
import { PageReader } from '@/lib/dom/page-reader';
import { scriptOfText } from '@/lib/dom/page-script';
import { PageText } from '@/lib/dom/page-text';
import { lookBetween, Paint } from '@/lib/dom/paint';
import { reportError } from '@/lib/messages/report-error';
import type { EntityId } from '@/lib/model/entity';
import type { Script } from '@/lib/model/languages';
import type { Mention } from '@/lib/model/mention';
import type { Settings } from '@/lib/model/settings';
import { overlaps, type Span } from '@/lib/model/span';
import type { Finder } from './finder';
import { pageHost } from './page-address';
import { PageMarks } from './page-marks';
import { wantedBy } from './wanted';

/** True for a mark that can be seen once it is painted. No layout is asked for. */
function isSeenMark({ block, mention }: Mark): boolean {
  const { start, end } = boundariesOf(block, mention);
  const isShown = parentElementOf(start.node)?.checkVisibility({ visibilityProperty: true });
  return isShown !== false && lookBetween(start, end) !== 'none';
}

/** Enough of a page to tell its script, in blocks. */
const SCRIPT_SAMPLE_BLOCKS = 60;

export interface ContentOptions {
  /** Blocks went or came; marks are up to date. */
  onChanged(gone: readonly Block[]): void;
  /** All that was to be read has been read. */
  onSettled(): void;
  onMarkMoved(mark: Mark): void;
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
  private readonly places = new PagePlaces(pageTitle, pageHost());
  private readonly strength: MarkStrength;
  private isWanted: (mention: Mention, text: string) => boolean;
  /** What failed, each told of once: a rule that fails does so in every other block. */
  private readonly failures = new Set<string>();

  constructor(
    private finder: Finder,
    private settings: Settings,
    private readonly options: ContentOptions,
  ) {
    const onError = (error: unknown) => this.log(error);
    this.strength = new MarkStrength(settings.strength, import.meta.env.FIREFOX ? markCss : null);
    this.isWanted = wantedBy(settings, pageHost(), this.finder.classOf);
    this.reader = new PageReader({
      isOurs,
      onBlocks: (fresh, gone) => this.take(fresh, gone),
      onShadow: (root) => this.strength.reach(root),
      onShadowGone: (root) => this.strength.leave(root),
      onFramesWent: options.onFramesWent,
      onSettled: (isAll) => {
        this.isRead = true;
        this.settle(isAll);
      },
      onError,
    });
    this.painter = new MarkPainter(this.paint, this.reader.blocks, () => this.shadowRoots);
    this.marks = new PageMarks(this.painter, this.reader.blocks, {
      find: (text, section) =>
        this.finder.detector.detect(text, {
          host: pageHost(),
          title: pageTitle(),
          section,
        }),
      isWanted: (mention, text) => this.isWanted(mention, text),
      isAside: (block) =>
        this.settings.scope === 'article' && this.places.of(block) === 'furniture',
      isFirstOnly: () => this.settings.firstOnly,
      isSeen: isSeenMark,
      home: () => this.finder.detector.divisionOfHost(pageHost()),
      inOrder: () => this.blocks(),
      onMoved: options.onMarkMoved,
      onGone: options.onMarkGone,
      onError,
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

  /** The marks of what the page is read for, in page order. */
  marksToStep(): Mark[] {
    return this.marksInOrder().filter((mark) => !this.marks.isAside(mark));
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
    const sample = this.reader.blocks.inOrder(document, SCRIPT_SAMPLE_BLOCKS);
    return scriptOfText(sample.map((block) => block.text).join());
  }

  changeSettings(settings: Settings): void {
    this.settings = settings;
    this.strength.change(settings.strength);
    this.isWanted = wantedBy(settings, pageHost(), this.finder.classOf);
    this.marks.update();
  }

  /** Names changed: everything is found anew in the text as it was read. */
  changeFinder(finder: Finder): void {
    this.finder = finder;
    this.isWanted = wantedBy(this.settings, pageHost(), finder.classOf);
    this.marks.take(this.blocks(), []);
    this.settle(false);
  }

  private take(fresh: Block[], gone: Block[]): void {
    this.places.take(fresh, gone);
    this.marks.take(fresh, gone);
    // What is read first is in view; the rest is painted together, when all has been read.
    if (!this.isBegun) this.painter.flush();
    this.isBegun = true;
    this.paint.restore();
    this.options.onChanged(gone);
  }

  private settle(isAll: boolean): void {
    this.places.settle();
    this.marks.settle(isAll);
    this.options.onSettled();
  }

  private blocks(): Block[] {
    return this.reader.blocks.inOrder(document);
  }

  private log(error: unknown): void {
    const failure = String(error);
    if (this.failures.has(failure)) return;
    this.failures.add(failure);
    reportError(error, 'reading');
  }
}
