import type { PlacedHighlight } from '@/lib/messages/protocol';
import type { Highlight, HighlightDraft } from '@/lib/model/highlight';
import type { Result } from '@/lib/model/result';
import type { TestBrowser } from './driver/test-browser';

/** A passage with the words around it, and what of the rest matters to a test. */
export interface Wish extends Partial<Omit<HighlightDraft, 'selectors'>> {
  id?: string;
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** The question a page asks to have that kept. */
export function keepingOf({ id, exact, prefix = '', suffix = '', ...about }: Wish) {
  const pageKey = about.pageKey ?? 'zj.gov.cn/kept.html';
  const span = { start: prefix.length, end: prefix.length + exact.length };
  return {
    id: id ?? crypto.randomUUID(),
    passage: { text: prefix + exact + suffix, span },
    about: {
      ...{ pageKey, url: `http://www.${pageKey}`, title: '摘录自一页新闻', colour: 'yellow' },
      ...{ note: '', tags: [], entities: ['CN-ZJ/zheliban'], ...about },
    },
  };
}

/** Keeps passages as a page does; null for each that was not answered: the background died. */
export function keep(browser: TestBrowser, wishes: Wish[]): Promise<(Highlight | null)[]> {
  return browser.inExtension(async (api, inputs) => {
    const kept: (Highlight | null)[] = [];
    for (const input of inputs) {
      try {
        const answer: unknown = await api.runtime.sendMessage({ govgloss: 'keepPassage', input });
        const result = answer as Result<Highlight, unknown> | undefined;
        kept.push(result?.ok ? result.value : null);
      } catch {
        kept.push(null);
      }
    }
    return kept;
  }, wishes.map(keepingOf));
}

/** What the library has of a page, oldest first. */
export async function keptOn(browser: TestBrowser, pageKey: string): Promise<Highlight[]> {
  const answer = (await browser.inExtension(
    (api, input) => api.runtime.sendMessage({ govgloss: 'placePassages', input }),
    { pageKey, search: null },
  )) as Result<PlacedHighlight[], unknown>;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.map(({ highlight }) => highlight);
}
