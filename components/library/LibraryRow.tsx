import { formatDate } from '@/components/text/dates';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { dayOf, type Highlight } from '@/lib/model/highlight';
import { hostOf } from './host-of';

interface LibraryRowProps {
  highlight: Highlight;
  prefs: ViewPrefs;
  t: Translate;
}

/** A row holds two lines of the quote; what is further down would be laid out for nothing. */
const SHOWN_UNITS = 240;
/** So much of what stands before a quote is shown that the quote still begins in the first line. */
const BEFORE_UNITS = 12;

/**
 * A highlight in the list: its colour, the quote in the words around it, the note, whose page it
 * stands on, and when it was kept.
 */
export function LibraryRow({ highlight, prefs, t }: LibraryRowProps) {
  const { selectors, colour, note, tags, title, url, pageKey, createdAt } = highlight;
  const { exact, prefix, suffix } = selectors.quote;
  const before = prefix.trimStart().slice(-BEFORE_UNITS);
  return (
    <div class="library-row" data-colour={colour} data-note={note ? '' : undefined}>
      <span class="unseen">{t(`colour_${colour}`)}</span>
      <div class="library-said">
        <p class="library-passage" lang={prefs.script}>
          {before && <span class="library-around">…{before}</span>}
          <span class="library-quote">{exact.slice(0, SHOWN_UNITS)}</span>
          {suffix && exact.length < SHOWN_UNITS && (
            <span class="library-around">{suffix.slice(0, SHOWN_UNITS - exact.length)}</span>
          )}
        </p>
        {note && <p class="library-note">{note.slice(0, SHOWN_UNITS)}</p>}
      </div>
      <div class="library-place">
        <p class="library-title" lang={prefs.script}>
          {title || pageKey}
        </p>
        <p class="library-source">
          <span class="library-host">{hostOf(url)}</span>
          {tags.length > 0 && (
            <span class="library-tags">{tags.map((tag) => `#${tag}`).join(' ')}</span>
          )}
          <time dateTime={createdAt}>{formatDate(dayOf(createdAt).key, prefs.language)}</time>
        </p>
      </div>
    </div>
  );
}
