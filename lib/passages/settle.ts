import type { PageText } from '@/lib/dom/page-text';
import type { Anchoring } from '@/lib/model/anchoring';
import { choosePlace, type Settled } from './choose-place';
import { isDrawnAt, type Part, type Passage } from './passage';

/**
 * Tells a passage of the places that a search of the text found for it; answers that at which it is to be
 * shown, null where nothing says which it is.
 * @param all passages of the page: those that have one place say in which order the others stand
 */
export function settle(
  passage: Passage,
  anchoring: Exclude<Anchoring, { state: 'missing' }>,
  text: PageText,
  all: readonly Passage[],
): readonly Part[] | null {
  const isFound = anchoring.state === 'found';
  const spans = isFound ? [anchoring.span, ...(anchoring.others ?? [])] : anchoring.spans;
  const places: Place[] = spans.map((span) => ({ at: span.start, parts: text.parts(span) }));
  const inOrder = places.toSorted((a, b) => a.at - b.at);
  const chosen = isFound ? chosenOf(places, passage, settledOf(all, text)) : undefined;
  passage.mayStandAt(
    inOrder.map(({ parts }) => parts),
    chosen ? inOrder.indexOf(chosen) : null,
  );
  return chosen?.parts ?? null;
}

interface Place {
  at: number;
  parts: readonly Part[];
}

function chosenOf(
  places: readonly Place[],
  { highlight }: Passage,
  others: readonly Settled[],
): Place | undefined {
  // Whether something is shown is dear to ask, and mostly there is nothing to choose.
  if (places.length === 1) return places[0];
  const seen = places.map(({ at, parts }) => ({ at, isShown: isDrawnAt(parts) }));
  return places[choosePlace(seen, highlight.selectors.position?.start ?? null, others)];
}

/** The passages with one place alone: where each was, and where it is in the text. */
function settledOf(all: readonly Passage[], text: PageText): Settled[] {
  return all.flatMap(({ edges, highlight, places }) => {
    const was = highlight.selectors.position?.start;
    const at = edges && places.length < 2 ? text.offsetOf(edges.start) : null;
    return was === undefined || at === null ? [] : [{ was, at }];
  });
}
