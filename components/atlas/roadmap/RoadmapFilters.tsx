import { DivisionPick } from '@/components/atlas/DivisionPick';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Division } from '@/lib/model/entity';
import type { RoadmapChoices } from './choices';
import { ROADMAP_KINDS } from './entries';

interface RoadmapFiltersProps {
  divisions: readonly Division[];
  choices: RoadmapChoices;
  prefs: ViewPrefs;
  t: Translate;
  onChange(change: Partial<RoadmapChoices>): void;
}

/** Which lanes and which kinds are in the picture, and the words it is about. The kinds are its legend. */
export function RoadmapFilters({ divisions, choices, prefs, t, onChange }: RoadmapFiltersProps) {
  const { kinds, words } = choices;
  return (
    <div class="roadmap-filters">
      <DivisionPick
        all={divisions}
        chosen={choices.divisions}
        label={t('roadmap_choose', { count: choices.divisions.length })}
        prefs={prefs}
        t={t}
        onChange={(next) => onChange({ divisions: next })}
      />
      <fieldset class="choice roadmap-kinds">
        <legend class="unseen">{t('roadmap_kinds')}</legend>
        {ROADMAP_KINDS.map((kind) => (
          <label key={kind} class="tick" data-glyph={kind}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({
                  kinds: ROADMAP_KINDS.filter((each) =>
                    each === kind ? checked : kinds.includes(each),
                  ),
                })
              }
            />
            <span class="glyph" aria-hidden="true" />
            {t(`roadmap_kind_${kind}`)}
          </label>
        ))}
      </fieldset>
      <input
        type="search"
        class="text-field roadmap-words"
        aria-label={t('roadmap_words')}
        placeholder={t('roadmap_words')}
        value={words}
        onInput={({ currentTarget }) => onChange({ words: currentTarget.value })}
      />
    </div>
  );
}
