import { listen } from './listen';
import { ownGlobal } from './own-global';

/** What pages are known to keep from everyone else, by stopping it at the window: to forbid copying. */
const HEARD = [
  'pointermove',
  'pointerdown',
  'pointerup',
  'pointercancel',
  'keydown',
  'click',
  'contextmenu',
] as const;
export type Heard = (typeof HEARD)[number];

/** Who listens to one type of event, and what hands it on to them. */
class Ear<Type extends Heard> {
  readonly listeners = new Set<(event: WindowEventMap[Type]) => void>();
  private readonly hear = (event: WindowEventMap[Type]) => {
    // What a page makes is not heard, as in listen.ts.
    if (!event.isTrusted) return;
    for (const listener of [...this.listeners]) listener(event);
  };

  constructor(private readonly type: Type) {}

  attend(): void {
    window.addEventListener(this.type, this.hear, { capture: true });
  }
}

declare global {
  /** In the world of our content scripts. */
  var govglossFirst: FirstListener | undefined;
}

/**
 * Listens at the window before any script of the page can, and hands on what it hears: of the listeners
 * of one place the first comes first, and may keep an event from all others.
 */
export class FirstListener {
  readonly ears: { readonly [Type in Heard]: Ear<Type> } = {
    pointermove: new Ear('pointermove'),
    pointerdown: new Ear('pointerdown'),
    pointerup: new Ear('pointerup'),
    pointercancel: new Ear('pointercancel'),
    keydown: new Ear('keydown'),
    click: new Ear('click'),
    contextmenu: new Ear('contextmenu'),
  };

  constructor() {
    this.attend();
  }

  /** Listens, again where the page threw all listeners away (`document.open`). */
  attend(): void {
    for (const type of HEARD) this.ears[type].attend();
  }
}

/** Calls `listener` for events of the page until `signal` aborts, before the page hears of them if it can be. */
export function listenFirst<Type extends Heard>(
  type: Type,
  listener: (event: WindowEventMap[Type]) => void,
  signal: AbortSignal,
): void {
  const first = ownGlobal('govglossFirst');
  if (!first) {
    listen(window, type, listener, { capture: true, signal });
    return;
  }
  first.attend();
  const { listeners } = first.ears[type];
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
}
