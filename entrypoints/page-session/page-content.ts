import { type Block, boundariesOf } from '@/lib/dom/block';
import { type Clips, isCutOff } from '@/lib/dom/clipped';
import { isVisible, pageTitle, parentElementOf } from '@/lib/dom/dom-members';
import { rectsBetween } from '@/lib/dom/geometry';
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
import type { TextLook } from '@/lib/dom/text-look';
import { pageHost } from '@/lib/frame/page-address';
import { reportError } from '@/lib/messages/report-error';
import type { Script } from '@/lib/model/languages';
import { type Settings, shownOn } from '@/lib/model/settings';
import { Finding, type Found } from './finding';
import { Names } from './names';
import { PageMarks } from './page-marks';
import { isWanted, refusedOn } from './wanted';

/** Tells of marks, for one look at many, whether they are seen once they are painted. */
function seenMarks(): (mark: Mark) => boolean {
  const clips: Clips = new Map();
  const looks = new Map<Element, TextLook>();
  return ({ block, mention }) => {
    const { start, end } = boundariesOf(block, mention);
    const element = parentElementOf(start.node);
    if (element === null) return true;
    if (!isVisible(element, { visibilityProperty: true })) return false;
    if (lookBetween(start, end, looks) === 'none') return false;
    return !isCutOff(element, () => rectsBetween(start, end), clips);
  };
}

/** Names are looked for in running text. */
function mayName({ isVerbatim }: Block): boolean {
  return !isVerbatim;
}

/** Enough of a page to tell its script, in blocks. */
const SCRIPT_SAMPLE_BLOCKS = 60;

export interface ContentOptions {
  /** False for a visit: the text is read, and nothing found in it. */
  isMarking: boolean;
  /** Text went or came. */
  onChanged(fresh: readonly Block[], gone: readonly Block[]): void;
  /** All the text that was to be read has been read. */
  onRead(): void;
  /** All that was read has been marked. */
  onMarked(): void;
  onMarkMoved(mark: Mark): void;
  onMarkGone(mark: Mark): void;
  onFramesWent(): void;
}

/** The page as it is read and marked: text, mentions, paint, kept up with what the page does. */
export class PageContent {
  readonly paint = new Paint();
  readonly marks: PageMarks;
  readonly names: Names;
  /** True once the text has been read for the first time. */
  isRead = false;
  /** True once what was read then has been marked. */
  isMarked = false;
  private isBegun = false;
  private readonly finding: Finding;
  private readonly ending = new AbortController();
  private readonly reader: PageReader;
  private readonly painter: MarkPainter;
  private readonly places = new PagePlaces(pageTitle, pageHost());
  private readonly strength: MarkStrength;
  /** What failed, each told of once: a rule that fails does so in every other block. */
  private readonly failures = new Set<string>();

  constructor(
    private settings: Settings,
    private readonly options: ContentOptions,
  ) {
    const onError = (error: unknown) => this.log(error);
    this.strength = new MarkStrength(settings.strength, import.meta.env.FIREFOX ? markCss : null);
    this.reader = new PageReader({
      isOurs,
      onBlocks: (fresh, gone) => {
        const [named, unnamed] = [fresh.filter(mayName), gone.filter(mayName)];
        this.places.take(named, unnamed);
        this.options.onChanged(fresh, gone);
        this.finding.take(named, unnamed);
      },
      onShadow: (root) => this.strength.reach(root),
      onShadowGone: (root) => this.strength.leave(root),
      onFramesWent: options.onFramesWent,
      onSettled: (isAll) => {
        this.isRead = true;
        this.places.settle();
        this.options.onRead();
        this.finding.settle(isAll);
      },
      onError,
    });
    this.names = new Names({
      refused: () => refusedOn(this.settings, pageHost()),
      onRenewed: () => this.findAnew(),
      onError,
    });
    this.finding = new Finding(this.reader.blocks, {
      find: (sections) => (options.isMarking ? this.names.find(sections) : Promise.resolve([])),
      onFound: (found, gone) => this.mark(found, gone),
      onSettled: (isAll) => {
        this.isMarked = true;
        this.names.rest();
        this.marks.settle(isAll);
        this.options.onMarked();
      },
      onError,
      signal: this.ending.signal,
    });
    this.painter = new MarkPainter(
      this.paint,
      this.reader.blocks,
      () => this.shadowRoots,
      () => this.reader.isRestless,
    );
    this.marks = new PageMarks(this.painter, {
      isWanted: (mention) => isWanted(this.settings, mention),
      isAside: (block) => {
        if (this.settings.scope !== 'article') return false;
        const place = this.places.of(block);
        return place && place === 'furniture';
      },
      isFirstOnly: () => this.settings.firstOnly,
      seen: seenMarks,
      home: () => this.names.hostDivision,
      inOrder: () => this.blocks(),
      onNews: () => this.reader.hurry(),
      onMoved: options.onMarkMoved,
      onGone: options.onMarkGone,
      onError,
    });
  }

  start(): void {
    this.reader.start();
  }

  stop(): void {
    this.ending.abort();
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

  /** A snapshot of the page's text, without nodes that are to be left out of it. */
  text(without?: ReadonlySet<Text>): PageText {
    return new PageText(this.blocks(), without);
  }

  knows(node: Text): boolean {
    return this.reader.blocks.of(node) !== undefined;
  }

  /** True for text whose names are known: it was read, and nobody is asked for them any more. */
  knowsNamesIn(node: Text): boolean {
    const block = this.reader.blocks.of(node);
    return block !== undefined && !this.finding.isAwaited(block);
  }

  /** True while a block is part of the page as it was read last. */
  holds(block: Block): boolean {
    return this.reader.blocks.of(block.nodes[0] as Text) === block;
  }

  /** The script the page is mostly written in. */
  script(): Script | null {
    const sample = this.reader.blocks.inOrder(document, SCRIPT_SAMPLE_BLOCKS);
    return scriptOfText(sample.map((block) => block.text).join());
  }

  changeSettings(settings: Settings): void {
    const host = pageHost();
    const before = JSON.stringify(refusedOn(this.settings, host));
    const isOwnTurned = shownOn(this.settings, host).own !== shownOn(settings, host).own;
    this.settings = settings;
    this.strength.change(settings.strength);
    this.marks.update();
    if (isOwnTurned) this.renewNames();
    else if (JSON.stringify(refusedOn(settings, host)) !== before) this.findAnew();
  }

  /** What names there are may have changed. */
  renewNames(): void {
    this.names.renew();
    this.findAnew();
  }

  /** Whether the names in what was read are lacking because nobody answered. */
  get hasFailed(): boolean {
    return this.finding.hasFailed;
  }

  /** Asks at once for what could not be answered. */
  askNow(): Promise<void> {
    return this.finding.askNow();
  }

  /** Everything is found anew in the text as it was read. */
  private findAnew(): void {
    this.finding.take(this.blocks().filter(mayName), []);
    // While the page is first read, that ends with a settling of its own.
    if (this.isRead) this.finding.settle(false);
  }

  private mark(found: Found[], gone: readonly Block[]): void {
    this.marks.take(found, gone);
    // What is read first is in view; the rest is painted together, when all has been read.
    if (!this.isBegun) this.painter.flush();
    this.isBegun = true;
    this.paint.restore();
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
