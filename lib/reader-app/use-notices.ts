import { useEffect, useState } from 'preact/hooks';
import type { Notice } from '@/components/reader/Reader';
import type { Library } from '@/lib/library/library';
import { logError } from '@/lib/messages/error-log';

/**
 * What is to be said of data and store; `library` is undefined while it is being opened. The code
 * comes after the first picture, which need not wait for it.
 */
export function useNotices(library: Library | null | undefined): Notice[] {
  const [notices, setNotices] = useState<Notice[]>([]);
  useEffect(() => {
    if (!library) return;
    void import('./read-notices')
      .then(({ readNotices }) => readNotices(library))
      .then(setNotices)
      .catch((error) => logError(error, 'reading what is to be said'));
  }, [library]);
  return library ? notices : [];
}
