import { render } from 'preact';
import { browser } from 'wxt/browser';
import frameCss from '@/components/note/note-frame.css?inline';
import { Surface } from '@/components/surface/Surface';
import { readSaid } from '@/lib/dom/note-port';
import { viewport } from '@/lib/dom/viewport';
import { placeCard } from '@/lib/hover/place-card';
import type { NoteContent, NoteEditor } from '@/lib/passages/keeper-views';
import { boxInView } from './box-in-view';
import { TopLayerHost } from './top-layer-host';

/** Before the frame has said how high it is, in px. */
const FIRST_HEIGHT_PX = 236;
/** Between the note and the foot of the window, where its passage is not known, in px. */
const FOOT_PX = 24;

/** The note being written, beside its passage: a frame of our own origin (entrypoints/note). */
export class NoteView implements NoteEditor {
  private readonly host = new TopLayerHost(frameCss);
  private readonly resized = new ResizeObserver(() => void this.place());
  private content: NoteContent | null = null;
  private typed = false;

  get isShown(): boolean {
    return this.host.isShown;
  }

  get hasTyped(): boolean {
    return this.isShown && this.typed;
  }

  show(content: NoteContent): void {
    const { prefs, t } = content;
    this.content = content;
    this.typed = false;
    // Another passage is another frame.
    render(null, this.host.shadow);
    render(
      <Surface prefs={prefs} class="note-frame">
        <iframe
          title={t('toolbar_note')}
          src={browser.runtime.getURL('/note.html')}
          height={FIRST_HEIGHT_PX}
          onLoad={({ currentTarget }) => this.start(currentTarget, content)}
        />
      </Surface>,
      this.host.shadow,
    );
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
    this.content = null;
  }

  private start(frame: HTMLIFrameElement, { token, prefs, onEnd }: NoteContent): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      const said = readSaid(data);
      if (said?.say === 'height') frame.height = `${Math.ceil(said.px)}`;
      if (said?.say === 'typed') this.typed = true;
      if (said?.say === 'ended') {
        if (said.how !== 'closed') this.typed = false;
        onEnd(said.how);
      }
    };
    // The frame's address is none that can be named here: each start of the browser makes up its own.
    frame.contentWindow?.postMessage({ token, theme: prefs.theme }, '*', [port2]);
    frame.focus();
  }

  /** Beside the passage; where that is not in view the note stays where it was, or goes to the foot. */
  private async place(): Promise<void> {
    const { host, content } = this;
    if (!content || !host.isShown) return;
    const window = viewport();
    const size = host.measure(window);
    const box = boxInView(content.lines(), window);
    if (box) {
      const place = await placeCard(box, size, window, false);
      host.moveTo(place.left, place.top);
    } else if (!host.isPlaced) {
      const left = window.left + (window.width - size.width) / 2;
      host.moveTo(left, window.bottom - size.height - FOOT_PX);
    }
  }
}
