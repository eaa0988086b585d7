import type { EntityId } from '@/lib/model/entity';
import { dayOf, type Highlight, monthOf } from '@/lib/model/highlight';
import { foldText } from '@/lib/text/fold';

/** By what the library can be divided. */
export const FACETS = ['page', 'division', 'entity', 'month', 'day', 'tag', 'colour'] as const;
export type Facet = (typeof FACETS)[number];

export const ORDERS = ['newest', 'oldest', 'page'] as const;
export type Order = (typeof ORDERS)[number];

/** What of the library is shown. Every word must be found, every picked value must fit. */
export interface LibraryFilter {
  words: string;
  picked: Partial<Record<Facet, string>>;
}

export const WHOLE_LIBRARY: LibraryFilter = { words: '', picked: {} };

/** The division an id belongs to, by its form (lib/model/entity.ts). */
export function divisionOfId(id: EntityId): EntityId {
  return id.split('/', 1)[0] ?? id;
}

/** The values a highlight has of a facet. */
export function valuesOf(highlight: Highlight, facet: Facet): string[] {
  switch (facet) {
    case 'page':
      return [highlight.pageKey];
    case 'division':
      return [...new Set(highlight.entities.map(divisionOfId))];
    case 'entity':
      return highlight.entities;
    case 'month':
      return [monthOf(highlight.createdAt).key];
    case 'day':
      return [dayOf(highlight.createdAt).key];
    case 'tag':
      return highlight.tags;
    case 'colour':
      return [highlight.colour];
  }
}

/** The words looked for, folded. */
export function wordsOf({ words }: LibraryFilter): string[] {
  return foldText(words).split(/\s+/).filter(Boolean);
}

/** What a word is looked for in: what the reader sees of a highlight, both scripts the same. */
export interface SearchedText {
  /** Quote, note and tags, folded. */
  own: string;
  /** Title and address, folded: many highlights share one. */
  page: string;
}

/** The parts of a highlight that are searched. */
type Searched = Pick<Highlight, 'note' | 'tags' | 'title' | 'url'> & {
  selectors: { quote: { exact: string } };
};

/** @param pages folded titles and addresses, by themselves: each is folded and held once */
export function searchedText(highlight: Searched, pages: Map<string, string>): SearchedText {
  const { selectors, note, tags, title, url } = highlight;
  const ofPage = `${title}\n${url}`;
  const page = pages.get(ofPage) ?? foldText(ofPage);
  pages.set(ofPage, page);
  return { own: foldText([selectors.quote.exact, note, ...tags].join('\n')), page };
}

/** Words are looked for as they are written, each wherever it stands. */
export function hasWords({ own, page }: SearchedText, words: readonly string[]): boolean {
  return words.every((word) => own.includes(word) || page.includes(word));
}
