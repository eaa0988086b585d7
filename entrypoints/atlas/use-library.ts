import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Wait } from '@/components/wait/WaitLine';
import type { GovGlossDb } from '@/lib/store/db';
import { LibraryReader } from './library-reader';

/** What the reader kept, and how far it is read. */
export interface Kept {
  /** Null where the browser gives no database: nothing is kept then. */
  reader: LibraryReader | null;
  /** Another whenever the reader has something new. */
  version: number;
  wait: Wait | null;
}

/** The library, kept up with whoever changes it: this page, the background, another tab. */
export function useLibrary(db: GovGlossDb | null | undefined): Kept {
  const [version, setVersion] = useState(0);
  const [failed, setFailed] = useState(false);
  const reader = useMemo(
    () =>
      db
        ? new LibraryReader(
            db,
            () => {
              setFailed(false);
              setVersion((before) => before + 1);
            },
            () => setFailed(true),
          )
        : null,
    [db],
  );
  useEffect(() => reader?.start(), [reader]);
  const isRead = db === null || version > 0;
  const wait = failed ? 'failed' : isRead ? null : 'loading';
  return { reader, version, wait };
}
