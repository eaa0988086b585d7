import { useCallback, useEffect, useState } from 'preact/hooks';
import { logError } from '@/lib/messages/error-log';

/**
 * What the browser answers and never announces (shortcuts, permissions, storage): read at first,
 * whenever the page comes back to the front, and when asked for. Null until the first answer.
 * @param read a function that stays the same from one drawing to the next
 */
export function useFresh<T>(read: () => Promise<T>): [value: T | null, again: () => void] {
  const [value, setValue] = useState<T | null>(null);
  const again = useCallback(() => {
    read().then(
      (answer) => setValue(() => answer),
      (error) => logError(error, 'asking the browser'),
    );
  }, [read]);
  useEffect(() => {
    again();
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, [again]);
  return [value, again];
}
