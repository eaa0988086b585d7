import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Division, EntityId } from '@/lib/model/entity';
import { ARTICLE_2020 } from './article-2020';

interface DivisionPickProps {
  all: readonly Division[];
  chosen: readonly EntityId[];
  /** Said while it is folded. */
  label: string;
  /** No more can be chosen than these. */
  most?: number;
  prefs: ViewPrefs;
  t: Translate;
  onChange(divisions: EntityId[]): void;
}

/** Which divisions a view is about: one by one, or sets of them where any number may be chosen. */
export function DivisionPick(props: DivisionPickProps) {
  const { all, chosen, label, most, prefs, t, onChange } = props;
  const ids = all.map(({ id }) => id);
  return (
    <details class="division-pick">
      <summary>{label}</summary>
      {most === undefined && (
        <p class="division-sets">
          <button type="button" class="button" onClick={() => onChange([...ARTICLE_2020])}>
            {t('roadmap_seven')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => onChange(ids.filter((id) => id !== 'CN'))}
          >
            {t('roadmap_every')}
          </button>
          <button type="button" class="button" onClick={() => onChange([])}>
            {t('roadmap_no_lane')}
          </button>
        </p>
      )}
      <fieldset class="choice division-list">
        <legend class="unseen">{label}</legend>
        {all.map(({ id, shortNames }) => {
          const isIn = chosen.includes(id);
          return (
            <label key={id} class="tick">
              <input
                type="checkbox"
                checked={isIn}
                disabled={!isIn && most !== undefined && chosen.length >= most}
                onChange={() =>
                  onChange(
                    isIn ? chosen.filter((each) => each !== id) : inOrder([...chosen, id], ids),
                  )
                }
              />
              <span lang={langFor(prefs)}>{nameFor(shortNames, prefs)}</span>
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}

/** The nation first, then the article's divisions in its order, then the others in theirs. */
function inOrder(chosen: readonly EntityId[], all: readonly EntityId[]): EntityId[] {
  const order = ['CN', ...ARTICLE_2020, ...all];
  return [...chosen].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
