import { type BoundaryPoint, boundariesOf } from '@/lib/dom/block';
import { boundaryAtPoint, holdsPoint, rectsBetween } from '@/lib/dom/geometry';
import type { Mark, MarkIndex } from '@/lib/dom/mark-index';
import { isOurs } from '@/lib/dom/ours';
import type { HoverCard } from './hover-card';

/** A finger that moved less than this between down and up, in px, has tapped. */
const TAP_PX = 10;
/** A finger that stayed down longer than this, in ms, is selecting or asking for a menu. */
const TAP_MS = 400;

export interface PointingOptions {
  index: MarkIndex;
  card: HoverCard;
  shadowRoots(): ShadowRoot[];
  isAlive(): boolean;
  /** False for text that has not been read, or is never. */
  isRead(node: Text): boolean;
  /** The reader is at something else: a card would be in the way. */
  isBusy(): boolean;
  /** The pointer rests on this mark, or on none. */
  onPointed(mark: Mark | null): void;
}

/** The mark under a point of the viewport: nearest caret, our own index, then its real boxes. */
export function markAt(x: number, y: number, index: MarkIndex, roots: ShadowRoot[]): Mark | null {
  return markBy(boundaryAtPoint(x, y, roots), x, y, index);
}

function markBy(place: BoundaryPoint | null, x: number, y: number, index: MarkIndex): Mark | null {
  if (!place) return null;
  for (const mark of index.touching(place)) {
    const { start, end } = boundariesOf(mark.block, mark.mention);
    if (holdsPoint(rectsBetween(start, end), x, y)) return mark;
  }
  return null;
}

/**
 * Follows the pointer over the page until `signal` aborts: one hit test a frame at most. Answers
 * what to call when more has been read: text that the page drew anew as the pointer came to it.
 */
export function watchPointer(options: PointingOptions, signal: AbortSignal): () => void {
  const { index, card } = options;
  let latest: PointerEvent | null = null;
  /** The last move, where it came to text that was not read. */
  let unread: PointerEvent | null = null;
  let before: { x: number; y: number; at: number } | null = null;
  let frame = 0;
  let pointed: Mark | null = null;
  const listening = { signal, capture: true, passive: true };

  const look = () => {
    frame = 0;
    const event = latest;
    latest = null;
    if (!event || !options.isAlive()) return;
    const { clientX: x, clientY: y, timeStamp: at } = event;
    const speed = before ? Math.hypot(x - before.x, y - before.y) / Math.max(1, at - before.at) : 0;
    before = { x, y, at };
    const onCard = event.target instanceof Node && isOurs(event.target);
    const isBusy = event.buttons !== 0 || options.isBusy();
    const place = onCard || isBusy ? null : boundaryAtPoint(x, y, options.shadowRoots());
    unread = place && !options.isRead(place.node) ? event : null;
    const mark = markBy(place, x, y, index);
    if (mark) card.over(mark, { x, y }, speed);
    else if (!onCard) card.off({ x, y });
    if (mark !== pointed) {
      pointed = mark;
      options.onPointed(mark);
    }
  };

  const lookSoon = (event: PointerEvent) => {
    latest = event;
    if (frame === 0) frame = requestAnimationFrame(look);
  };

  document.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType !== 'touch') lookSoon(event);
    },
    listening,
  );
  document.documentElement.addEventListener(
    'pointerleave',
    ({ clientX: x, clientY: y, pointerType }) => {
      if (pointerType === 'touch') return;
      latest = null;
      unread = null;
      card.off({ x, y });
    },
    { signal, passive: true },
  );
  watchPresses(options, listening);
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
  return () => {
    if (unread && !latest && !signal.aborted) lookSoon(unread);
  };
}

/** Presses beside the card close it; a tap on a mark opens its card. */
function watchPresses(options: PointingOptions, listening: AddEventListenerOptions): void {
  const { card, index } = options;
  let down: PointerEvent | null = null;
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Node && isOurs(event.target)) return;
      down = event;
      card.pressedElsewhere();
    },
    listening,
  );
  document.addEventListener(
    'pointerup',
    (event) => {
      const start = down;
      down = null;
      if (!start || event.pointerType !== 'touch' || !isTap(start, event)) return;
      const { clientX: x, clientY: y, target } = event;
      // A tap on a link or button is the page's own.
      if (target instanceof Element && target.closest('a[href], button, summary, label')) return;
      const mark = markAt(x, y, index, options.shadowRoots());
      if (mark) card.summon(mark, 'touch', { x, y });
    },
    listening,
  );
}

function isTap(down: PointerEvent, up: PointerEvent): boolean {
  const far = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY);
  return far < TAP_PX && up.timeStamp - down.timeStamp < TAP_MS;
}
