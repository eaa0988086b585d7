import { render } from 'preact';
import { Notice } from '@/components/notice/Notice';
import noticeCss from '@/components/notice/notice.css?inline';
import { viewport } from '@/lib/dom/viewport';
import type { NoticeContent, NoticeHost } from '@/lib/passages/keeper-views';
import { TopLayerHost } from './top-layer-host';

/** Long enough to read a sentence and to decide on its button, in ms. */
const STAYS_MS = 10_000;
/** Between the notice and the foot of the window, in px. */
const FOOT_PX = 24;

/** A sentence at the foot of the window: what was done and can be undone, or why it failed. */
export class NoticeView implements NoticeHost {
  private readonly host = new TopLayerHost(noticeCss);
  private timer: ReturnType<typeof setTimeout> | undefined;

  get isShown(): boolean {
    return this.host.isShown;
  }

  show({ text, action, t, prefs }: NoticeContent): void {
    const close = () => this.hide();
    const button = action && {
      label: action.label,
      onClick: () => {
        close();
        action.run();
      },
    };
    render(
      <Notice text={text} action={button} t={t} prefs={prefs} onClose={close} />,
      this.host.shadow,
    );
    if (!this.host.isShown) this.host.show();
    const window = viewport();
    const { width, height } = this.host.measure(window);
    this.host.moveTo(window.left + (window.width - width) / 2, window.bottom - height - FOOT_PX);
    clearTimeout(this.timer);
    this.timer = setTimeout(close, STAYS_MS);
  }

  hide(): void {
    clearTimeout(this.timer);
    if (!this.host.isShown) return;
    render(null, this.host.shadow);
    this.host.hide();
  }
}
