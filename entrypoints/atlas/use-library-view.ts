import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  FACETS,
  type Facet,
  type LibraryFilter,
  type Order,
  WHOLE_LIBRARY,
  wordsOf,
} from '@/components/library/filter';
import { useFound } from './use-found';
import type { Kept } from './use-library';

/** What the reader looks at in the library: filter, order, facet, and the one that is open. */
export function useLibraryView({ reader }: Kept) {
  const [filter, setFilter] = useState<LibraryFilter>(WHOLE_LIBRARY);
  const [order, setOrder] = useState<Order>('newest');
  const [facet, setFacet] = useState<Facet>('page');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [detailOpen, setDetailOpen] = useState(false);
  const words = useMemo(() => wordsOf(filter), [filter]);
  const outline = reader?.outline ?? null;
  const { ranks: found, isLooking } = useFound(reader, words, outline?.isDivided(facet) ?? false);
  const outlined = outline?.version;
  const { newest, newestPages } = reader ?? {};

  useEffect(() => {
    const picked = FACETS.filter((each) => filter.picked[each] !== undefined);
    const isByPage = order === 'page';
    reader?.divide([facet, ...picked, ...(isByPage ? (['page'] as const) : [])], isByPage);
  }, [reader, outline, outlined, filter, order, facet]);

  const shown = useMemo(() => {
    if (outline) return outline.ordered(outline.fitting(filter.picked, found), order);
    // Until the outline is there, the newest are all that is known.
    return filter === WHOLE_LIBRARY && order === 'newest' ? (newest ?? []) : [];
  }, [outline, outlined, newest, filter, order, found]);
  const groups = useMemo(() => {
    if (!outline?.isDivided(facet)) {
      return filter === WHOLE_LIBRARY && facet === 'page' ? (newestPages ?? null) : null;
    }
    return outline.groupsAmong(outline.fitting(filter.picked, found, facet), facet);
  }, [outline, outlined, newestPages, filter, facet, found]);

  // An id of a highlight that is not there any more stays chosen: it may be put back.
  const isThere = chosenId !== null && (outline ? outline.has(chosenId) : shown.includes(chosenId));
  const chosen = isThere ? (reader?.held.get(chosenId) ?? null) : null;
  return {
    all: reader?.count ?? 0,
    shown,
    groups,
    isLooking,
    filter,
    order,
    facet,
    chosen,
    detailOpen: detailOpen && chosen !== null,
    onFilter: setFilter,
    onOrder: setOrder,
    onFacet: setFacet,
    onChoose(id: string, open: boolean) {
      if (reader) reader.open = id;
      void reader?.hold([id]);
      setChosenId(id);
      if (open) setDetailOpen(true);
    },
    onBack: () => setDetailOpen(false),
  };
}
