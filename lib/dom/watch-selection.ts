import { listen } from './listen';

/** A pause in `selectionchange` that counts as settled, in ms: keys repeat faster than this. */
const SETTLED_MS = 250;
/** After the pointer is let go the browser may still move the selection's edge: one task later. */
const RELEASED_MS = 10;
/** So long, in ms, after a key or a touch what is selected may still be the reader's doing. */
const KEY_MS = 1_000;
const TOUCH_MS = 5_000;

/**
 * Calls back when the reader's selection has come to rest: as soon as the pointer is let go, or
 * after a pause when keys or touch handles change it. What a page selects while the reader does
 * nothing is not the reader's selection.
 */
export function watchSelection(onSettled: () => void, signal: AbortSignal): void {
  let pressed = false;
  let changed = false;
  let readerUntil = 0;
  const readerActs = (ms: number) => {
    readerUntil = performance.now() + ms;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settleIn = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = false;
      onSettled();
    }, delay);
  };
  const options = { signal, capture: true, passive: true };
  const release = () => {
    pressed = false;
    if (changed) settleIn(RELEASED_MS);
  };
  listen(
    document,
    'pointerdown',
    ({ pointerType }) => {
      pressed = true;
      if (pointerType === 'touch') readerActs(TOUCH_MS);
    },
    options,
  );
  listen(document, 'keydown', () => readerActs(KEY_MS), options);
  listen(document, 'pointerup', release, options);
  listen(document, 'pointercancel', release, options);
  listen(
    document,
    'selectionchange',
    () => {
      if (!pressed && performance.now() > readerUntil) return;
      changed = true;
      if (!pressed) settleIn(SETTLED_MS);
    },
    options,
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
