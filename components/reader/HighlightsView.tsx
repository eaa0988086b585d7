import { HighlightQuote } from '@/components/highlight/HighlightQuote';
import { formatDate } from '@/components/text/dates';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { dayOf, type Highlight } from '@/lib/model/highlight';

interface HighlightsViewProps {
  /** Newest first. */
  highlights: Highlight[];
  /** How many there are in all; those beyond the list are in the atlas. */
  total: number;
  prefs: ViewPrefs;
  t: Translate;
  /** Opens the page the passage was kept from. */
  onOpenPage(highlight: Highlight): void;
  onAtlas(): void;
}

/** The passages kept last, by the page they come from. */
export function HighlightsView(props: HighlightsViewProps) {
  const { highlights, total, prefs, t } = props;
  if (highlights.length === 0) return <p class="view-empty">{t('highlights_none')}</p>;
  return (
    <>
      {groupByPage(highlights).map((group) => {
        const first = group[0];
        return (
          first && (
            <section key={first.pageKey} class="kept-page">
              <h2 lang={prefs.script}>
                <button type="button" class="linklike" onClick={() => props.onOpenPage(first)}>
                  {first.title || first.url}
                </button>
              </h2>
              <p class="view-note">{hostOf(first.url)}</p>
              <ul>
                {group.map((highlight) => (
                  <li key={highlight.id}>
                    <HighlightQuote highlight={highlight} prefs={prefs} />
                    <time class="place" dateTime={highlight.createdAt}>
                      {formatDate(dayOf(highlight.createdAt).key, prefs.language)}
                    </time>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      {total > highlights.length && (
        <button type="button" class="button" onClick={props.onAtlas}>
          {t('highlights_all', { total })}
        </button>
      )}
    </>
  );
}

/** Pages in the order of their newest highlight, each with its highlights in the given order. */
function groupByPage(highlights: Highlight[]): Highlight[][] {
  const pages = new Map<string, Highlight[]>();
  for (const highlight of highlights) {
    pages.set(highlight.pageKey, [...(pages.get(highlight.pageKey) ?? []), highlight]);
  }
  return [...pages.values()];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
