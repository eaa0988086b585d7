import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Division } from '@/lib/model/entity';
import { ARTICLE_2020, type RoadmapChoices } from './choices';
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
      <Lanes {...{ divisions, choices, prefs, t, onChange }} />
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

function Lanes({ divisions, choices, prefs, t, onChange }: RoadmapFiltersProps) {
  const chosen = choices.divisions;
  const all = divisions.map(({ id }) => id);
  const toggle = (id: string, isIn: boolean) => {
    const next = isIn ? [...chosen, id] : chosen.filter((each) => each !== id);
    // Those added stand where they stand in the usual order, those of the article in its own.
    onChange({ divisions: isIn ? inOrder(next, all) : next });
  };
  return (
    <details class="roadmap-choice">
      <summary>{t('roadmap_choose', { count: chosen.length })}</summary>
      <p class="roadmap-sets">
        <button
          type="button"
          class="button"
          onClick={() => onChange({ divisions: ARTICLE_2020, open: null })}
        >
          {t('roadmap_seven')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => onChange({ divisions: all.filter((id) => id !== 'CN'), open: null })}
        >
          {t('roadmap_every')}
        </button>
        <button type="button" class="button" onClick={() => onChange({ divisions: [] })}>
          {t('roadmap_no_lane')}
        </button>
      </p>
      <fieldset class="choice roadmap-divisions">
        <legend class="unseen">{t('roadmap_choose', { count: chosen.length })}</legend>
        {divisions.map(({ id, shortNames }) => (
          <label key={id} class="tick">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ currentTarget: { checked } }) => toggle(id, checked)}
            />
            <span lang={langFor(prefs)}>{nameFor(shortNames, prefs)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** The nation first, then the article's divisions in its order, then the others in theirs. */
function inOrder(chosen: readonly string[], all: readonly string[]): string[] {
  const order = ['CN', ...ARTICLE_2020, ...all];
  return [...chosen].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
