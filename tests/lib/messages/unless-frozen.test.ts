import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { callBackground } from '@/lib/messages/client';
import { unlessFrozen } from '@/lib/messages/unless-frozen';

const page = new EventTarget();
const show = (persisted: boolean) =>
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
const never = () => new Promise<string>(() => {});

beforeEach(() => vi.stubGlobal('addEventListener', page.addEventListener.bind(page)));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a question under way when the page was frozen fails once the page is back', async () => {
  const asked = unlessFrozen(never);
  show(true);
  await expect(asked).rejects.toThrow('frozen');
});

test('a question asked as the page comes back goes on', async () => {
  // As in browsers and not in Node: who begins to listen while an event is told does not hear of it.
  const listeners = new Set<(event: object) => void>();
  const listen = (_: string, listener: (event: object) => void) => listeners.add(listener);
  vi.stubGlobal('addEventListener', listen);
  let answer = (_: string) => {};
  let asked: Promise<string> | null = null;
  listen('pageshow', () => {
    asked ??= unlessFrozen(() => new Promise<string>((resolve) => (answer = resolve)));
  });
  await unlessFrozen(async () => 'before');
  for (const hear of [...listeners]) hear({ persisted: true });
  answer('yes');
  expect(await asked).toBe('yes');
});

test('a page that is only shown for the first time goes on waiting', async () => {
  let answer = (_: string) => {};
  const asked = unlessFrozen(() => new Promise<string>((resolve) => (answer = resolve)));
  show(false);
  answer('yes');
  expect(await asked).toBe('yes');
});

test('a call whose answer was dropped reads as one that nobody answered, and may be made again', async () => {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementationOnce(never);
  vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue('id');
  const called = callBackground('getStrings', null);
  show(true);
  expect(await called).toMatchObject({ ok: false, error: { code: 'disconnected' } });
  send.mockImplementationOnce(async () => ({ ok: true, value: { language: 'en', messages: {} } }));
  expect(await callBackground('getStrings', null)).toMatchObject({ ok: true });
});
