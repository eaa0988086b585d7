import { attributeOf, parentElementOf, treeOf } from '@/lib/dom/dom-members';
import { listen } from '@/lib/dom/listen';

/** What a host of ours carries, and nothing else. Its words are not for the browser to send to a translator. */
const ATTRIBUTES: Record<string, string> = { popover: 'manual', translate: 'no' };

/** A page that undoes more often than this what we put right is left alone with its document. */
const MOST_REPAIRS = 20;

/**
 * Keeps a host of ours as it was put into the page, while it is shown: no attribute of the page's on
 * it, nothing above it inert, in the top layer. A page that takes it elsewhere has taken it away.
 */
export class HostKeeper {
  private readonly observer = new MutationObserver(() => this.look());
  private parent: Element | null = null;
  private repairs = 0;

  /** @param onLost told when the host is not to be kept where it was */
  constructor(
    private readonly host: HTMLElement,
    private readonly onLost: () => void,
  ) {
    this.dress();
    listen(host, 'toggle', () => this.look());
  }

  /** The host has been put into `parent`. */
  start(parent: Element): void {
    this.parent = parent;
    this.repairs = 0;
    this.mend();
    this.observer.disconnect();
    this.observer.observe(this.host, { attributes: true });
    this.observer.observe(parent, { childList: true });
    for (const above of ancestors(parent)) {
      this.observer.observe(above, { attributes: true, attributeFilter: ['inert'] });
    }
  }

  stop(): void {
    this.observer.disconnect();
    this.parent = null;
  }

  private look(): void {
    if (!this.parent) return;
    if (this.host.parentNode !== this.parent || this.repairs > MOST_REPAIRS) this.onLost();
    else if (this.mend()) this.repairs++;
    this.observer.takeRecords();
  }

  /** Puts right what is not as it was left; answers whether anything was not. */
  private mend(): boolean {
    let mended = this.dress();
    for (const above of this.parent ? ancestors(this.parent) : []) {
      if (attributeOf(above, 'inert') === null) continue;
      Element.prototype.removeAttribute.call(above, 'inert');
      mended = true;
    }
    if (this.host.isConnected && !this.host.matches(':popover-open')) {
      this.host.showPopover();
      mended = true;
    }
    return mended;
  }

  private dress(): boolean {
    const { host } = this;
    let changed = false;
    for (const { name } of [...host.attributes]) {
      if (name in ATTRIBUTES) continue;
      host.removeAttribute(name);
      changed = true;
    }
    for (const [name, value] of Object.entries(ATTRIBUTES)) {
      if (host.getAttribute(name) === value) continue;
      host.setAttribute(name, value);
      changed = true;
    }
    return changed;
  }
}

/** An element and all above it, over the edges of shadow trees. */
function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at; ) {
    found.push(at);
    const tree = treeOf(at);
    at = parentElementOf(at) ?? (tree instanceof ShadowRoot ? tree.host : null);
  }
  return found;
}
