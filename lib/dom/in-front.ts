/**
 * True in the frame that has the reader's attention: a command reaches all frames of a tab, and that
 * one obeys. Self-contained: the background sends it into frames as text.
 */
export function isInFront(): boolean {
  if (!document.hasFocus()) return self === top;
  const { activeElement } = document;
  return activeElement === null || !/^i?frame$/.test(activeElement.localName);
}
