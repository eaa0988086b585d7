import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  type Facet,
  filterRecords,
  type LibraryFilter,
  type Order,
  orderRecords,
  WHOLE_LIBRARY,
} from '@/components/library/filter';
import { type LibraryRecord, recordsOf } from '@/components/library/record';
import type { Highlight } from '@/lib/model/highlight';

/** What the reader looks at in the library: filter, order, facet, and the one that is open. */
export function useLibraryView(highlights: readonly Highlight[]) {
  const [filter, setFilter] = useState<LibraryFilter>(WHOLE_LIBRARY);
  const [order, setOrder] = useState<Order>('newest');
  const [facet, setFacet] = useState<Facet>('page');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [detailOpen, setDetailOpen] = useState(false);
  const records = useMemo(() => recordsOf(highlights), [highlights]);
  useEffect(() => foldWhenIdle(records), [records]);
  const ordered = useMemo(() => orderRecords(records, order), [records, order]);
  const shown = useMemo(() => filterRecords(ordered, filter), [ordered, filter]);
  const chosen = useMemo(
    () => highlights.find(({ id }) => id === chosenId) ?? null,
    [highlights, chosenId],
  );
  return {
    records,
    shown,
    filter,
    order,
    facet,
    chosen,
    detailOpen: detailOpen && chosen !== null,
    onFilter: setFilter,
    onOrder: setOrder,
    onFacet: setFacet,
    onChoose(id: string, open: boolean) {
      setChosenId(id);
      if (open) setDetailOpen(true);
    },
    onBack: () => setDetailOpen(false),
  };
}

/** Leaves the browser this much of an idle moment, in ms. */
const SPARE_MS = 2;

/**
 * Folds the texts of all records in idle moments, so that the first search finds it done; folding
 * is most of what ten thousand records cost. Answers what stops it.
 */
function foldWhenIdle(records: readonly LibraryRecord[]): () => void {
  let at = 0;
  const work = (idle: IdleDeadline) => {
    while (at < records.length && idle.timeRemaining() > SPARE_MS) void records[at++]?.text;
    if (at < records.length) waiting = requestIdleCallback(work);
  };
  let waiting = requestIdleCallback(work);
  return () => cancelIdleCallback(waiting);
}
