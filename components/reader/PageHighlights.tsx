import { HighlightQuote } from '@/components/highlight/HighlightQuote';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { PageHighlight } from './page-state';

interface PageHighlightsProps {
  highlights: PageHighlight[];
  prefs: ViewPrefs;
  t: Translate;
  onGoToHighlight(id: string): void;
  onAcceptCandidate(id: string): void;
  /** Shows it at the next of the places that are equally its own, or at the one before. */
  onStepPlace(id: string, by: 1 | -1): void;
  onKeepAsText(id: string): void;
}

/** What the reader kept of this page, those whose text has changed with what can be done. */
export function PageHighlights(props: PageHighlightsProps) {
  const { highlights, t } = props;
  return (
    <section class="page-highlights" aria-labelledby="page-highlights">
      <h2 id="page-highlights" class="section-head">
        {t('page_highlights', { count: highlights.length })}
      </h2>
      <ul>
        {highlights.map(({ highlight, place }) => (
          <li key={highlight.id}>
            <HighlightQuote highlight={highlight} prefs={props.prefs} />
            <Place
              place={place}
              detached={highlight.detached === true}
              {...props}
              id={highlight.id}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PlaceProps extends Omit<PageHighlightsProps, 'highlights'> {
  id: string;
  place: PageHighlight['place'];
  detached: boolean;
}

/** Where a highlight stands on the page, and what the reader can do about it. */
function Place(props: PlaceProps) {
  const { id, place, detached, prefs, t } = props;
  if (detached) return <p class="place">{t('highlight_detached')}</p>;
  if (!place || place.state === 'looking') return <p class="place">{t('highlight_looking')}</p>;
  if (place.state === 'found') {
    return (
      <p class="place">
        <button type="button" class="linklike" onClick={() => props.onGoToHighlight(id)}>
          {t('highlight_go')}
        </button>
        {place.places !== undefined && (
          <>
            <span role="status">
              {t('highlight_place', { nth: (place.nth ?? 0) + 1, places: place.places })}
            </span>
            <Steps {...props} />
            <button type="button" class="button" onClick={() => props.onAcceptCandidate(id)}>
              {t('highlight_place_choose')}
            </button>
          </>
        )}
      </p>
    );
  }
  const keep = (
    <button type="button" class="button" onClick={() => props.onKeepAsText(id)}>
      {t('highlight_keep_text')}
    </button>
  );
  if (place.state === 'ambiguous') {
    return (
      <div class="place">
        <p>{t('highlight_ambiguous', { places: place.places })}</p>
        <Steps {...props} />
        {keep}
      </div>
    );
  }
  const { candidate } = place;
  return (
    <div class="place" data-missing>
      <p>{t('highlight_missing')}</p>
      {candidate && (
        <>
          <blockquote>{candidate.text}</blockquote>
          <button
            type="button"
            class="button"
            data-weight="main"
            onClick={() => props.onAcceptCandidate(id)}
          >
            {t('highlight_accept', { score: percent(candidate.score, prefs) })}
          </button>
        </>
      )}
      {keep}
    </div>
  );
}

/** From one to the next of several places. */
function Steps({ id, t, onStepPlace }: PlaceProps) {
  return (
    <>
      <button type="button" class="button" onClick={() => onStepPlace(id, -1)}>
        {t('highlight_place_previous')}
      </button>
      <button type="button" class="button" onClick={() => onStepPlace(id, 1)}>
        {t('highlight_place_next')}
      </button>
    </>
  );
}

/** A score from 0 to 1 as the language writes a share. */
function percent(score: number, prefs: ViewPrefs): string {
  return new Intl.NumberFormat(prefs.language, { style: 'percent' }).format(score);
}
