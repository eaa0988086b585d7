import type { AnnouncerHandle } from '@/lib/dom/page-views';
import { TopLayerHost } from './top-layer-host';

/** Out of sight, but not `display: none`, which would silence it. */
const UNSEEN =
  ':host { all: initial; } p { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }';

/** A screen reader must have met the live region empty before its text changes are read out, in ms. */
const MET_AFTER_MS = 100;

/** Says things to screen readers; in the page only while the reader moves by keyboard. */
export class Announcer implements AnnouncerHandle {
  private readonly host = new TopLayerHost(UNSEEN);
  private readonly region = document.createElement('p');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.region.setAttribute('role', 'status');
    this.region.setAttribute('aria-live', 'polite');
    this.host.shadow.append(this.region);
  }

  say(text: string): void {
    if (!this.host.isShown) this.host.show();
    this.write('');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(text), MET_AFTER_MS);
  }

  private write(text: string): void {
    this.host.change(() => {
      this.region.textContent = text;
    });
  }

  leave(): void {
    clearTimeout(this.timer);
    this.host.hide();
  }
}
