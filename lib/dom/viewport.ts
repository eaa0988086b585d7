/** What the reader sees of the page, without scrollbars, in CSS px. */
export function viewport(): { width: number; height: number } {
  return {
    width: visualViewport?.width ?? innerWidth,
    height: visualViewport?.height ?? innerHeight,
  };
}
