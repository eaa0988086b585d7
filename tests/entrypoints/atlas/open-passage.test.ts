import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPassage } from '@/entrypoints/atlas/open-passage';
import type { Highlight } from '@/lib/model/highlight';
import { err, ok } from '@/lib/model/result';

const AT = '2026-11-20T08:00:00.000Z';
const HIGHLIGHT: Highlight = {
  ...{ id: 'one', pageKey: 'zj.gov.cn/a', url: 'http://www.zj.gov.cn/a', title: '' },
  ...{ colour: 'yellow', note: '', tags: [], entities: [] },
  ...{ createdAt: AT, modifiedAt: AT, revision: 1 },
  selectors: { quote: { type: 'TextQuoteSelector', exact: '浙里办', prefix: '', suffix: '' } },
};
const TAB = { index: 0, highlighted: true, active: true, pinned: false, incognito: false };
const unknown = err({ code: 'unknown-id', detail: 'one' });

/** A page that has not got there so often as it is asked; what it was asked. */
function pageThat(inVain: number) {
  const asked: string[] = [];
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async () => ({ ...TAB, id: 7 }));
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async (_, message) => {
    asked.push((message as { govgloss: string }).govgloss);
    return asked.length > inVain ? ok({ isShown: true }) : unknown;
  });
  return asked;
}

describe('opening the page of a highlight', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  test('goes on asking while the page has not found it yet, in what may still come', async () => {
    const asked = pageThat(3);
    const opening = openPassage(HIGHLIGHT);
    await vi.runAllTimersAsync();
    await opening;
    expect(asked).toHaveLength(4);
  });

  test('gives up where it does not come', async () => {
    const asked = pageThat(Number.POSITIVE_INFINITY);
    const opening = openPassage(HIGHLIGHT);
    await vi.runAllTimersAsync();
    await opening;
    expect(asked).toHaveLength(30);
  });
});
