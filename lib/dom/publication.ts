/** Who published a page, and when. */
export interface Publication {
  publisher?: string;
  /** `YYYY-MM-DD`, or as much of it as the page says. */
  published?: string;
}

/**
 * Names of `meta` that say it, the surest first: those of China's standard for government sites
 * (ContentSource, PubDate, SiteName), Dublin Core, and what is usual elsewhere.
 */
const PUBLISHERS = [
  ...['contentsource', 'dc.publisher', 'dcterms.publisher', 'article:publisher', 'publisher'],
  ...['citation_publisher', 'author', 'og:site_name', 'sitename', 'application-name'],
];
const DATES = [
  ...['pubdate', 'publishdate', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date'],
  ...['article:published_time', 'og:published_time', 'citation_date', 'date', 'firstpublishedtime'],
];
/** What stands in a byline before who and when. */
const SOURCE =
  /(?:来源|來源|稿源|信息来源|發布機構|发布机构|发文机关|來源單位|Source)\s*[:：]\s*([^\s|丨:：]{2,40})/;
const WHEN =
  /(?:发布时间|發布時間|发布日期|發布日期|成文日期|时间|日期|Published)\s*[:：]\s*(\d{4}[-年./]\d{1,2}[-月./]\d{1,2})/;
/** Longest text a byline is looked for in, and longest name that is believed. */
const BYLINE = 400;
const NAME = 120;

/** What a page says of itself: by its metadata, its JSON-LD, or its byline; nothing where it says nothing. */
export function publicationOf(page: Document): Publication {
  const metas = new Map<string, string>();
  for (const meta of allIn(page, 'meta[content]')) {
    const name = meta.getAttribute('name') ?? meta.getAttribute('property');
    const content = meta.getAttribute('content')?.trim();
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content);
  }
  const said = linked(page);
  const byline = bylineOf(page);
  const found = (names: readonly string[]) => names.map((name) => metas.get(name));
  const [sources, sites] = [found(PUBLISHERS.slice(0, 7)), found(PUBLISHERS.slice(7))];
  const names = [...sources, said.publisher, SOURCE.exec(byline)?.[1], ...sites];
  const dates = [...found(DATES), said.published, WHEN.exec(byline)?.[1]];
  const publisher = names.find((name) => name && name.length <= NAME && !/^https?:/.test(name));
  const published = dates.map((date) => dayOf(date ?? '')).find((date) => date !== null);
  return { ...(publisher && { publisher }), ...(published && { published }) };
}

/** By the method of the prototype: a page may have something of that name. */
function allIn(page: Document, selector: string): NodeListOf<Element> {
  return Document.prototype.querySelectorAll.call(page, selector);
}

/** The day in any of the forms pages write; null where there is none. */
function dayOf(text: string): string | null {
  const parts = /(\d{4})(?:[-年./](\d{1,2})(?:[-月./](\d{1,2}))?)?/.exec(text);
  if (!parts || Number(parts[1]) < 1980) return null;
  const [, year, month, day] = parts;
  return [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');
}

/** What the first article of a page's JSON-LD says. */
function linked(page: Document): Publication {
  for (const script of allIn(page, 'script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    const published = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(text)?.[1];
    const publisher = /"publisher"\s*:\s*\{[^{}]*?"name"\s*:\s*"([^"]{1,120})"/.exec(text)?.[1];
    if (published || publisher) {
      return { ...(publisher && { publisher }), ...(published && { published }) };
    }
  }
  return {};
}

/** The first short text of the page that names a source or a day. */
function bylineOf(page: Document): string {
  for (const element of allIn(page, 'p,span,div,td,li,time')) {
    const text = element.textContent ?? '';
    if (text.length <= BYLINE && (SOURCE.test(text) || WHEN.test(text))) return text;
  }
  return '';
}
