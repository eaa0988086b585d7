import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { isRead, type Reading } from '@/lib/extension-page/reading';
import { logError } from '@/lib/messages/error-log';
import type { Highlight } from '@/lib/model/highlight';
import type { GovGlossDb } from '@/lib/store/db';
import { allHighlights, type StoredHighlights } from '@/lib/store/highlights';

/** What the library holds. */
export interface Kept {
  highlights: readonly Highlight[];
  /** Rows beside them that this version cannot read. */
  unreadable: number;
}

/**
 * Every highlight, kept up with whoever changes one: this page, the background, another tab. The
 * same object stands for a highlight as long as it is not changed.
 */
export function useHighlights(db: GovGlossDb | null | undefined): Reading<Kept> {
  const [kept, setKept] = useState<Reading<Kept>>('loading');
  useEffect(() => {
    if (!db) {
      if (db === null) setKept({ highlights: [], unreadable: 0 });
      return;
    }
    const subscription = liveQuery(() => allHighlights(db)).subscribe({
      next: (all) => {
        setKept((before) => (all.ok ? keptNow(before, all.value) : 'failed'));
      },
      error: (error) => {
        logError(error, 'reading the highlights');
        setKept('failed');
      },
    });
    return () => subscription.unsubscribe();
  }, [db]);
  return kept;
}

function keptNow(before: Reading<Kept>, { highlights, unreadable }: StoredHighlights): Kept {
  const known = isRead(before) ? before.highlights : [];
  return { highlights: unchangedKept(known, highlights), unreadable: unreadable.length };
}

/** Records of the store that are as they were keep their object, and all that hangs on it. */
function unchangedKept(before: readonly Highlight[], after: Highlight[]): Highlight[] {
  const known = new Map(before.map((highlight) => [highlight.id, highlight]));
  return after.map((highlight) => {
    const same = known.get(highlight.id);
    return same?.revision === highlight.revision ? same : highlight;
  });
}
