// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useFeed } from '@/entrypoints/options/use-feed';
import { mount, t } from '@/tests/components/mount';

const FEED = { url: 'https://data.example.gov.cn/feed/', publicKey: btoa('k'.repeat(32)) };

let feed: ReturnType<typeof useFeed>;
function Feed() {
  feed = useFeed(t);
  return null;
}

beforeEach(async () => {
  fakeBrowser.reset();
  mount(<Feed />);
  await act(async () => {});
});
afterEach(() => vi.restoreAllMocks());

const answerWith = (answer: unknown) =>
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => answer);

test('a feed is kept by the background alone, and shown', async () => {
  const asked = answerWith({ ok: true, value: null });
  await act(async () => expect(await feed.onSave(FEED)).toBeNull());
  expect(asked).toHaveBeenCalledWith({ govgloss: 'saveFeed', input: FEED });
  expect(feed.feed).toEqual(FEED);
  expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
});

test('a feed that was not kept is told, not passed over', async () => {
  answerWith({ ok: false, error: { code: 'storage-full', detail: '' } });
  await act(async () => expect(await feed.onSave(FEED)).toBe('not-saved'));
  expect(feed.feed.url).toBe('');
});
