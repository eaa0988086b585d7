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
  const returning = new EventTarget();
  vi.stubGlobal('addEventListener', returning.addEventListener.bind(returning));
  let answer = (_: string) => {};
  let asked: Promise<string> | null = null;
  returning.addEventListener('pageshow', () => {
    asked ??= unlessFrozen(() => new Promise<string>((resolve) => (answer = resolve)));
  });
  await unlessFrozen(async () => 'before');
  returning.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
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
