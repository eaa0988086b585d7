import { useEffect, useState } from 'preact/hooks';

const narrowQuery = () => matchMedia('(max-width: 720px)');

/** True in windows too narrow for names beside a picture. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => narrowQuery().matches);
  useEffect(() => {
    const query = narrowQuery();
    const onChange = () => setNarrow(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return isNarrow;
}
