import { CitePanel } from '@/components/page/CitePanel';
import { Sign } from '@/components/surface/Sign';
import { formatDate } from '@/components/text/dates';
import { langFor, nameFor } from '@/components/text/names';
import { webAddress } from '@/lib/address/page-key';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Citation, CitationStyle } from '@/lib/model/citation';
import type { EntityId } from '@/lib/model/entity';
import { dayOf, HIGHLIGHT_COLOURS, type Highlight } from '@/lib/model/highlight';
import type { Language } from '@/lib/model/languages';
import type { EntityBrief } from '@/lib/model/views';
import { type ChangeOutcome, HighlightNotes, type NotesChange } from './HighlightNotes';
import { hostOf } from './host-of';
import { PublicationFields } from './PublicationFields';

interface HighlightDetailProps {
  highlight: Highlight;
  /** Entities named in the passage that the dataset knows. */
  entities: EntityBrief[];
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  /** Keeps a change of the highlight as it was seen. */
  onChange(seen: Highlight, change: NotesChange): Promise<ChangeOutcome>;
  /** As CitePanel has them. */
  onCite(highlight: Highlight, style: CitationStyle, language: Language): Promise<Citation | null>;
  onCopy(citation: Citation): Promise<boolean>;
  onOpenPage(): void;
  onDelete(): void;
  /** Back to the list, where there is room for one of the two only. */
  onBack(): void;
}

/** One highlight, whole: the passage, where it stands, what the reader added. */
export function HighlightDetail(props: HighlightDetailProps) {
  const { highlight, entities, prefs, t } = props;
  const { selectors, colour, url, title, createdAt, detached } = highlight;
  return (
    <article class="detail" aria-labelledby="detail-title">
      <button type="button" class="button detail-back" onClick={props.onBack}>
        {t('library_back')}
      </button>
      <h2 id="detail-title" lang={prefs.script}>
        {title || url}
      </h2>
      <p class="detail-place">
        <span>{hostOf(url)}</span>
        <time dateTime={createdAt}>{formatDate(dayOf(createdAt).key, prefs.language)}</time>
      </p>
      <div class="quote" data-colour={colour}>
        <blockquote lang={prefs.script}>{selectors.quote.exact}</blockquote>
      </div>
      {detached && <p class="field-hint">{t('highlight_detached')}</p>}
      <div class="row-actions">
        {webAddress(url) && (
          <button type="button" class="button" data-weight="main" onClick={props.onOpenPage}>
            {t('library_open_page')}
          </button>
        )}
        <button
          type="button"
          class="sign"
          aria-label={t('toolbar_delete')}
          title={t('toolbar_delete')}
          onClick={props.onDelete}
        >
          <Sign name="bin" />
        </button>
      </div>
      <fieldset class="choice">
        <legend class="field-hint">{t('toolbar_colour')}</legend>
        <div class="swatches">
          {HIGHLIGHT_COLOURS.map((each) => (
            <label key={each} class="swatch-choice" data-colour={each} title={t(`colour_${each}`)}>
              <input
                class="swatch-radio"
                type="radio"
                name="colour"
                aria-label={t(`colour_${each}`)}
                checked={each === colour}
                onChange={() => void props.onChange(highlight, { colour: each })}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <HighlightNotes key={highlight.id} highlight={highlight} t={t} onChange={props.onChange} />
      <CitePanel
        key={`cite ${highlight.id}`}
        t={t}
        of={highlight}
        language={prefs.language}
        onCite={(style, language) => props.onCite(highlight, style, language)}
        onCopy={props.onCopy}
      >
        <PublicationFields
          highlight={highlight}
          t={t}
          onChange={(change) => void props.onChange(highlight, change)}
        />
      </CitePanel>
      {entities.length > 0 && (
        <section aria-labelledby="detail-entities">
          <h3 id="detail-entities" class="field-hint">
            {t('library_entities')}
          </h3>
          <ul class="detail-entities">
            {entities.map((entity) => (
              <li key={entity.id} data-kind={entity.kind}>
                <a class="kind" href={props.entityUrl(entity.id)} lang={langFor(prefs)}>
                  {nameFor(entity.names, prefs)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
