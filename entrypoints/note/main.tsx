import { render } from 'preact';
import { readStart } from '@/lib/dom/note-port';
import { readView } from '@/lib/extension-page/use-view';
import { callBackground } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import { NotePage } from './NotePage';
import '@/components/note/note.css';

addEventListener('error', ({ error }) => logError(error, 'note'));
addEventListener('unhandledrejection', ({ reason }) => logError(reason, 'note'));

/**
 * Draws the note that the token stands for. A page may put this page into a frame of its own, and
 * say anything to it: without a token, which only the background gives and takes once, it stays empty.
 */
async function start(said: unknown, port: MessagePort): Promise<void> {
  const start = readStart(said);
  const note = start && (await callBackground('openNote', { token: start.token }));
  if (!start || !note?.ok) return;
  const { t, prefs } = await readView();
  const { token, theme } = start;
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = prefs.language;
  document.title = t('toolbar_note');
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
  const view = { t, prefs: { ...prefs, theme } };
  render(
    <NotePage {...view} token={token} note={note.value} say={(said) => port.postMessage(said)} />,
    document.body,
  );
}

addEventListener('message', ({ data, ports: [port] }) => {
  if (port && parent !== window) void start(data, port);
});
