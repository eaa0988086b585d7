import { render } from 'preact';
import { SelectionToolbar } from '@/components/selection-toolbar/SelectionToolbar';
import toolbarCss from '@/components/selection-toolbar/selection-toolbar.css?inline';
import { listen } from '@/lib/dom/listen';
import { viewport } from '@/lib/dom/viewport';
import { placeCard } from '@/lib/hover/place-card';
import type { Box } from '@/lib/hover/safe-path';
import type { Toolbar, ToolbarContent } from '@/lib/passages/keeper-views';
import { boxInView } from './box-in-view';
import { TopLayerHost } from './top-layer-host';

/** The small toolbar beside a selection or a saved passage, never over it. */
export class ToolbarView implements Toolbar {
  private readonly host = new TopLayerHost(toolbarCss);
  private readonly resized = new ResizeObserver(() => void this.place());
  private lines: () => Box[] = () => [];

  constructor() {
    // A press on the toolbar must not take the selection away that it is about.
    listen(this.host.shadow, 'mousedown', (event) => {
      event.preventDefault();
    });
  }

  get isShown(): boolean {
    return this.host.isShown;
  }

  show({ lines, ...props }: ToolbarContent): void {
    this.lines = lines;
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
