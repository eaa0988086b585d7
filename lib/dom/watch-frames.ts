import { localNameOf } from './dom-members';
import { listen } from './listen';

/** True for an element that shows a document of its own. */
export function isFrame(element: Element): boolean {
  const localName = localNameOf(element);
  return localName === 'iframe' || localName === 'frame';
}

/**
 * Calls back when a frame of this document shows another document than before, until `signal`
 * aborts. What a frame shows first is no change.
 */
export function watchFrames(onMoved: () => void, signal: AbortSignal): void {
  const filled = new WeakSet<EventTarget>();
  const take = () => {
    for (const frame of document.querySelectorAll('iframe, frame')) filled.add(frame);
  };
  if (document.readyState === 'complete') take();
  else listen(window, 'load', take, { once: true, signal });
  const hear = ({ target }: Event) => {
    if (!(target instanceof Element) || !isFrame(target)) return;
    if (filled.has(target)) onMoved();
    filled.add(target);
  };
  listen(document, 'load', hear, { signal, capture: true, passive: true });
}
