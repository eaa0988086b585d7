import { matchesOf } from '@/lib/dom/dom-members';
import { listenFirst } from '@/lib/dom/first-listener';
import { listen } from '@/lib/dom/listen';
import { isOurs } from '@/lib/dom/ours';
import type { Keeping } from '@/lib/passages/keeping';
import type { Announcing } from './announcing';
import type { HoverCard } from './hover-card';
import type { MarkCursor } from './mark-cursor';

/** Where a key is for what is being written. */
const WRITTEN_IN = 'input, textarea, select, [contenteditable]';

export interface PageKeysOptions {
  card: HoverCard;
  cursor: MarkCursor;
  keeping: Keeping;
  announcing: Announcing;
}

/**
 * The keys that are ours while they have something to do: Esc takes back, Enter opens the card of the
 * current mention, or all of the card that is glanced at. What the reader turned to last has Enter.
 */
export class PageKeys {
  /** The reader has gone to the current mention, and to nothing of the page since. */
  private isAtMention = false;

  constructor(private readonly parts: PageKeysOptions) {}

  /** Listens until `signal` aborts. */
  watch(signal: AbortSignal): void {
    const turnAway = ({ target }: Event) => {
      if (!(target instanceof Node && isOurs(target))) this.isAtMention = false;
    };
    listenFirst('keydown', (event) => this.press(event), signal);
    listenFirst('pointerdown', turnAway, signal);
    listen(document, 'focusin', turnAway, { signal, capture: true });
  }

  /** The reader has gone to a mention. */
  reach(): void {
    this.isAtMention = this.parts.cursor.current !== null;
  }

  private press(event: KeyboardEvent): void {
    const { key, target } = event;
    const isOwn = target instanceof Node && isOurs(target);
    if (!isOwn && key.length === 1 && target instanceof Element && matchesOf(target, WRITTEN_IN)) {
      this.isAtMention = false;
    }
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
    const isDone =
      (key === 'Escape' && this.takeBack()) ||
      (key === 'Enter' && isPlain && !isOwn && !event.isComposing && this.open());
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Opens what Enter is for; false where it is the page's. */
  private open(): boolean {
    const { card, cursor } = this.parts;
    if (this.isAtMention && cursor.current) {
      card.summon(cursor.current, 'keyboard', null);
      return true;
    }
    const { activeElement } = document;
    return (activeElement === null || activeElement === document.body) && card.grow();
  }

  /** Takes back one thing at a time, the topmost first, before the page hears of it. */
  private takeBack(): boolean {
    const { card, keeping, cursor, announcing } = this.parts;
    if (card.dismiss()) {
      this.reach();
      return true;
    }
    if (keeping.isShown) {
      keeping.takeBack();
      return true;
    }
    const wasRinged = cursor.current !== null;
    cursor.leave();
    announcing.leave();
    this.reach();
    return wasRinged;
  }
}
