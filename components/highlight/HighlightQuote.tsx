import type { ViewPrefs } from '@/lib/language/prefs';
import type { Highlight } from '@/lib/model/highlight';

interface HighlightQuoteProps {
  highlight: Highlight;
  prefs: ViewPrefs;
}

/** A kept passage as it stood on its page, with the reader's note and tags. */
export function HighlightQuote({ highlight, prefs }: HighlightQuoteProps) {
  return (
    <div class="quote" data-colour={highlight.colour}>
      <blockquote lang={prefs.script}>{highlight.selectors.quote.exact}</blockquote>
      {highlight.note && <p class="quote-note">{highlight.note}</p>}
      {highlight.tags.length > 0 && (
        <ul class="quote-tags">
          {highlight.tags.map((tag) => (
            <li key={tag}>#{tag}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
