import CSL from 'citeproc';
import type { Citation, CitationStyle } from '@/lib/model/citation';
import type { Language } from '@/lib/model/languages';
import type { CslItem } from './csl-item';
import apa from './styles/apa.csl?raw';
import chicago from './styles/chicago.csl?raw';
import gbt7714 from './styles/gbt7714.csl?raw';
import english from './styles/locale-en-US.xml?raw';
import simplified from './styles/locale-zh-CN.xml?raw';
import traditional from './styles/locale-zh-TW.xml?raw';
import plain from './styles/plain.csl?raw';

const STYLES: Record<CitationStyle, string> = { gbt7714, apa, chicago, plain };
const LOCALES: Record<Language, { name: string; xml: string }> = {
  'zh-Hans': { name: 'zh-CN', xml: simplified },
  'zh-Hant': { name: 'zh-TW', xml: traditional },
  en: { name: 'en-US', xml: english },
};

/** Cites items in a style, one entry each, in their order. */
export function formatCitations(
  items: readonly CslItem[],
  style: CitationStyle,
  language: Language,
): Citation[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const { name } = LOCALES[language];
  const xmlOf = (locale: string) =>
    Object.values(LOCALES).find((each) => each.name === locale)?.xml ?? english;
  const sys = { retrieveLocale: xmlOf, retrieveItem: (id: string) => ({ ...byId.get(id) }) };
  const engine = new CSL.Engine(sys, STYLES[style], name, true);
  const entry = (id: string, format: 'html' | 'text') => {
    engine.setOutputFormat(format);
    engine.updateItems([id]);
    const made = engine.makeBibliography();
    return made ? (made[1][0] ?? '').trim() : '';
  };
  return items.map(({ id }) => ({
    text: withoutNumber(entry(id, 'text')),
    html: inlineOf(entry(id, 'html')),
  }));
}

/** Each entry is cited alone: a number says nothing. */
function withoutNumber(text: string): string {
  return text.replace(/^\[1\]\s*/, '');
}

/** An entry's own HTML: what stands in its blocks, without its number. */
function inlineOf(html: string): string {
  return html
    .replace(/<div class="csl-left-margin">.*?<\/div>/s, '')
    .replace(/<\/?div[^>]*>/g, '')
    .trim();
}
