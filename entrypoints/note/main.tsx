import { render, type VNode } from 'preact';
import { EntryText } from '@/components/card/EntryText';
import { type NoteSaid, type NoteStart, readStart } from '@/lib/dom/note-port';
import { readView, type View } from '@/lib/extension-page/use-view';
import { callBackground } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import { NotePage } from './NotePage';
import '@/components/card/entry.css';
import '@/components/note/note.css';

addEventListener('error', ({ error }) => logError(error, 'note'));
addEventListener('unhandledrejection', ({ reason }) => logError(reason, 'note'));

/**
 * Draws the note or the own entry that the token stands for. A page may put this page into a frame of its
 * own, and say anything to it: without a token, which only the background gives and takes once, it stays empty.
 */
async function start(said: unknown, port: MessagePort): Promise<void> {
  const start = readStart(said);
  const view = start && (await readView());
  if (!start || !view) return;
  const drawn = await contentOf(start, view, port);
  if (!drawn) return;
  const { theme } = start;
  const { t, prefs } = view;
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = prefs.language;
  document.title = t(start.shows === 'note' ? 'toolbar_note' : 'card_own_entry');
  const size = new ResizeObserver(() => {
    port.postMessage({ say: 'height', px: document.body.scrollHeight });
  });
  size.observe(document.body);
  // Told once it is known that the focus has not come back meanwhile.
  addEventListener('blur', () => {
    setTimeout(() => {
      if (!document.hasFocus()) port.postMessage({ say: 'left' });
    });
  });
  // The view around the frame has given it the focus; in Firefox that does not reach what had it here.
  port.onmessage = () => {
    const { activeElement, body } = document;
    const before = activeElement === body ? body.querySelector('textarea') : activeElement;
    if (before instanceof HTMLElement) before.focus();
  };
  render(drawn, document.body);
}

/** What the token stands for; null when it is nobody's. */
async function contentOf(
  { shows, token, theme }: NoteStart,
  { t, prefs }: View,
  port: MessagePort,
): Promise<VNode | null> {
  const say = (said: NoteSaid) => port.postMessage(said);
  const view = { t, prefs: { ...prefs, theme } };
  if (shows === 'note') {
    const note = await callBackground('openNote', { token });
    return note.ok ? <NotePage {...view} token={token} note={note.value} say={say} /> : null;
  }
  const entry = await callBackground('openEntry', { token, script: prefs.script });
  if (!entry.ok) return null;
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') say({ say: 'ended', how: 'closed' });
  });
  return <EntryText {...view} data={entry.value} />;
}

addEventListener('message', ({ data, ports: [port] }) => {
  if (port && parent !== window) void start(data, port);
});
