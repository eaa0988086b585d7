import { browser } from 'wxt/browser';
import { type NoteSaid, type NoteStart, readSaid } from '@/lib/dom/note-port';

/** The page of ours that may be put into frames (entrypoints/note); where the browser can, at an address none can guess. */
export const frameAddress = (): string => browser.runtime.getURL('/note.html');

/** Tells a frame that has loaded what it is to show, and hears what it says; answers the port to it. */
export function startFrame(
  frame: HTMLIFrameElement,
  start: NoteStart,
  onSaid: (said: NoteSaid) => void,
): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    const said = readSaid(data);
    if (said) onSaid(said);
  };
  // The frame's address is none that can be named here: each start of the browser makes up its own.
  frame.contentWindow?.postMessage(start, '*', [port2]);
  return port1;
}
