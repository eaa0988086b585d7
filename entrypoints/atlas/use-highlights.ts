import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { isRead, type Reading } from '@/lib/extension-page/reading';
import { logError } from '@/lib/messages/error-log';
import type { Highlight } from '@/lib/model/highlight';
import type { GovGlossDb } from '@/lib/store/db';
import { allHighlights } from '@/lib/store/highlights';

/**
 * Every highlight, kept up with whoever changes one: this page, the background, another tab. The
 * same object stands for a highlight as long as it is not changed.
 */
export function useHighlights(db: GovGlossDb | null | undefined): Reading<readonly Highlight[]> {
  const [highlights, setHighlights] = useState<Reading<readonly Highlight[]>>('loading');
  useEffect(() => {
    if (!db) {
      if (db === null) setHighlights([]);
      return;
    }
    const subscription = liveQuery(() => allHighlights(db)).subscribe({
      next: (all) => {
        setHighlights((before) =>
          all.ok ? unchangedKept(isRead(before) ? before : [], all.value) : 'failed',
        );
      },
      error: (error) => {
        logError(error, 'reading the highlights');
        setHighlights('failed');
      },
    });
    return () => subscription.unsubscribe();
  }, [db]);
  return highlights;
}

/** Records of the store that are as they were keep their object, and all that hangs on it. */
function unchangedKept(before: readonly Highlight[], after: Highlight[]): Highlight[] {
  const known = new Map(before.map((highlight) => [highlight.id, highlight]));
  return after.map((highlight) => {
    const same = known.get(highlight.id);
    return same?.modifiedAt === highlight.modifiedAt ? same : highlight;
  });
}
