import { listenFirst } from './first-listener';
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
 * after a pause when keys or touch handles change it. `isKeyHeld`: the pointer was let go with Ctrl
 * (⌘) held, which selecting itself has no use for.
 * What a page selects while the reader does nothing is not the reader's selection.
 */
export function watchSelection(onSettled: (isKeyHeld: boolean) => void, signal: AbortSignal): void {
  let pressed = false;
  let changed = false;
  let readerUntil = 0;
  const readerActs = (ms: number) => {
    readerUntil = performance.now() + ms;
  };
  let isKeyHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settleIn = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = false;
      onSettled(isKeyHeld);
      isKeyHeld = false;
    }, delay);
  };
  const release = ({ ctrlKey, metaKey }: PointerEvent) => {
    pressed = false;
    isKeyHeld = ctrlKey || metaKey;
    if (changed) settleIn(RELEASED_MS);
  };
  const change = () => {
    if (!pressed && performance.now() > readerUntil) return;
    changed = true;
    if (!pressed) settleIn(SETTLED_MS);
  };
  const press = ({ pointerType }: PointerEvent) => {
    pressed = true;
    if (pointerType === 'touch') readerActs(TOUCH_MS);
  };
  listenFirst('keydown', () => readerActs(KEY_MS), signal);
  listenFirst('pointerdown', press, signal);
  listenFirst('pointerup', release, signal);
  listenFirst('pointercancel', release, signal);
  listen(document, 'selectionchange', change, { signal, capture: true });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
