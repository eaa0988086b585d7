import { listen } from '@/lib/dom/listen';
import type { TopLayerHost } from './top-layer-host';

/** Lets the reader move a host by a part of it; buttons in that part stay buttons. */
export function watchDrag(host: TopLayerHost, handle: string, mayMove: () => boolean): void {
  listen(host.shadow, 'pointerdown', (event) => {
    const { target, pointerId, clientX, clientY } = event;
    if (!(target instanceof Element) || !target.closest(handle) || target.closest('button')) return;
    if (!mayMove()) return;
    const { left, top } = host.element.getBoundingClientRect();
    const moves = new AbortController();
    const { signal } = moves;
    target.setPointerCapture(pointerId);
    const move = ({ clientX: x, clientY: y }: PointerEvent) =>
      host.moveTo(left + x - clientX, top + y - clientY);
    listen(target, 'pointermove', move, { signal });
    for (const end of ['pointerup', 'pointercancel'] as const) {
      listen(target, end, () => moves.abort(), { signal });
    }
    event.preventDefault();
  });
}
