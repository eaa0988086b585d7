import { listenFirst } from '@/lib/dom/first-listener';
import { boundaryAtPoint } from '@/lib/dom/geometry';
import { listen } from '@/lib/dom/listen';
import { markBy } from '@/lib/dom/mark-at';
import type { Mark } from '@/lib/dom/mark-index';
import { isOurs } from '@/lib/dom/ours';
import { type PressOptions, watchPresses } from './presses';

/** After the last scroll event, in ms: momentum is over, and the reader looks at what is there now. */
const SCROLL_END_MS = 120;

export interface PointingOptions extends PressOptions {
  /** False for text whose names are not known: it has not been read, is never, or they are asked for. */
  isNamed(node: Text): boolean;
  /** The reader is at something else: a card would be in the way. */
  isBusy(): boolean;
  /** The pointer rests on this mark, or on none. */
  onPointed(mark: Mark | null): void;
}

/** Where the pointer was last. */
interface Sighting {
  x: number;
  y: number;
  at: number;
  /** A button is down: the reader selects, or drags. */
  isPressed: boolean;
  onCard: boolean;
}

/**
 * Follows the pointer over the page until `signal` aborts: one hit test a frame at most. Answers
 * what to call when more has been read: text that the page drew anew as the pointer came to it.
 */
export function watchPointer(options: PointingOptions, signal: AbortSignal): () => void {
  const { index, card } = options;
  let latest: Sighting | null = null;
  /** The last move, where it came to text whose names were not known. */
  let unread: Sighting | null = null;
  let before: Sighting | null = null;
  let frame = 0;
  let pointed: Mark | null = null;
  let scrolled: ReturnType<typeof setTimeout> | undefined;
  const listening = { signal, capture: true, passive: true };

  const look = () => {
    frame = 0;
    const now = latest;
    latest = null;
    if (!now || !options.isAlive()) return;
    const { x, y, at, onCard } = now;
    // The page drew anew what the pointer rests on: what that is will be known when its names are.
    const isStill = before?.x === x && before.y === y;
    const speed = before ? Math.hypot(x - before.x, y - before.y) / Math.max(1, at - before.at) : 0;
    before = now;
    const isBusy = now.isPressed || options.isBusy();
    const place = onCard || isBusy ? null : boundaryAtPoint(x, y, options.shadowRoots());
    const mark = onCard || isBusy ? null : markBy(place, x, y, index);
    unread = place && !mark && !options.isNamed(place.node) ? now : null;
    if (mark) card.over(mark, { x, y }, speed);
    else if (!onCard && !(unread && isStill)) card.off({ x, y });
    if (mark !== pointed) {
      pointed = mark;
      options.onPointed(mark);
    }
  };

  const lookSoon = (sighting: Sighting) => {
    latest = sighting;
    if (frame === 0) frame = requestAnimationFrame(look);
  };

  listenFirst(
    'pointermove',
    ({ clientX: x, clientY: y, timeStamp: at, buttons, target, pointerType }) => {
      if (pointerType === 'touch') return;
      const onCard = target instanceof Node && isOurs(target);
      lookSoon({ x, y, at, isPressed: buttons !== 0, onCard });
    },
    signal,
  );
  listen(
    document.documentElement,
    'pointerleave',
    ({ clientX: x, clientY: y, pointerType }) => {
      if (pointerType === 'touch') return;
      latest = null;
      unread = null;
      before = null;
      card.off({ x, y });
    },
    { signal, passive: true },
  );
  // What comes to lie under a pointer that rests is pointed at as well.
  listen(
    window,
    'scroll',
    ({ timeStamp: at }) => {
      clearTimeout(scrolled);
      scrolled = setTimeout(() => {
        if (before && !before.onCard && !latest) lookSoon({ ...before, at });
      }, SCROLL_END_MS);
    },
    listening,
  );
  watchPresses(options, signal);
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    clearTimeout(scrolled);
  });
  return () => {
    if (unread && !latest && !signal.aborted) lookSoon(unread);
  };
}
