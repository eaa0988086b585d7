import { callAgain } from '@/lib/messages/call-again';
import type { PlacedHighlight } from '@/lib/messages/protocol';
import type { Highlight } from '@/lib/model/highlight';
import type { Passage } from './passage';

/** What is kept of a page, also under the key that 0.1.0 had for it; null when nobody answers. */
export async function askForKept(
  pageKey: string,
  formerKey: string | null,
): Promise<Highlight[] | null> {
  const where = { pageKey, ...(formerKey === null ? {} : { formerKey }) };
  const answer = await callAgain('placePassages', { ...where, search: null });
  return answer.ok ? answer.value.map(({ highlight }) => highlight) : null;
}

/** Where passages stand in a text, by their ids; null when nobody answers. */
export async function askForPlaces(
  pageKey: string,
  passages: readonly Passage[],
  text: string,
): Promise<Map<string, PlacedHighlight> | null> {
  const ids = passages.map(({ highlight }) => highlight.id);
  const answer = await callAgain('placePassages', { pageKey, search: { text, ids } });
  return answer.ok ? new Map(answer.value.map((each) => [each.highlight.id, each])) : null;
}
