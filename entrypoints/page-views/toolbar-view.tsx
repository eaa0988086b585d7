import { render } from 'preact';
import { SelectionToolbar } from '@/components/selection-toolbar/SelectionToolbar';
import toolbarCss from '@/components/selection-toolbar/selection-toolbar.css?inline';
import { viewport } from '@/lib/dom/viewport';
import { placeCard } from '@/lib/hover/place-card';
import type { Box } from '@/lib/hover/safe-path';
import type { Toolbar, ToolbarContent } from '@/lib/passages/passage-keeper';
import { TopLayerHost } from './top-layer-host';

/** The small toolbar beside a selection or a saved passage, never over it. */
export class ToolbarView implements Toolbar {
  private readonly host = new TopLayerHost(toolbarCss);
  private readonly resized = new ResizeObserver(() => void this.place());
  private lines: () => Box[] = () => [];
  private editing = false;

  constructor() {
    // A press on the toolbar must not take the selection away that it is about.
    this.host.shadow.addEventListener('mousedown', (event) => {
      const { target } = event;
      if (target instanceof Element && !target.closest('textarea, input')) event.preventDefault();
    });
  }

  get isShown(): boolean {
    return this.host.isShown;
  }

  get isEditing(): boolean {
    return this.isShown && this.editing;
  }

  show({ lines, ...props }: ToolbarContent): void {
    this.lines = lines;
    this.editing = props.highlight !== undefined;
    // Another passage is another form: what was typed for the last one must not stay.
    render(null, this.host.shadow);
    render(<SelectionToolbar {...props} onClose={() => this.hide()} />, this.host.shadow);
    if (!this.host.isShown) this.host.show();
    this.resized.observe(this.host.element);
    void this.place();
  }

  follow(): void {
    void this.place();
  }

  hide(): void {
    if (!this.host.isShown) return;
    this.resized.disconnect();
    render(null, this.host.shadow);
    this.host.hide();
  }

  private async place(): Promise<void> {
    const { host } = this;
    if (!host.isShown) return;
    const window = viewport();
    const box = boxInView(this.lines(), window);
    if (!box) {
      this.hide();
      return;
    }
    const place = await placeCard(box, host.measure(window), window, false);
    host.moveTo(place.left, place.top);
  }
}

/**
 * The part of a passage that is in view, as one box; null when none of it is. Of a passage taller
 * than the window its last line in view, which is where the reader's pointer is.
 */
function boxInView(lines: readonly Box[], window: Box): Box | null {
  const seen = lines.filter((line) => line.bottom > window.top && line.top < window.bottom);
  const last = seen[seen.length - 1];
  if (!last) return null;
  const top = Math.min(...seen.map((line) => line.top));
  const bottom = Math.max(...seen.map((line) => line.bottom));
  if (top <= window.top && bottom >= window.bottom) return last;
  return { left: last.left, top, right: last.right, bottom };
}
