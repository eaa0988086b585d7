import { containsNode } from '@/lib/dom/dom-members';
import { listenFirst } from '@/lib/dom/first-listener';
import { listen } from '@/lib/dom/listen';
import { isOurs } from '@/lib/dom/ours';
import { isFrame } from '@/lib/dom/watch-frames';

/** A page that takes the focus more often than this for what can take none is not written on. */
const MOST_TAKEN = 5;
/** What typing is heard by: keys, and what input methods and the clipboard put in without any. */
const TYPING = ['keydown', 'keypress', 'keyup', 'beforeinput'] as const;

/**
 * Keeps the keyboard in the frame that is written in. A reader who turns to the page presses there, which
 * closes the view: what else takes the focus is the page, which would be given what is typed. It can
 * take none until the writing ends.
 */
export class FocusKeeper {
  private readonly watching = new AbortController();
  private readonly quieted = new Set<Element>();
  private readonly hushed = new WeakSet<Window>();
  private isSeen = false;
  private taken = 0;
  private isGiving = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly frame: HTMLIFrameElement,
    private readonly told: { onGiven(): void; onLost(): void },
  ) {}

  start(): void {
    const { signal } = this.watching;
    const take = ({ target }: Event) => {
      if (target instanceof Node && isOurs(target)) return;
      this.isSeen = true;
      this.giveBack(target);
    };
    listen(window, 'focus', take, { capture: true, signal });
    // What is typed in the frame is not heard here: this was meant for the note, and went to the page.
    listenFirst('keydown', (event) => this.withhold(event), signal);
    listen(window, 'beforeinput', (event) => this.withhold(event), { capture: true, signal });
  }

  stop(): void {
    this.watching.abort();
    for (const element of this.quieted) Element.prototype.removeAttribute.call(element, 'inert');
    this.quieted.clear();
  }

  /** The frame has lost the focus: to the page or a frame of it, unless the reader has left the window. */
  left(): void {
    if (!document.hasFocus()) return;
    // What takes it in this document is seen, what takes it in another is not.
    const isReached = this.hush(document);
    if (!this.isSeen && !isReached) this.count();
    this.isSeen = false;
    this.giveBack(document.activeElement);
  }

  /** Keeps keys from all frames in a document; false where one cannot be reached. */
  private hush(inside: Document): boolean {
    let isReached = true;
    for (const frame of inside.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
      const { contentWindow, contentDocument } = frame;
      if (!contentWindow || !contentDocument) {
        isReached = false;
        continue;
      }
      if (!this.hushed.has(contentWindow)) {
        this.hushed.add(contentWindow);
        const how = { capture: true, signal: this.watching.signal };
        for (const type of TYPING) {
          listen(contentWindow, type, (event) => this.withhold(event), how);
        }
      }
      isReached = this.hush(contentDocument) && isReached;
    }
    return isReached;
  }

  private withhold(event: KeyboardEvent | InputEvent): void {
    if ('key' in event && isCommand(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.giveBack(document.activeElement);
  }

  /** Counts what could not be kept from taking the focus. */
  private count(): void {
    if (++this.taken > MOST_TAKEN) this.told.onLost();
  }

  private giveBack(taker: EventTarget | null): void {
    if (this.isGiving) return;
    this.isGiving = true;
    try {
      if (taker instanceof Element && !isOurs(taker)) {
        // What can take none and has it all the same has been let by the page.
        if (this.quieted.has(taker) && !isFrame(taker)) this.count();
        this.quiet(taker);
      }
      this.frame.focus({ preventScroll: true });
      this.told.onGiven();
    } finally {
      this.isGiving = false;
    }
  }

  private quiet(taker: Element): void {
    if (taker === document.body || containsNode(taker, this.host)) return;
    Element.prototype.setAttribute.call(taker, 'inert', '');
    this.quieted.add(taker);
  }
}

/** A key that types nothing: the browser's and the system's own. */
function isCommand({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key === 'Escape' || ctrlKey || metaKey || altKey;
}
