/** Every event a page's window, document or elements may be sent, by its name. */
type Events = WindowEventMap & DocumentEventMap & { prerenderingchange: Event };

/**
 * Listens to what the reader or the browser does. A page can make any event too: those it made are
 * not heard, and do not use up a listener for `once`. In scripts that run in pages nothing else
 * listens (tests/architecture.test.ts).
 */
export function listen<Name extends keyof Events>(
  target: EventTarget,
  type: Name,
  listener: (event: Events[Name]) => void,
  { once = false, ...options }: AddEventListenerOptions = {},
): void {
  const hear = (event: Event) => {
    if (!event.isTrusted) return;
    if (once) target.removeEventListener(type, hear, options);
    listener(event as Events[Name]);
  };
  target.addEventListener(type, hear, options);
}

/** Listens to an event of ours that scripts send. Pages can send it too: it must mean nothing. */
export function listenToAnyone(type: string, listener: () => void, signal: AbortSignal): void {
  window.addEventListener(type, listener, { signal });
}

/**
 * Lets an act within a shadow root of ours go on when it is the reader's and `isMeant`; all else ends
 * here, before any listener in the root.
 */
export function admit(
  root: ShadowRoot,
  types: readonly (keyof Events)[],
  isMeant: (event: Event) => boolean,
): void {
  const stop = (event: Event) => {
    let isAdmitted = false;
    try {
      isAdmitted = event.isTrusted && isMeant(event);
    } finally {
      // Also where that could not be told: what a listener throws keeps no event from going on.
      if (!isAdmitted) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    }
  };
  for (const type of types) root.addEventListener(type, stop, { capture: true });
}
