import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backgroundCalls } from '@/entrypoints/background/calls';
import type { DataCalls } from '@/lib/messages/protocol';
import type { Sender } from '@/lib/messages/server';
import { GovGlossDb } from '@/lib/store/db';

const db = new GovGlossDb('calls-test');

vi.mock('@/lib/library/database', () => ({ database: async () => db }));
vi.mock('@/lib/library/prepare', () => ({
  preparedLibrary: async () => ({ ok: false, error: 'no-dataset' }),
  forgetLibrary: () => {},
}));

const pageAt = (url: string, origin = URL.parse(url)?.origin ?? 'null'): Sender => ({
  ...{ tabId: 7, frameId: 0, url, origin },
});
const ARTICLE = pageAt('http://www.zj.gov.cn/a.html');

describe('what a web page may ask', () => {
  const own = () => pageAt(fakeBrowser.runtime.getURL('/options.html'));
  beforeEach(() => fakeBrowser.reset());

  test.each(['checkFeed', 'cancelCheck', 'rollBack'] as const satisfies (keyof DataCalls)[])(
    '%s is for the extension’s own pages',
    async (name) => {
      expect(await backgroundCalls[name](null, ARTICLE)).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
      expect(await backgroundCalls[name](null, own())).toMatchObject({ ok: true });
    },
  );

  test('own entries are for the extension’s own pages', async () => {
    const file = { platforms: [], policies: [], concepts: [], forms: [] };
    const refused = await backgroundCalls.saveOwnEntries({ file }, ARTICLE);
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    const heard = await backgroundCalls.saveOwnEntries({ file }, own());
    expect(heard).toMatchObject({ ok: true });
  });
});
