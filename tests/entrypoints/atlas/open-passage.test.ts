import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPassage } from '@/entrypoints/atlas/open-passage';
import type { Highlight } from '@/lib/model/highlight';
import { err, ok } from '@/lib/model/result';
import type { HighlightPlace } from '@/lib/model/views';

const AT = '2026-11-20T08:00:00.000Z';
const HIGHLIGHT: Highlight = {
  ...{ id: 'one', pageKey: 'zj.gov.cn/a', url: 'http://www.zj.gov.cn/a', title: '' },
  ...{ colour: 'yellow', note: '', tags: [], entities: [] },
  ...{ createdAt: AT, modifiedAt: AT, revision: 1 },
  selectors: { quote: { type: 'TextQuoteSelector', exact: '浙里办', prefix: '', suffix: '' } },
};
const TAB = { index: 0, highlighted: true, active: true, pinned: false, incognito: false };
const unknown = err({ code: 'unknown-id', detail: 'one' });

/** A page that answers, time after time, that it has not got there, and where its search stands. */
function pageThat(...steps: (HighlightPlace | 'not-loaded' | 'there')[]) {
  let step = 0;
  const asked: string[] = [];
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async () => ({ ...TAB, id: 7 }));
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async (_, message) => {
    const { govgloss } = message as { govgloss: string };
    const now = steps[step];
    asked.push(govgloss);
    if (govgloss === 'goToHighlight') return now === 'there' ? ok({ isShown: true }) : unknown;
    step = Math.min(step + 1, steps.length - 1);
    return ok({ state: 'ready', highlights: typeof now === 'object' ? [now] : [] });
  });
  return asked;
}

describe('opening the page of a highlight', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  test('goes on asking while the page has not found it yet', async () => {
    const looking = { state: 'looking' as const, id: 'one' };
    const asked = pageThat('not-loaded', 'not-loaded', looking, 'there');
    const opening = openPassage(HIGHLIGHT);
    await vi.runAllTimersAsync();
    await opening;
    expect(asked.filter((name) => name === 'goToHighlight')).toHaveLength(4);
  });

  test('stops when the page has looked in vain', async () => {
    const asked = pageThat('not-loaded', { state: 'missing', id: 'one', candidate: null });
    const opening = openPassage(HIGHLIGHT);
    await vi.runAllTimersAsync();
    await opening;
    expect(asked.filter((name) => name === 'goToHighlight')).toHaveLength(2);
  });
});
