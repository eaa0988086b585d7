import type { Translate } from '@/lib/language/translate';

/** What the reader says of a passage. */
export interface Said {
  note: string;
  tags: readonly string[];
}

interface TwoTextsProps {
  t: Translate;
  /** What was written here, and what is kept: it was changed elsewhere meanwhile. */
  mine: Said;
  theirs: Said;
  onMine(): void;
  onTheirs(): void;
}

/** Two texts for one passage: both are shown, and the reader says which one stays. */
export function TwoTexts({ t, mine, theirs, onMine, onTheirs }: TwoTextsProps) {
  const sides = [
    { key: 'mine', said: mine, onChoose: onMine },
    { key: 'theirs', said: theirs, onChoose: onTheirs },
  ] as const;
  return (
    <section class="two-texts" role="alert">
      <h3>{t('conflict_title')}</h3>
      <p>{t('conflict_lead')}</p>
      <div class="two-texts-sides">
        {sides.map(({ key, said, onChoose }) => (
          <div key={key} class="two-texts-side">
            <p class="two-texts-whose">{t(`conflict_${key}`)}</p>
            <p class="two-texts-note">
              {said.note || <span class="two-texts-empty">{t('conflict_empty')}</span>}
            </p>
            {said.tags.length > 0 && (
              <p class="two-texts-tags">{said.tags.map((tag) => `#${tag}`).join(' ')}</p>
            )}
            <button type="button" class="button" onClick={onChoose}>
              {t(`conflict_keep_${key}`)}
            </button>
          </div>
        ))}
      </div>
    </section>
  );
}
