import { formatDate } from '@/components/text/dates';
import { byGrade, publisherOf, whatItIs } from '@/components/text/source-name';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Source } from '@/lib/model/entity';

interface SourcesProps {
  sources: Source[];
  prefs: ViewPrefs;
  t: Translate;
}

/** Every source of a profile with its grade, folded until wanted. */
export function Sources({ sources, prefs, t }: SourcesProps) {
  return (
    <details class="sources">
      <summary>{t('profile_sources', { count: sources.length })}</summary>
      <ol>
        {byGrade(sources).map((source) => {
          const publisher = publisherOf(source, prefs);
          return (
            <li key={source.id}>
              {source.url ? (
                <a href={source.url} target="_blank" rel="noreferrer noopener" lang={prefs.script}>
                  {source.title}
                </a>
              ) : (
                <span lang={prefs.script}>{source.title}</span>
              )}
              <p class="source-note">
                <span lang={publisher.lang}>{publisher.text}</span>
                {source.date && (
                  <time dateTime={source.date}>{formatDate(source.date, prefs.language)}</time>
                )}
                <span>{whatItIs(source, t)}</span>
              </p>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
