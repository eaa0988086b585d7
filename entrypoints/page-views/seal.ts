import { options } from 'preact';

/**
 * Firefox tells pages which node of a closed root an event met, or a search of the page: from there a
 * script reaches all of the root, to read it and to change it.
 */
const LEAKS = 'originalTarget' in Event.prototype;

/** Where a view is, how large it may be, and whether the pointer goes through it, changes by itself. */
const PLACE = new Set(['left', 'top', 'max-width', 'max-height', 'zoom', 'pointer-events']);

const closed = new Set<Seal>();
const before = options.diffed;
options.diffed = (vnode) => {
  before?.(vnode);
  // What Preact has drawn by now is ours.
  for (const seal of closed) seal.accept();
};

/** Knows when somebody else has changed what a view shows: then the reader does not see what they press. */
export class Seal {
  private readonly observer = new MutationObserver(() => this.break());
  private readonly look: string;
  private isBroken = false;

  /**
   * @param root with its style sheets, as they are to stay
   * @param onBroken told when something in the root was changed that was not `accept`ed
   */
  constructor(
    private readonly root: ShadowRoot,
    private readonly onBroken: () => void,
  ) {
    this.look = this.written();
  }

  /** Watches, from now on. */
  close(): void {
    this.isBroken = false;
    if (!LEAKS) return;
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    this.observer.observe(this.root, everything);
    closed.add(this);
  }

  open(): void {
    this.observer.disconnect();
    closed.delete(this);
  }

  /** All changes up to here were ours. */
  accept(): void {
    this.observer.takeRecords();
  }

  /** False where something was changed, or the style sheets are others than they were. */
  get isWhole(): boolean {
    return !this.isBroken && this.look === this.written();
  }

  private break(): void {
    this.isBroken = true;
    this.onBroken();
  }

  private written(): string {
    if (!LEAKS) return '';
    const rules = this.root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    return rules.map(ruleText).join('\n');
  }
}

function ruleText(rule: CSSRule): string {
  const isHost = rule instanceof CSSStyleRule && rule.selectorText === ':host';
  if (!isHost) return rule.cssText;
  const { style } = rule;
  const names = [...style].filter((name) => !PLACE.has(name));
  return names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join(';');
}
