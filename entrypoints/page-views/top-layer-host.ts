import { containsNode, localNameOf, zoomOf } from '@/lib/dom/dom-members';
import { admit } from '@/lib/dom/listen';
import { OpenWatch } from '@/lib/dom/open-watch';
import { createHost } from '@/lib/dom/ours';
import type { Size } from '@/lib/hover/place-card';
import { HostKeeper } from './host-keeper';
import { privateCss } from './private-css';
import { Seal } from './seal';

/**
 * No page style may reach the host, and none of the browser's own for popovers. Important rules of
 * a shadow root are stronger than any of the page's.
 */
const HOST_RULE = `:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: auto !important;
  overflow: visible !important;
  /* \`all\` leaves these two out. */
  direction: ltr !important;
  unicode-bidi: isolate !important;
  /* A selection is the page's to read: its text, and in Firefox the nodes it begins and ends in. */
  -webkit-user-select: none !important;
  user-select: none !important;
}
/* Pages paint over a host, and take presses for it, by what they put before and behind its content. */
:host::before, :host::after, :host::backdrop {
  content: none !important;
  display: none !important;
}`;

/** Until a press on the view counts, its controls take none (lib/dom/open-watch). */
const CLOSED_RULE =
  ':is(button, input, textarea, select, summary, a, iframe) { pointer-events: none }';

/** What the reader acts by. What the page makes of these, or steers onto a view that lay under something, ends here. */
const ACTS = [
  'click',
  'auxclick',
  'dblclick',
  'keydown',
  'beforeinput',
  'input',
  'submit',
] as const;
/** Whoever prints wants the page. */
const PRINT_RULE = '@media print { :host { display: none !important; } }';

/** In the names of our custom properties on this page. */
const SECRET = crypto.getRandomValues(new Uint32Array(2)).join('');

/**
 * An element of ours above everything else on the page: a popover with a closed shadow root. It is
 * in the page only while shown. Inside a modal dialog or a fullscreen element the rest of the page
 * takes no input, so there the host moves into it.
 */
export class TopLayerHost {
  readonly element = createHost();
  readonly shadow: ShadowRoot;
  /** The host's own rule: its place is written there, not into an attribute. */
  private readonly style: CSSStyleDeclaration;

  private place = '';
  private readonly keeper: HostKeeper;
  private readonly watch: OpenWatch;
  private readonly seal: Seal;

  constructor(css: string) {
    this.shadow = this.element.attachShadow({ mode: 'closed' });
    const sheet = sheetOf(privateCss(css, SECRET));
    const own = sheetOf(HOST_RULE + PRINT_RULE);
    const closed = sheetOf(CLOSED_RULE);
    this.style = (own.cssRules[0] as CSSStyleRule).style;
    this.shadow.adoptedStyleSheets = [sheet, own, closed];
    this.keeper = new HostKeeper(this.element, () => this.hide());
    this.seal = new Seal(this.shadow, () => {
      closed.disabled = false;
    });
    this.watch = new OpenWatch(this.element, (isOpen) => {
      closed.disabled = isOpen && this.seal.isWhole;
    });
    // Every act in a view passes here first: only the reader's, on what they see, goes on.
    const isPress = ({ type }: Event) => type === 'click' || type === 'submit';
    const byKey = (event: Event) => !(event instanceof MouseEvent && event.detail > 0);
    const isMeant = (event: Event) => this.watch.isOpen(byKey(event)) && this.seal.isWhole;
    admit(this.shadow, ACTS, (event) => !isPress(event) || isMeant(event));
  }

  get isShown(): boolean {
    return this.element.isConnected;
  }

  /** It has been put somewhere since it is shown. */
  get isPlaced(): boolean {
    return this.place !== '';
  }

  /** Puts the host into the page, or to the top again if something opened above it. */
  show(): void {
    const parent = topContainer();
    if (this.element.parentNode !== parent) Element.prototype.append.call(parent, this.element);
    else this.element.hidePopover();
    this.element.showPopover();
    // A zoomed page zooms what is in it, and our places are the window's.
    this.style.setProperty('zoom', `${1 / zoomOf(parent)}`, 'important');
    this.keeper.start(parent);
    this.watch.start();
    this.seal.close();
  }

  hide(): void {
    this.place = '';
    this.keeper.stop();
    this.watch.stop();
    this.seal.open();
    this.element.remove();
  }

  /** Changes something in the root beside what Preact draws. */
  change(work: () => void): void {
    work();
    this.seal.accept();
  }

  /** The size of what is in the host when it has all the given room, in px. */
  measure(room: Size): Size {
    this.limit(room.width, room.height);
    const { width, height } = this.element.getBoundingClientRect();
    return { width, height };
  }

  /**
   * Moves the host's top left corner to a point of the viewport, in px. Where the page zooms its root,
   * lengths in it are others than those that boxes are told in: what is off is measured and made up for.
   */
  moveTo(left: number, top: number): void {
    const { zoom } = this;
    const wanted = { left: Math.round(left), top: Math.round(top) };
    const [before, at] = [this.place, `${wanted.left} ${wanted.top}`];
    this.place = at;
    if (before !== at) this.watch.moved();
    this.put(wanted.left / zoom, wanted.top / zoom);
    const box = this.element.getBoundingClientRect();
    const off = { left: wanted.left - box.left, top: wanted.top - box.top };
    if (Math.abs(off.left) < 0.5 && Math.abs(off.top) < 0.5) return;
    this.put((wanted.left + off.left) / zoom, (wanted.top + off.top) / zoom);
  }

  /** The most room the host may take, in px; what is in it scrolls. */
  limit(width: number, height: number): void {
    const { zoom } = this;
    this.set('max-width', Math.round(width) / zoom);
    this.set('max-height', Math.round(height) / zoom);
  }

  /** Lets the pointer through to the page, or takes it again. */
  passThrough(isPassed: boolean): void {
    this.style.setProperty('pointer-events', isPassed ? 'none' : 'auto', 'important');
  }

  /** How much larger the page shows a length in the host: `zoom` of what is around it. */
  private get zoom(): number {
    return this.element.currentCSSZoom || 1;
  }

  private put(left: number, top: number): void {
    this.set('left', left);
    this.set('top', top);
  }

  private set(property: string, px: number): void {
    // Whole px where the page does not zoom, so that letters stay sharp; hundredths where it does.
    this.style.setProperty(property, `${Math.round(px * 100) / 100}px`, 'important');
  }
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** What takes the reader's input just now: a fullscreen element, the newest modal dialog, the page. */
function topContainer(): Element {
  const full = document.fullscreenElement;
  const dialogs = document.querySelectorAll('dialog:modal');
  const dialog = dialogs[dialogs.length - 1];
  if (dialog && (!full || containsNode(full, dialog) || !containsNode(dialog, full))) return dialog;
  return full && canHoldChildren(full) ? full : document.documentElement;
}

/** A video or a frame in fullscreen shows no children. */
function canHoldChildren(element: Element): boolean {
  return !/^(video|iframe|img|canvas|object|embed)$/.test(localNameOf(element));
}
