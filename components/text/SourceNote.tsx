import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Source } from '@/lib/model/entity';
import { pickSources, publisherOf, whatItIs } from './source-name';

interface SourceNoteProps {
  sources: Source[];
  /** False when only a copy of the text was found: named, not linked. */
  linked: boolean;
  /** How many are named; the others are counted. */
  most: number;
  /** The line before names the same: not said a second time, unless it can be opened. */
  again?: boolean;
  prefs: ViewPrefs;
  t: Translate;
}

/** Where a statement comes from: the strongest sources, linked where an address is safe to link. */
export function SourceNote({ sources, linked, most, again, prefs, t }: SourceNoteProps) {
  const { named, more } = pickSources(sources, most, prefs);
  if (again && !sources.some(({ url }) => linked && url)) {
    return (
      <p class="source-note">
        <span title={named.map(({ name }) => name.text).join('\n')}>{t('source_same')}</span>
      </p>
    );
  }
  return (
    <p class="source-note">
      <span class="unseen">{t('source_label')}</span>
      {named.map(({ source, name: { text, lang } }, at) => (
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
          {source.grade === 'single' ? (
            <span class="source-grade" title={whatItIs(source, t)}>
              {t('source_single')}
            </span>
          ) : (
            source.copy &&
            linked && (
              <span class="source-grade" title={whatItIs(source, t)}>
                {t('source_in_copy')}
              </span>
            )
          )}
        </span>
      ))}
      {more.length > 0 && (
        <span
          class="source-grade"
          title={more.map((source) => publisherOf(source, prefs).text).join('\n')}
        >
          {more.length === 1 && isIndependent(more[0], named[0]?.source)
            ? t('source_two')
            : t('source_more', { count: more.length })}
        </span>
      )}
      {!linked && <span class="source-grade">{t('source_copy')}</span>}
    </p>
  );
}

/** Two who each say it: of different publishers, neither a copy of a text. */
function isIndependent(one: Source | undefined, other: Source | undefined): boolean {
  if (!one || !other || one.copy || other.copy) return false;
  return one.publisher !== other.publisher;
}
