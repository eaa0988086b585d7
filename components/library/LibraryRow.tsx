import { formatDate } from '@/components/text/dates';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Highlight } from '@/lib/model/highlight';

interface LibraryRowProps {
  highlight: Highlight;
  prefs: ViewPrefs;
  t: Translate;
}

/** A row holds two lines of a quote; what is further down would be laid out for nothing. */
const SHOWN_UNITS = 240;

/** A highlight in the list: its colour, the beginning of the quote, where and when. */
export function LibraryRow({ highlight, prefs, t }: LibraryRowProps) {
  const { selectors, colour, note, tags, title, url, createdAt } = highlight;
  return (
    <div class="library-row" data-colour={colour}>
      <span class="unseen">{t(`colour_${colour}`)}</span>
      <p class="library-quote" lang={prefs.script}>
        {selectors.quote.exact.slice(0, SHOWN_UNITS)}
      </p>
      <p class="library-place">
        <span class="library-title" lang={prefs.script}>
          {title || url}
        </span>
        {note && <span>{t('library_has_note')}</span>}
        {tags.length > 0 && (
          <span class="library-tags">{tags.map((tag) => `#${tag}`).join(' ')}</span>
        )}
        <time dateTime={createdAt}>{formatDate(createdAt.slice(0, 10), prefs.language)}</time>
      </p>
    </div>
  );
}
