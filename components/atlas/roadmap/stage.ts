import type { Measure } from '@/components/picture/measure-text';
import { canvasMeasure, paint } from '@/components/picture/paint';
import { screenPalette } from '@/components/picture/palette';
import type { Palette } from '@/components/picture/scene';
import { drawRoadmap } from './draw';
import { type Drawing, type Hit, packer } from './drawing';
import { entriesIn, type Lane } from './lanes';
import { beyond, type Sight, type TimeSpan, timeAt, withinZoom, xOf } from './view';

/** Px to a year at first, that several can be told apart. */
const LEAST_AT_FIRST = 26;

/** Scrolling has come to rest when nothing moved for so long. */
const REST_MS = 250;

/** What a stage shows wherever it is scrolled. */
export interface Staged extends Pick<Drawing, 'chosen' | 'lineage' | 'figureText'> {
  lanes: readonly Lane[];
  frame: Pick<Sight, 'gutter' | 'axis' | 'size' | 'first' | 'end' | 'today'>;
}

interface Parts {
  /** Scrolls both ways: wheel, finger and keys pan as they do anywhere. */
  scroller: HTMLElement;
  /** As large as all there is. */
  ground: HTMLElement;
  /** As large as what is in sight, and stays there. */
  canvas: HTMLCanvasElement;
}

/**
 * A window over the roadmap. Only what is in sight is drawn, once for each picture of the screen;
 * the browser scrolls, so nothing of ours runs between a turn of the wheel and the movement.
 */
export class Stage {
  private staged: Staged | null = null;
  private pxPerYear = 0;
  private hits: Hit[] = [];
  private drawing = 0;
  private readonly measure: Measure;
  private readonly font: string;
  private palette: Palette;
  private pack = packer();
  private told = '';
  private rest: ReturnType<typeof setTimeout> | undefined;
  private readonly watch = new ResizeObserver(() => this.fit());

  constructor(
    private readonly parts: Parts,
    /** Told what time is in sight when that came to rest; null when all of it is. */
    private readonly onSpan: (span: TimeSpan | null) => void,
  ) {
    this.font = getComputedStyle(parts.scroller).fontFamily;
    this.measure = canvasMeasure(this.font);
    this.palette = screenPalette(parts.scroller);
    this.watch.observe(parts.scroller);
  }

  /** Shows this from now on; the first time at a span, later where it was. */
  show(staged: Staged, span: TimeSpan | null): void {
    const before = this.staged;
    if (before && before.lanes !== staged.lanes) this.pack = packer();
    this.staged = staged;
    this.palette = screenPalette(this.parts.scroller);
    const sight = this.sight();
    if (!sight) return;
    if (before) this.widen(this.pxPerYear, sight);
    else this.begin(span, sight);
    this.draw();
  }

  /** The first sight: the span asked for; else all of it, or on small screens the newest. */
  private begin(span: TimeSpan | null, sight: Sight): void {
    const { scroller } = this.parts;
    const room = sight.width - sight.gutter - beyond(sight);
    this.widen(span ? room / (span.to - span.from) : LEAST_AT_FIRST, sight);
    const from = span ? (span.from - sight.first) * this.pxPerYear : scroller.scrollWidth;
    scroller.scrollLeft = from;
    const chosen = this.staged?.chosen;
    const lane = this.staged?.lanes.find((each) =>
      entriesIn(each).some(({ key }) => key === chosen),
    );
    scroller.scrollTop = lane?.top ?? 0;
  }

  /** Makes years wider by a factor; the moment at `x` px of the window stays where it is. */
  zoom(factor: number, x?: number): void {
    const sight = this.sight();
    if (!sight) return;
    const at = Math.max(sight.gutter, x ?? (sight.gutter + sight.width) / 2);
    const moment = timeAt(at, sight);
    this.widen(sight.pxPerYear * factor, sight);
    const there = xOf(moment, { ...sight, left: 0, pxPerYear: this.pxPerYear });
    this.parts.scroller.scrollLeft = there - at;
    this.draw();
  }

  /** All of the time at once. */
  showAll(): void {
    this.zoom(0);
  }

  /** What is drawn at a point of the window, in px: the topmost. */
  hitAt(x: number, y: number): Hit | null {
    if (!this.staged || x < this.staged.frame.gutter || y < this.staged.frame.axis) return null;
    return (
      this.hits.findLast(
        (hit) => x >= hit.x && x <= hit.x + hit.width && y >= hit.y && y <= hit.y + hit.height,
      ) ?? null
    );
  }

  /** Draws before the screen is shown again, however often it is asked until then. */
  draw(): void {
    if (this.drawing === 0) this.drawing = requestAnimationFrame(() => this.drawNow());
  }

  dispose(): void {
    this.watch.disconnect();
    cancelAnimationFrame(this.drawing);
    clearTimeout(this.rest);
  }

  private drawNow(): void {
    this.drawing = 0;
    const sight = this.sight();
    if (!this.staged || !sight) return;
    const { lanes, chosen, lineage, figureText } = this.staged;
    const given = { sight, measure: this.measure, chosen, lineage, figureText };
    const { scene, hits } = drawRoadmap(lanes, this.pack, given);
    this.hits = hits;
    paint(this.parts.canvas, scene, { palette: this.palette, font: this.font }, devicePixelRatio);
    this.tell(sight);
  }

  private tell(sight: Sight): void {
    const whole = this.pxPerYear <= withinZoom(0, sight) + 0.01;
    const from = Math.max(sight.first, timeAt(sight.gutter, sight));
    const span = whole
      ? null
      : { from, to: Math.min(sight.end, timeAt(sight.width - beyond(sight), sight)) };
    const now = span ? `${span.from.toFixed(2)} ${span.to.toFixed(2)}` : '';
    if (now === this.told) return;
    this.told = now;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.onSpan(span), REST_MS);
  }

  private fit(): void {
    const sight = this.sight();
    if (!sight) return;
    this.widen(this.pxPerYear, sight);
    this.draw();
  }

  private widen(pxPerYear: number, sight: Sight): void {
    this.pxPerYear = withinZoom(pxPerYear, sight);
    const { ground, canvas } = this.parts;
    const years = (sight.end - sight.first) * this.pxPerYear;
    ground.style.width = `${sight.gutter + years + beyond(sight)}px`;
    canvas.style.width = `${sight.width}px`;
    canvas.style.height = `${sight.height}px`;
  }

  private sight(): Sight | null {
    const { clientWidth, clientHeight, scrollTop, scrollLeft } = this.parts.scroller;
    if (!this.staged || clientWidth === 0) return null;
    const seen = { width: clientWidth, height: clientHeight, top: scrollTop, left: scrollLeft };
    return { ...this.staged.frame, ...seen, pxPerYear: this.pxPerYear };
  }
}
