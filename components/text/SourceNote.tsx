import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Source } from '@/lib/model/entity';
import { pickSources, publisherOf } from './source-name';

interface SourceNoteProps {
  sources: Source[];
  /** False when only a copy of the text was found: named, not linked. */
  linked: boolean;
  /** How many are named; the others are counted. */
  most: number;
  prefs: ViewPrefs;
  t: Translate;
}

/** Where a statement comes from: the strongest sources, linked where an address is safe to link. */
export function SourceNote({ sources, linked, most, prefs, t }: SourceNoteProps) {
  const { named, more } = pickSources(sources, most, prefs, t);
  return (
    <p class="source-note">
      <span class="unseen">{t('source_label')}</span>
      {named.map(({ source, name: { text, lang, isGrade } }, at) => (
        <span key={source.id}>
          {at > 0 && <span aria-hidden="true"> · </span>}
          {linked && source.url ? (
            <a href={source.url} target="_blank" rel="noreferrer noopener" title={source.title}>
              <span lang={lang}>{text}</span>
            </a>
          ) : (
            <span lang={lang} title={source.title}>
              {text}
            </span>
          )}
          {source.grade === 'single' && !isGrade && (
            <span class="source-grade">{t('source_single')}</span>
          )}
        </span>
      ))}
      {more.length > 0 && (
        <span
          class="source-grade"
          title={more.map((source) => publisherOf(source, prefs).text).join('\n')}
        >
          {t('source_more', { count: more.length })}
        </span>
      )}
      {!linked && <span class="source-grade">{t('source_copy')}</span>}
    </p>
  );
}
