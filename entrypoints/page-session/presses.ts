import { closestOf } from '@/lib/dom/dom-members';
import { listenFirst } from '@/lib/dom/first-listener';
import { markAt } from '@/lib/dom/mark-at';
import type { Mark, MarkIndex } from '@/lib/dom/mark-index';
import { isOurs } from '@/lib/dom/ours';
import type { HoverCard } from './hover-card';

export interface PressOptions {
  index: MarkIndex;
  card: HoverCard;
  shadowRoots(): ShadowRoot[];
  isAlive(): boolean;
}

/** A finger that moved less than this between down and up, in px, has tapped. */
const TAP_PX = 10;
/** A finger that stays down so long, in ms, asks for more than a tap: before browsers open their menu. */
const LONG_PRESS_MS = 400;

/** Where a press is the page's own. */
const PRESSED_BY_PAGE = 'a[href], button, summary, label';

/**
 * Presses beside the card close it; a tap on a mark opens its card, and where a tap is the page's own,
 * as in a link, a long press.
 */
export function watchPresses(options: PressOptions, signal: AbortSignal): void {
  const { card, index } = options;
  let down: PointerEvent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The finger has been given a card: neither the browser's menu nor the link is meant. */
  let isAnswered = false;

  const markUnder = ({ clientX: x, clientY: y }: PointerEvent): Mark | null =>
    markAt(x, y, index, options.shadowRoots());
  const summon = (event: PointerEvent, mark: Mark | null) => {
    const point = { x: event.clientX, y: event.clientY };
    if (mark && options.isAlive()) card.summon(mark, 'touch', point);
    return mark !== null;
  };
  const release = () => {
    clearTimeout(timer);
    const pressed = down;
    down = null;
    return pressed;
  };

  const press = (event: PointerEvent) => {
    if (event.target instanceof Node && isOurs(event.target)) return;
    release();
    isAnswered = false;
    down = event;
    card.pressedElsewhere();
    if (event.pointerType !== 'touch' || !isPagesOwn(event)) return;
    timer = setTimeout(() => {
      if (down === event) isAnswered = summon(event, markUnder(event));
    }, LONG_PRESS_MS);
  };
  const move = (event: PointerEvent) => {
    if (down && isFar(down, event)) release();
  };
  const lift = (event: PointerEvent) => {
    const pressed = release();
    if (!pressed || isAnswered || event.pointerType !== 'touch') return;
    const isTap = !isFar(pressed, event) && event.timeStamp - pressed.timeStamp < LONG_PRESS_MS;
    if (isTap && !isPagesOwn(event)) summon(event, markUnder(event));
  };
  const withhold = (event: MouseEvent) => {
    if (!isAnswered || (event.target instanceof Node && isOurs(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === 'click') isAnswered = false;
  };
  listenFirst('pointerdown', press, signal);
  listenFirst('pointermove', move, signal);
  listenFirst('pointerup', lift, signal);
  listenFirst('pointercancel', release, signal);
  listenFirst('contextmenu', withhold, signal);
  listenFirst('click', withhold, signal);
  signal.addEventListener('abort', release);
}

function isPagesOwn({ target }: PointerEvent): boolean {
  return target instanceof Element && closestOf(target, PRESSED_BY_PAGE) !== null;
}

function isFar(down: PointerEvent, now: PointerEvent): boolean {
  return Math.hypot(now.clientX - down.clientX, now.clientY - down.clientY) >= TAP_PX;
}
