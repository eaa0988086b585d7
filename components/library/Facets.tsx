import type { ComponentChildren } from 'preact';
import type { Translate } from '@/lib/language/translate';
import type { Language } from '@/lib/model/languages';
import { FACETS, type Facet } from './filter';
import type { FacetGroup } from './outline';

/** Groups listed at once; who has more finds them sooner by a word. */
export const LISTED = 400;

interface FacetsProps {
  t: Translate;
  /** Of the interface, which numbers are written in. */
  language: Language;
  facet: Facet;
  /** Null until they are read. */
  groups: FacetGroup[] | null;
  /** The group that is picked of this facet. */
  picked: string | undefined;
  /** The language of the groups' names; none for tags and colours. */
  lang: string | undefined;
  nameOf(key: string): string;
  /** What can be done with the picked group. */
  doing: ComponentChildren;
  onFacet(facet: Facet): void;
  /** Picks a group, or lets it go when it is the one. */
  onPick(key: string): void;
}

/** The library divided by one facet: its groups with their counts, one of them to be picked. */
export function Facets(props: FacetsProps) {
  const { t, facet, groups, picked, lang, nameOf, onFacet, onPick } = props;
  const listed = groups?.slice(0, LISTED) ?? [];
  // Times are a picture too: a bar a month or a day, the fullest as wide as the list.
  const isTime = facet === 'month' || facet === 'day';
  const most = Math.max(...listed.map(({ count }) => count));
  return (
    <section class="facets" aria-label={t('library_divide')}>
      <label class="field">
        <span>{t('library_divide')}</span>
        <select
          value={facet}
          onChange={(event) => {
            const chosen = FACETS.find((each) => each === event.currentTarget.value);
            if (chosen) onFacet(chosen);
          }}
        >
          {FACETS.map((each) => (
            <option key={each} value={each}>
              {t(`library_by_${each}`)}
            </option>
          ))}
        </select>
      </label>
      {props.doing}
      <ul class="facet-groups">
        {listed.map(({ key, count }) => (
          <li key={key}>
            <button
              type="button"
              aria-pressed={key === picked}
              data-time={isTime || undefined}
              style={isTime ? { '--share': count / most } : undefined}
              onClick={() => onPick(key)}
            >
              {facet === 'colour' && <span class="dot" data-colour={key} />}
              <span class="facet-name" lang={lang}>
                {nameOf(key)}
              </span>
              <span class="facet-count">{count.toLocaleString(props.language)}</span>
            </button>
          </li>
        ))}
      </ul>
      {groups?.length === 0 && <p class="field-hint">{t('library_no_groups')}</p>}
      {groups && groups.length > LISTED && (
        <p class="field-hint">{t('library_more_groups', { count: groups.length - LISTED })}</p>
      )}
    </section>
  );
}
