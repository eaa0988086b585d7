import type { TopLayerHost } from './top-layer-host';

/** Lets the reader move a host by a part of it; buttons in that part stay buttons. */
export function watchDrag(host: TopLayerHost, handle: string, mayMove: () => boolean): void {
  host.shadow.addEventListener('pointerdown', (event) => {
    const { target, pointerId, clientX, clientY } = event as PointerEvent;
    if (!(target instanceof Element) || !target.closest(handle) || target.closest('button')) return;
    if (!mayMove()) return;
    const { left, top } = host.element.getBoundingClientRect();
    const moves = new AbortController();
    const move = (now: Event) => {
      const { clientX: x, clientY: y } = now as PointerEvent;
      host.moveTo(left + x - clientX, top + y - clientY);
    };
    target.setPointerCapture(pointerId);
    target.addEventListener('pointermove', move, { signal: moves.signal });
    for (const end of ['pointerup', 'pointercancel']) {
      target.addEventListener(end, () => moves.abort(), { signal: moves.signal });
    }
    event.preventDefault();
  });
}
