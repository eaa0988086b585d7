import type { Translate } from '@/lib/language/translate';
import type { Highlight } from '@/lib/model/highlight';

interface PublicationFieldsProps {
  highlight: Pick<Highlight, 'publisher' | 'published'>;
  t: Translate;
  onChange(change: { publisher?: string; published?: string }): void;
}

/** A day, a month or a year, or nothing. */
const DAY = /^(?:\d{4}(?:-\d\d){0,2})?$/;

/** Who published a passage's page, and when: what it did not say of itself is asked. */
export function PublicationFields({ highlight, t, onChange }: PublicationFieldsProps) {
  return (
    <>
      <label class="field">
        <span>{t('cite_publisher')}</span>
        <input
          type="text"
          maxLength={200}
          value={highlight.publisher ?? ''}
          onChange={(event) => onChange({ publisher: event.currentTarget.value.trim() })}
        />
      </label>
      <label class="field">
        <span>{t('cite_published')}</span>
        <input
          type="text"
          inputMode="numeric"
          placeholder={t('cite_published_hint')}
          pattern={DAY.source}
          value={highlight.published ?? ''}
          onChange={(event) => {
            const published = event.currentTarget.value.trim();
            if (DAY.test(published)) onChange({ published });
          }}
        />
      </label>
    </>
  );
}
