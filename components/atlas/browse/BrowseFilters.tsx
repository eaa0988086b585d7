import { Select } from '@/components/page/Select';
import { nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { type Division, ENTITY_KINDS } from '@/lib/model/entity';
import { BROWSE_GRADES, BROWSE_HAS, type BrowseChoices } from './choices';

interface BrowseFiltersProps {
  choices: BrowseChoices;
  divisions: readonly Division[];
  years: readonly string[];
  prefs: ViewPrefs;
  t: Translate;
  onChange(change: Partial<BrowseChoices>): void;
}

/** What the table is narrowed to. */
export function BrowseFilters({
  choices,
  divisions,
  years,
  prefs,
  t,
  onChange,
}: BrowseFiltersProps) {
  const any = { value: '', label: t('browse_any') };
  const pick = <T extends string>(all: readonly T[], value: string) =>
    all.find((each) => each === value) ?? null;
  return (
    <div class="browse-filters">
      <label class="field browse-words">
        <span>{t('browse_words')}</span>
        <input
          type="search"
          class="text-field"
          placeholder={t('browse_words_hint')}
          value={choices.words}
          onInput={({ currentTarget }) => onChange({ words: currentTarget.value })}
        />
      </label>
      <Select
        label={t('column_kind')}
        value={choices.kind ?? ''}
        options={[any, ...ENTITY_KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))]}
        onChange={(value) => onChange({ kind: pick(ENTITY_KINDS, value) })}
      />
      <Select
        label={t('kind_division')}
        value={choices.division ?? ''}
        options={[
          any,
          ...divisions.map(({ id, shortNames }) => ({
            value: id,
            label: nameFor(shortNames, prefs),
          })),
        ]}
        onChange={(value) => onChange({ division: value || null })}
      />
      <Select
        label={t('browse_year')}
        value={choices.year ?? ''}
        options={[
          any,
          ...years.map((year) => ({ value: year, label: year })),
          { value: 'none', label: t('profile_undated') },
        ]}
        onChange={(value) => onChange({ year: value || null })}
      />
      <Select
        label={t('browse_has')}
        value={choices.has ?? ''}
        options={[any, ...BROWSE_HAS.map((has) => ({ value: has, label: t(`browse_has_${has}`) }))]}
        onChange={(value) => onChange({ has: pick(BROWSE_HAS, value) })}
      />
      <Select
        label={t('browse_grade')}
        value={choices.grade ?? ''}
        options={[
          any,
          ...BROWSE_GRADES.map((grade) => ({ value: grade, label: t(`grade_${grade}`) })),
        ]}
        onChange={(value) => onChange({ grade: pick(BROWSE_GRADES, value) })}
      />
    </div>
  );
}
