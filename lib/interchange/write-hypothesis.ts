import type { Highlight, RangeSelector } from '@/lib/model/highlight';
import { inOrder, jsonFile } from './record';

/** How much context Hypothesis itself keeps on each side. */
const CONTEXT_UNITS = 32;
/** Whom its importer lists the annotations under, before the reader takes them as their own. */
const USER = 'acct:GovGloss@localhost';
/** Its paths begin in the body. */
const BODY = /^\/html\[1\]\/body\[1\](?=\/|$)/;

/**
 * The highlights as Hypothesis's own export has them, which its importer takes: Share, Import. The day of
 * the newest change stands for that of the export, so that the same library gives the same file.
 */
export function writeHypothesis(highlights: readonly Highlight[]): string {
  const all = inOrder(highlights);
  const newest = all.map(({ modifiedAt }) => modifiedAt).sort();
  return jsonFile({
    export_date: newest.at(-1) ?? new Date(0).toISOString(),
    export_userid: USER,
    client_version: 'GovGloss',
    annotations: all.map(annotationOf),
  });
}

function annotationOf({ id, url, title, note, tags, selectors, ...times }: Highlight) {
  const { exact, prefix, suffix } = selectors.quote;
  const quote = {
    type: 'TextQuoteSelector',
    exact,
    prefix: prefix.slice(-CONTEXT_UNITS),
    suffix: suffix.slice(0, CONTEXT_UNITS),
  };
  const range = selectors.range ? rangeOf(selectors.range) : [];
  return {
    id,
    created: times.createdAt,
    updated: times.modifiedAt,
    user: USER,
    uri: url,
    text: note,
    tags,
    target: [{ source: url, selector: [...range, quote] }],
    document: { title: [title] },
  };
}

function rangeOf({ startSelector, endSelector, startOffset, endOffset }: RangeSelector) {
  const [startContainer, endContainer] = [startSelector.value, endSelector.value];
  if (!BODY.test(startContainer) || !BODY.test(endContainer)) return [];
  return [
    {
      type: 'RangeSelector',
      ...{ startContainer: startContainer.replace(BODY, ''), startOffset },
      ...{ endContainer: endContainer.replace(BODY, ''), endOffset },
    },
  ];
}
