/** What tells that somebody is with the page. */
const SIGNS = ['pageshow', 'visibilitychange', 'focus', 'click', 'keydown'];

/** After a longer pause than this, in ms, only a sign of life is an occasion: no page asks for ever. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Calls back once, after `pause` ms while the page is seen, or at a sign of life before: the reader
 * comes back to the page, or does something on it. Not after `signal` has aborted.
 */
export function atNextSign(pause: number, onSign: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const done = new AbortController();
  const listening = {
    capture: true,
    passive: true,
    signal: AbortSignal.any([signal, done.signal]),
  };
  const call = () => {
    if (signal.aborted || done.signal.aborted) return;
    done.abort();
    onSign();
  };
  for (const type of SIGNS) window.addEventListener(type, call, listening);
  if (pause > LONGEST_WAIT_MS || document.visibilityState !== 'visible') return;
  const timer = setTimeout(call, pause);
  listening.signal.addEventListener('abort', () => clearTimeout(timer));
}
