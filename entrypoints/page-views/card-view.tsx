import { render } from 'preact';
import { Card } from '@/components/card/Card';
import cardCss from '@/components/card/card.css?inline';
import { Glance } from '@/components/card/Glance';
import { OwnCard } from '@/components/card/OwnCard';
import { listen } from '@/lib/dom/listen';
import type { CardContent, CardHandle, CardListeners, Reference } from '@/lib/dom/page-views';
import { viewport } from '@/lib/dom/viewport';
import { clearPlace, coveredBy } from '@/lib/hover/clear-place';
import { growCard } from '@/lib/hover/grow-card';
import { moveByKey, nextCorner } from '@/lib/hover/move-card';
import { lineAt, placeCard, type Size } from '@/lib/hover/place-card';
import type { Box } from '@/lib/hover/safe-path';
import { chineseStyle } from './chinese-style';
import { watchDrag } from './drag';
import { isPressable, obstaclesAround, pressableIn } from './obstacles';
import { frameAddress, startFrame } from './start-frame';
import { TopLayerHost } from './top-layer-host';

const HEADING_ID = 'govgloss-card-name';

/** Menus open, lists grow: what a glance covers is looked at again so often, in ms. */
const LOOK_AGAIN_MS = 300;

/** A place that turns out to cover something is given up so many times at most. */
const TRIES = 3;

/** The card on the screen: rendered, placed beside its mention, moved by the reader when pinned. */
export class CardView implements CardHandle {
  private readonly host = new TopLayerHost(cardCss);
  private readonly resized = new ResizeObserver(() => void this.place());
  private reference: Reference | null = null;
  private full = false;
  private pinned = false;
  /** The reader has put it somewhere: it is not placed any more. */
  private moved = false;
  /** It covers what can be pressed, so that the pointer goes through it. */
  private passed = false;
  /** Where the glance stood that the card has grown from, from the corner of its line. */
  private grownFrom: Box | null = null;
  private focusBefore: Element | null = null;
  private frame = 0;
  private lookedAt = 0;

  constructor(private readonly listeners: CardListeners) {
    listen(this.host.element, 'pointerenter', listeners.onEntered);
    listen(this.host.element, 'pointerleave', listeners.onLeft);
    listen(this.host.element, 'click', listeners.onPressed);
    watchDrag(this.host, '.card-head', () => {
      this.moved ||= this.pinned;
      return this.pinned;
    });
  }

  get box(): DOMRect | null {
    return this.host.isShown && !this.passed ? this.host.element.getBoundingClientRect() : null;
  }

  show(content: CardContent, reference: Reference): void {
    const isGrowing = this.host.isShown && content.full && !this.full;
    this.grownFrom = isGrowing ? this.fromLine(this.host.element.getBoundingClientRect()) : null;
    this.reference = reference;
    this.full = content.full;
    this.pinned = content.pinned;
    this.draw(content, reference);
    if (isGrowing) void this.place();
    if (this.host.isShown) return;
    this.moved = false;
    this.host.show();
    this.resized.observe(this.host.element);
    this.frame = requestAnimationFrame((now) => this.look(now));
    void this.place();
  }

  follow(reference: Reference): void {
    this.reference = reference;
    void this.place();
  }

  focus(): void {
    this.focusBefore = document.activeElement;
    const dialog = this.host.shadow.querySelector<HTMLElement>('[role="dialog"]');
    if (!dialog) return;
    this.host.change(() => {
      dialog.tabIndex = -1;
    });
    dialog.focus({ preventScroll: true });
  }

  hide(): void {
    if (!this.host.isShown) return;
    const hadFocus = this.host.shadow.activeElement !== null;
    this.resized.disconnect();
    cancelAnimationFrame(this.frame);
    this.grownFrom = null;
    render(null, this.host.shadow);
    this.host.hide();
    if (hadFocus && this.focusBefore instanceof HTMLElement) {
      this.focusBefore.focus({ preventScroll: true });
    }
    this.focusBefore = null;
  }

  private draw(content: CardContent, { face }: Reference): void {
    const style = chineseStyle(face);
    const onMove = (key: string | null) => this.move(key);
    const { data } = content;
    const about = { ...content, headingId: HEADING_ID, onMove };
    render(
      'token' in data ? (
        <OwnCard
          {...about}
          data={data}
          frame={frameAddress()}
          onFrame={(frame) => this.showEntry(frame, data.token, content)}
        />
      ) : content.full ? (
        <Card {...about} data={data} chineseStyle={style} />
      ) : (
        <Glance {...about} data={data} chineseStyle={style} />
      ),
      this.host.shadow,
    );
  }

  /** What the reader wrote is shown by a frame of ours: the page may look into this root. */
  private showEntry(frame: HTMLIFrameElement, token: string, content: CardContent): void {
    startFrame(frame, { shows: 'entry', token, theme: content.prefs.theme }, (said) => {
      if (said.say === 'ended') content.onClose();
      if (said.say !== 'height') return;
      this.host.change(() => {
        frame.height = `${Math.ceil(said.px)}`;
      });
    });
  }

  /** While the card is there each frame may have moved what it is about. */
  private look(now: number): void {
    this.frame = requestAnimationFrame((next) => this.look(next));
    this.listeners.onFrame();
    if (this.full || now - this.lookedAt < LOOK_AGAIN_MS) return;
    this.lookedAt = now;
    void this.place();
  }

  /** For readers who do not drag: by an arrow key, or (null) to the window's next corner. */
  private move(key: string | null): void {
    const card = this.host.element.getBoundingClientRect();
    const to = key === null ? nextCorner(card, viewport()) : moveByKey(card, viewport(), key);
    if (!to) return;
    this.moved = true;
    this.host.moveTo(to.left, to.top);
  }

  private async place(): Promise<void> {
    const { host, reference } = this;
    const line = reference && lineAt(reference.lines, reference.point);
    if (!line || !host.isShown || this.moved) return;
    const window = viewport();
    const card = host.measure(window);
    const usual = await placeCard(line, card, window, reference.vertical);
    if (!host.isShown || this.moved || this.reference !== reference) return;
    const grown = this.full && this.grownFrom;
    const place = grown ? growCard(moved(grown, line), line, card, window) : usual;
    host.limit(place.maxWidth, place.maxHeight);
    if (this.full || reference.vertical) this.settle(place, false);
    else {
      const { element } = reference;
      const obstacles = obstaclesAround(element, line, window);
      let clear = clearPlace(usual, line, card, window, obstacles);
      for (let tries = 0; tries < TRIES; tries++) {
        const more = pressableIn(boxAt(clear, card), element);
        if (more.length === 0) break;
        obstacles.push(...more);
        clear = clearPlace(usual, line, card, window, obstacles);
      }
      const isCovering = coveredBy(clear, card, obstacles).length > 0;
      this.settle(clear, isCovering && isPressable(element));
    }
  }

  private settle({ left, top }: { left: number; top: number }, passed: boolean): void {
    this.passed = passed;
    this.host.passThrough(passed);
    this.host.moveTo(left, top);
  }

  /** A box as seen from the line the card is about, which may be scrolled. */
  private fromLine(box: Box): Box | null {
    const line = this.reference && lineAt(this.reference.lines, this.reference.point);
    return line && moved(box, { left: -line.left, top: -line.top });
  }
}

function boxAt({ left, top }: { left: number; top: number }, { width, height }: Size): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function moved(box: Box, by: { left: number; top: number }): Box {
  return {
    left: box.left + by.left,
    top: box.top + by.top,
    right: box.right + by.left,
    bottom: box.bottom + by.top,
  };
}
