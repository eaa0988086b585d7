/** A pause in `selectionchange` that counts as settled, in ms: keys repeat faster than this. */
const SETTLED_MS = 250;
/** After the pointer is let go the browser may still move the selection's edge: one task later. */
const RELEASED_MS = 10;

/**
 * Calls back when the reader's selection has come to rest: as soon as the pointer is let go, or
 * after a pause when keys or touch handles change it.
 */
export function watchSelection(onSettled: () => void, signal: AbortSignal): void {
  let pressed = false;
  let changed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settleIn = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = false;
      onSettled();
    }, delay);
  };
  const options = { signal, capture: true, passive: true };
  const listen = (type: string, listener: () => void) =>
    document.addEventListener(type, listener, options);
  const release = () => {
    pressed = false;
    if (changed) settleIn(RELEASED_MS);
  };
  listen('pointerdown', () => {
    pressed = true;
  });
  listen('pointerup', release);
  listen('pointercancel', release);
  listen('selectionchange', () => {
    changed = true;
    if (!pressed) settleIn(SETTLED_MS);
  });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
