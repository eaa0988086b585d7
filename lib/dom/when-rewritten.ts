import { pageRoot } from './dom-members';
import { listenToAnyone } from './listen';

/**
 * Calls back once when the page has begun its document anew (`document.open`), which takes away all
 * that listens to it; not when it only puts other elements in its place. Not after `signal` aborts.
 */
export function whenRewritten(onRewritten: () => void, signal: AbortSignal): void {
  // A name of this document's own: nobody else has a reason to send it.
  const sign = `govgloss-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  let isHeard = false;
  const hear = () => {
    isHeard = true;
  };
  listenToAnyone(sign, hear, signal);
  let root = pageRoot();
  // Observers stay when listeners go. Only what hangs on the document itself is watched.
  const observer = new MutationObserver(() => {
    const now = pageRoot();
    if (now === root || !now) return;
    root = now;
    isHeard = false;
    window.dispatchEvent(new Event(sign));
    if (isHeard) return;
    observer.disconnect();
    if (!signal.aborted) onRewritten();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
