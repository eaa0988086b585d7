import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '@/lib/language/translate';
import { CITATION_STYLES, type Citation, type CitationStyle } from '@/lib/model/citation';
import { LANGUAGE_TAGS, type Language } from '@/lib/model/languages';

interface CitePanelProps {
  t: Translate;
  /** What is cited: cited anew when it is another. */
  of: unknown;
  /** The interface's, in which it is cited unless the reader chooses another. */
  language: Language;
  /** Cites it; null where the code for it could not be had. */
  onCite(style: CitationStyle, language: Language): Promise<Citation | null>;
  /** Copies it as text and as rich text; false where the browser refused. */
  onCopy(citation: Citation): Promise<boolean>;
  /** What is asked beside style and language. */
  children?: ComponentChildren;
}

/** A citation in a style and a language, to be copied. */
export function CitePanel(props: CitePanelProps) {
  const { t, onCite } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [style, setStyle] = useState<CitationStyle>('gbt7714');
  const [language, setLanguage] = useState(props.language);
  const [cited, setCited] = useState<Citation | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  // Only the open panel loads what citing takes.
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    setSaid(null);
    void onCite(style, language).then((citation) => {
      if (!isCurrent) return;
      setCited(citation);
      if (!citation) setSaid(t('cite_failed'));
    });
    return () => {
      isCurrent = false;
    };
  }, [isOpen, props.of, style, language]);
  const copy = async (citation: Citation) =>
    setSaid(t((await props.onCopy(citation)) ? 'cite_copied' : 'copy_refused'));
  return (
    <details class="cite" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('cite')}</summary>
      <div class="cite-fields">
        <label class="field">
          <span>{t('cite_style')}</span>
          <select
            value={style}
            onChange={(event) => {
              const chosen = CITATION_STYLES.find((each) => each === event.currentTarget.value);
              if (chosen) setStyle(chosen);
            }}
          >
            {CITATION_STYLES.map((each) => (
              <option key={each} value={each}>
                {t(`cite_style_${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t('cite_language')}</span>
          <select
            value={language}
            onChange={(event) => {
              const chosen = LANGUAGE_TAGS.find((each) => each === event.currentTarget.value);
              if (chosen) setLanguage(chosen);
            }}
          >
            {LANGUAGE_TAGS.map((each) => (
              <option key={each} value={each} lang={each}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </label>
        {props.children}
      </div>
      {cited && <p class="cite-text">{cited.text}</p>}
      <div class="row-actions">
        <button
          type="button"
          class="button"
          disabled={!cited}
          onClick={() => cited && void copy(cited)}
        >
          {t('cite_copy')}
        </button>
        <span class="field-hint" role="status">
          {said}
        </span>
      </div>
    </details>
  );
}

/** A language by its own name. */
function nameOf(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}
