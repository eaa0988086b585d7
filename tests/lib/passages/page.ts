import { vi } from 'vitest';
import type { Block } from '@/lib/dom/block';
import { PageText } from '@/lib/dom/page-text';
import { Paint } from '@/lib/dom/paint';
import type { Highlight } from '@/lib/model/highlight';
import { SavedPassages } from '@/lib/passages/saved-passages';

export const YELLOW = { colour: 'yellow' as const, note: '', tags: [] };
const AT = '2026-11-20T08:00:00.000Z';
export const LATER = '2026-11-21T08:00:00.000Z';

export function blockOf(text: string): Block {
  const node = { data: text, length: text.length, parentElement: null };
  return { text, nodes: [node as unknown as Text], starts: [0] };
}

export function highlightOf(id: string, exact: string, pageKey = 'zj.gov.cn/a'): Highlight {
  const quote = { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' };
  const page = { pageKey, url: `http://${pageKey}`, title: '' };
  return {
    ...{ id, ...page, ...YELLOW, selectors: { quote }, entities: [] },
    ...{ createdAt: AT, modifiedAt: AT, revision: 1 },
  };
}

/** A page of paragraphs, read and not yet asked for what is kept of it. */
export function pageOf(...texts: string[]) {
  const page = {
    key: 'zj.gov.cn/a',
    entry: 'one',
    blocks: texts.map(blockOf),
    isShown: true,
    isLoading: false,
  };
  /** What is painted, by registry name. */
  const painted = new Map<StaticRange, string>();
  const paint = new Paint();
  vi.spyOn(paint, 'add').mockImplementation((name, from, to) => {
    const range = { startContainer: from.node, endContainer: to.node } as unknown as StaticRange;
    painted.set(range, name);
    return range;
  });
  vi.spyOn(paint, 'remove').mockImplementation((_, range) => void painted.delete(range));
  const text = () => new PageText([...page.blocks]);
  const passages = new SavedPassages(paint, {
    formerKey: () => null,
    historyEntry: () => page.entry,
    page: () => ({ pageKey: page.key, url: `http://www.${page.key}`, title: '题' }),
    pageText: vi.fn(text),
    isShown: () => page.isShown,
    isCurrent: (block) => page.blocks.includes(block),
    isLoading: () => page.isLoading,
  });
  passages.change(page.blocks, []);
  const states = () =>
    Object.fromEntries(passages.places().map(({ id, state }) => [id, state] as const));
  /** The page has other text in place of a paragraph, which is not read yet. */
  const replace = (at: number, ...now: string[]) => {
    const fresh = now.map(blockOf);
    passages.change(fresh, page.blocks.splice(at, 1, ...fresh));
  };
  return { page, passages, painted, states, replace, text };
}
