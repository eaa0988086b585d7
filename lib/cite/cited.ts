import { withTextFragment } from '@/lib/address/text-fragment';
import type { Entity, Names, Policy, Source } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import type { Language } from '@/lib/model/languages';
import { type CslItem, cslDate, filledIn } from './csl-item';

function nameIn(names: Names, language: Language): string {
  if (language === 'en') return names.en;
  return language === 'zh-Hant' ? names.zhHant : names.zhHans;
}

/** The language an item's own words are in, as CSL names it. */
function languageOf(text: string): string {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US';
}

/**
 * A document, by the body that issued it, its number and its day. The issuer is no publisher as well:
 * styles that name one leave out the day.
 */
export function itemOfPolicy(policy: Policy, language: Language, seen: string): CslItem {
  const title = nameIn(policy.names, language);
  const issuer = policy.issuer && (language === 'en' ? policy.issuer.en : policy.issuer.zh);
  return {
    ...{ id: policy.id, type: 'report', title, language: languageOf(title) },
    ...filledIn({
      author: issuer ? [{ literal: issuer }] : undefined,
      number: policy.docNumber ?? '',
      issued: cslDate(policy.date ?? policy.published),
      URL: policy.url ?? '',
      accessed: policy.url ? cslDate(seen) : undefined,
    }),
  };
}

/** A source of a fact. What the dataset has no address for has no day on which it was seen. */
export function itemOfSource(source: Source, language: Language, seen: string): CslItem {
  const title = language === 'en' ? (source.titleEn ?? source.title) : source.title;
  const publisher = language === 'en' ? (source.publisherEn ?? source.publisher) : source.publisher;
  return {
    ...{ id: source.id, type: source.grade === 'press' ? 'article-newspaper' : 'webpage', title },
    language: languageOf(title),
    ...filledIn({
      ...(source.grade === 'press'
        ? { 'container-title': publisher }
        : { author: publisher ? [{ literal: publisher }] : undefined }),
      issued: cslDate(source.date),
      URL: source.url ?? '',
      accessed: source.url ? cslDate(source.seen ?? seen) : undefined,
    }),
  };
}

/** A passage: its page, who published it and when, the words, a link to them, the day they were kept. */
export function itemOfHighlight(highlight: Highlight): CslItem {
  const { id, title, url, selectors, publisher, published, createdAt } = highlight;
  const name = title.trim() || url;
  return {
    ...{ id, type: 'webpage', title: name, language: languageOf(name + selectors.quote.exact) },
    ...filledIn({
      author: publisher ? [{ literal: publisher }] : undefined,
      issued: cslDate(published),
      URL: withTextFragment(url, selectors),
      accessed: cslDate(createdAt.slice(0, 10)),
      note: selectors.quote.exact,
    }),
  };
}

/** What is cited for an entity: a document itself; for any other the sources of what is said of it. */
export function itemsOfEntity(
  entity: Entity,
  sources: readonly Source[],
  language: Language,
  seen: string,
): CslItem[] {
  if (entity.kind === 'policy') return [itemOfPolicy(entity, language, seen)];
  return sources.map((source) => itemOfSource(source, language, seen));
}
