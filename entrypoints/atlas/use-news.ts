import { useEffect, useState } from 'preact/hooks';
import { logError } from '@/lib/messages/error-log';
import { type LibraryNews, noteLibraryNews, readLibraryNews } from '@/lib/messages/notes';

/** What became of the library in the store, until the reader has seen it. */
export function useNews(): { news: LibraryNews | null; seen(): void } {
  const [news, setNews] = useState<LibraryNews | null>(null);
  useEffect(() => {
    readLibraryNews().then(setNews, (error) =>
      logError(error, 'reading what became of the library'),
    );
  }, []);
  return {
    news,
    seen() {
      setNews(null);
      noteLibraryNews(null).catch((error) => logError(error, 'noting what was seen'));
    },
  };
}
