// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useFeed } from '@/entrypoints/options/use-feed';
import { readLog } from '@/lib/messages/error-log';
import { readSettings } from '@/lib/messages/settings';
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

test('a feed is kept', async () => {
  expect(await feed.onSave(FEED)).toBeNull();
  expect((await readSettings()).feed).toEqual(FEED);
});

test('a feed that the browser does not keep is told, not passed over', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
  expect(await feed.onSave(FEED)).toBe('not-saved');
  expect((await readSettings()).feed.url).toBe('');
  await vi.waitFor(async () => expect(await readLog()).toHaveLength(1));
});
