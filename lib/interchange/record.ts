import type { Highlight, HighlightSelectors } from '@/lib/model/highlight';

/** A highlight with its fields in one fixed order, so that equal ones are equal as text. */
export function recordOf(highlight: Highlight): Highlight {
  return {
    id: highlight.id,
    pageKey: highlight.pageKey,
    url: highlight.url,
    title: highlight.title,
    ...(highlight.publisher && { publisher: highlight.publisher }),
    ...(highlight.published && { published: highlight.published }),
    selectors: selectorsOf(highlight.selectors),
    colour: highlight.colour,
    note: highlight.note,
    tags: [...highlight.tags],
    entities: [...highlight.entities],
    createdAt: highlight.createdAt,
    modifiedAt: highlight.modifiedAt,
    revision: highlight.revision,
    ...(highlight.detached && { detached: true as const }),
  };
}

/** Where a passage is, with its fields in one fixed order. */
export function selectorsOf(selectors: HighlightSelectors): HighlightSelectors {
  const { quote, position, range, rivals, landmarks } = selectors;
  return {
    quote: { type: quote.type, exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    ...(position && {
      position: {
        type: position.type,
        start: position.start,
        end: position.end,
        ...(position.pairs !== undefined && { pairs: position.pairs }),
      },
    }),
    ...(range && {
      range: {
        type: range.type,
        startSelector: { type: range.startSelector.type, value: range.startSelector.value },
        endSelector: { type: range.endSelector.type, value: range.endSelector.value },
        startOffset: range.startOffset,
        endOffset: range.endOffset,
        ...(range.startPairs !== undefined && { startPairs: range.startPairs }),
        ...(range.endPairs !== undefined && { endPairs: range.endPairs }),
      },
    }),
    ...(rivals && { rivals: [...rivals] }),
    ...(landmarks && {
      landmarks: {
        before: [...landmarks.before],
        after: [...landmarks.after],
        rivals: [...landmarks.rivals],
      },
    }),
  };
}

/**
 * Equal in everything a reader could see, however often each was changed on its way there, and whether
 * or not the tool it came from knew what stood around it.
 */
export function isSameRecord(a: Highlight, b: Highlight): boolean {
  const text = (highlight: Highlight) => {
    const { quote } = highlight.selectors;
    return JSON.stringify(recordOf({ ...highlight, selectors: { quote }, revision: 1 }));
  };
  return text(a) === text(b);
}

/** The order of every export: oldest first, then by id, whatever order the store answers in. */
export function inOrder(highlights: readonly Highlight[]): Highlight[] {
  return [...highlights].sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
}

/** The highlights of each page, in the order of an export. */
export function byPage(highlights: readonly Highlight[]): Highlight[][] {
  const pages = new Map<string, Highlight[]>();
  for (const highlight of inOrder(highlights)) {
    const ofPage = pages.get(highlight.pageKey);
    if (ofPage) ofPage.push(highlight);
    else pages.set(highlight.pageKey, [highlight]);
  }
  return [...pages.values()];
}

/** Code unit order, which no locale changes. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JSON as a file: indented, so that versions can be compared, and ended by a line end. */
export function jsonFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
