import type { Hit } from './drawing';
import type { Stage } from './stage';

/** One press of a button or a key. */
export const ZOOM_STEP = 1.5;

/** Px the pointer may move and still press. */
const STILL = 4;

/**
 * What a reader's hands do to a stage beside scrolling: dragging it, zooming with Ctrl or ⌘ and the
 * wheel (which is what a pinch on a touchpad says), with two fingers, with keys; pressing an entry.
 */
export function listenToHands(
  scroller: HTMLElement,
  stage: Stage,
  onPress: (hit: Hit | null) => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const inside = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left, top } = scroller.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const hitAt = (event: MouseEvent) => {
    const { x, y } = inside(event);
    return stage.hitAt(x, y);
  };
  scroller.addEventListener('scroll', () => stage.draw(), { signal });
  scroller.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      stage.zoom(Math.exp(-event.deltaY * lines * 0.004), inside(event).x);
    },
    { signal, passive: false },
  );
  scroller.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== scroller || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') stage.zoom(ZOOM_STEP);
      else if (event.key === '-') stage.zoom(1 / ZOOM_STEP);
      else if (event.key === '0') stage.showAll();
      else if (event.key === 'Escape') onPress(null);
      else return;
      event.preventDefault();
    },
    { signal },
  );
  listenToDrag(scroller, signal);
  listenToPinch(scroller, stage, (touch) => inside(touch).x, signal);
  scroller.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a, button')) return;
    if (scroller.dataset.dragged) return;
    onPress(hitAt(event));
  });
  scroller.addEventListener(
    'pointermove',
    (event) => {
      if (event.buttons !== 0) return;
      const hit = hitAt(event);
      scroller.dataset.over = hit ? 'entry' : 'ground';
      const [only] = hit?.of ?? [];
      scroller.title = hit && only ? (hit.of.length > 1 ? '' : only.label) : '';
    },
    { signal },
  );
  return () => stop.abort();
}

/** The mouse takes hold of the picture; fingers scroll it already. */
function listenToDrag(scroller: HTMLElement, signal: AbortSignal): void {
  scroller.addEventListener(
    'pointerdown',
    (down) => {
      delete scroller.dataset.dragged;
      if (down.pointerType !== 'mouse' || down.button !== 0) return;
      if (down.target instanceof Element && down.target.closest('a, button')) return;
      const { scrollLeft, scrollTop } = scroller;
      const dragging = new AbortController();
      const onMove = (move: PointerEvent) => {
        const [dx, dy] = [move.clientX - down.clientX, move.clientY - down.clientY];
        if (!scroller.dataset.dragged && Math.hypot(dx, dy) < STILL) return;
        scroller.dataset.dragged = 'true';
        scroller.scrollLeft = scrollLeft - dx;
        scroller.scrollTop = scrollTop - dy;
      };
      const until = { signal: AbortSignal.any([signal, dragging.signal]) };
      addEventListener('pointermove', onMove, until);
      addEventListener('pointerup', () => dragging.abort(), until);
      addEventListener('pointercancel', () => dragging.abort(), until);
    },
    { signal },
  );
}

function listenToPinch(
  scroller: HTMLElement,
  stage: Stage,
  xOf: (touch: Touch) => number,
  signal: AbortSignal,
): void {
  let apart = 0;
  const pinch = (event: TouchEvent) => {
    const [one, other] = [event.touches[0], event.touches[1]];
    if (!one || !other) {
      apart = 0;
      return;
    }
    event.preventDefault();
    const now = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    if (apart > 0) stage.zoom(now / apart, (xOf(one) + xOf(other)) / 2);
    apart = now;
  };
  for (const type of ['touchstart', 'touchmove', 'touchend'] as const) {
    scroller.addEventListener(type, pinch, { signal, passive: false });
  }
}
