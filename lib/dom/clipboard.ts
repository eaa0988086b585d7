import { listen } from './listen';

/**
 * Puts a text on the clipboard, within a press of the reader's. Pages on http have no
 * `navigator.clipboard`, and frames and pages may be refused it by policy; there the copy event
 * carries it, kept from the page's own listeners.
 */
export async function copyText(text: string): Promise<void> {
  try {
    if (navigator.clipboard) return await navigator.clipboard.writeText(text);
  } catch {
    // Refused: the other way needs no leave.
  }
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const copying = new AbortController();
  listen(window, 'copy', fill, { capture: true, signal: copying.signal });
  document.execCommand('copy');
  copying.abort();
}
