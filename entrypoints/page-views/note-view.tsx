import { render } from 'preact';
import frameCss from '@/components/note/note-frame.css?inline';
import { Surface } from '@/components/surface/Surface';
import { viewport } from '@/lib/dom/viewport';
import { placeCard } from '@/lib/hover/place-card';
import type { NoteContent, NoteEditor } from '@/lib/passages/keeper-views';
import { boxInView } from './box-in-view';
import { FocusKeeper } from './focus-keeper';
import { frameAddress, startFrame } from './start-frame';
import { TopLayerHost } from './top-layer-host';

/**
 * A page whose frame says nothing for so long, in ms, lets none of ours be written in: Firefox runs no
 * script in frames of sandboxed pages.
 */
const DEAD_AFTER_MS = 8_000;
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
  /** To the frame, once it is loaded. */
  private port: MessagePort | null = null;
  private focus: FocusKeeper | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

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
    this.port = null;
    // Another passage is another frame.
    render(null, this.host.shadow);
    render(
      <Surface prefs={prefs} class="note-frame">
        <iframe
          title={t('toolbar_note')}
          src={frameAddress()}
          height={FIRST_HEIGHT_PX}
          onLoad={({ currentTarget }) => this.start(currentTarget, content)}
        />
      </Surface>,
      this.host.shadow,
    );
    if (!this.host.isShown) this.host.show();
    this.focus?.stop();
    const frame = this.host.shadow.querySelector('iframe');
    this.focus =
      frame &&
      new FocusKeeper(this.host.element, frame, {
        onGiven: () => this.port?.postMessage('focus'),
        onLost: () => content.onEnd('taken'),
      });
    this.focus?.start();
    this.resized.observe(this.host.element);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => content.onEnd('silent'), DEAD_AFTER_MS);
    void this.place();
  }

  follow(): void {
    void this.place();
  }

  hide(): void {
    if (!this.host.isShown) return;
    this.resized.disconnect();
    clearTimeout(this.timer);
    this.focus?.stop();
    this.focus = null;
    render(null, this.host.shadow);
    this.host.hide();
    this.content = null;
  }

  private start(frame: HTMLIFrameElement, { token, prefs, onEnd }: NoteContent): void {
    // Loaded once more it is not what was opened: the page has moved it, or led it elsewhere.
    if (this.port) {
      onEnd('closed');
      return;
    }
    const start = { shows: 'note', token, theme: prefs.theme } as const;
    this.port = startFrame(frame, start, (said) => {
      if (said.say === 'height') {
        clearTimeout(this.timer);
        this.host.change(() => {
          frame.height = `${Math.ceil(said.px)}`;
        });
      }
      if (said.say === 'left') this.focus?.left();
      if (said.say === 'typed') this.typed = true;
      if (said.say === 'ended') {
        if (said.how !== 'closed') this.typed = false;
        onEnd(said.how);
      }
    });
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
