/** A box in the coordinates in which boxes and pointers are told, in CSS px. */
export interface ViewBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

/** What the reader sees of the page, without scrollbars: after a pinch only a part of the window. */
export function viewport(): ViewBox {
  const seen = visualViewport;
  const { left, top, width, height } = seen
    ? { left: seen.offsetLeft, top: seen.offsetTop, width: seen.width, height: seen.height }
    : { left: 0, top: 0, width: innerWidth, height: innerHeight };
  return { left, top, right: left + width, bottom: top + height, width, height };
}
