import { render } from 'preact';
import { Card } from '@/components/card/Card';
import cardCss from '@/components/card/card.css?inline';
import { listen } from '@/lib/dom/listen';
import type { CardContent, CardHandle, CardListeners, Reference } from '@/lib/dom/page-views';
import { viewport } from '@/lib/dom/viewport';
import { moveByKey, nextCorner } from '@/lib/hover/move-card';
import { lineAt, placeCard } from '@/lib/hover/place-card';
import { chineseStyle } from './chinese-style';
import { watchDrag } from './drag';
import { TopLayerHost } from './top-layer-host';

const HEADING_ID = 'govgloss-card-name';

/** The card on the screen: rendered, placed beside its mention, moved by the reader when pinned. */
export class CardView implements CardHandle {
  private readonly host = new TopLayerHost(cardCss);
  private readonly resized = new ResizeObserver(() => void this.place());
  private reference: Reference | null = null;
  private pinned = false;
  /** The reader has put it somewhere: it is not placed any more. */
  private moved = false;
  private focusBefore: Element | null = null;

  constructor({ onEntered, onLeft }: CardListeners) {
    listen(this.host.element, 'pointerenter', onEntered);
    listen(this.host.element, 'pointerleave', onLeft);
    watchDrag(this.host, '.card-head', () => {
      this.moved ||= this.pinned;
      return this.pinned;
    });
  }

  get box(): DOMRect | null {
    return this.host.isShown ? this.host.element.getBoundingClientRect() : null;
  }

  show(content: CardContent, reference: Reference): void {
    this.reference = reference;
    this.pinned = content.pinned;
    const onMove = (key: string | null) => this.move(key);
    const style = chineseStyle(reference.face);
    render(
      <Card {...content} headingId={HEADING_ID} chineseStyle={style} onMove={onMove} />,
      this.host.shadow,
    );
    if (this.host.isShown) return;
    this.moved = false;
    this.host.show();
    this.resized.observe(this.host.element);
    void this.place();
  }

  follow(reference: Reference): void {
    this.reference = reference;
    void this.place();
  }

  focus(): void {
    this.focusBefore = document.activeElement;
    const dialog = this.host.shadow.querySelector<HTMLElement>('[role="dialog"]');
    if (!dialog) return;
    dialog.tabIndex = -1;
    dialog.focus({ preventScroll: true });
  }

  hide(): void {
    if (!this.host.isShown) return;
    const hadFocus = this.host.shadow.activeElement !== null;
    this.resized.disconnect();
    render(null, this.host.shadow);
    this.host.hide();
    if (hadFocus && this.focusBefore instanceof HTMLElement) {
      this.focusBefore.focus({ preventScroll: true });
    }
    this.focusBefore = null;
  }

  /** For readers who do not drag: by an arrow key, or (null) to the window's next corner. */
  private move(key: string | null): void {
    const card = this.host.element.getBoundingClientRect();
    const to = key === null ? nextCorner(card, viewport()) : moveByKey(card, viewport(), key);
    if (!to) return;
    this.moved = true;
    this.host.moveTo(to.left, to.top);
  }

  private async place(): Promise<void> {
    const { host, reference } = this;
    const line = reference && lineAt(reference.lines, reference.point);
    if (!line || !host.isShown || this.moved) return;
    const window = viewport();
    const place = await placeCard(line, host.measure(window), window, reference.vertical);
    host.moveTo(place.left, place.top);
    host.limit(place.maxWidth, place.maxHeight);
  }
}
