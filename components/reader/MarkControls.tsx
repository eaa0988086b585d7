import type { Translate } from '@/lib/language/translate';
import { ENTITY_KINDS } from '@/lib/model/entity';
import type { Settings } from '@/lib/model/settings';

type Shown = Pick<Settings, 'strength' | 'firstOnly' | 'kinds' | 'scope'>;

export interface MarkControlsProps {
  settings: Shown;
  t: Translate;
  onChange(change: Partial<Shown>): void;
}

/** Which mentions are drawn: the reader's words for two settings. */
type Density = 'every' | 'first' | 'pointed';
const DENSITIES: readonly Density[] = ['every', 'first', 'pointed'];

function densityOf({ strength, firstOnly }: Shown): Density {
  if (strength === 'hover') return 'pointed';
  return firstOnly ? 'first' : 'every';
}

/** Marks that are drawn keep the strength they had; ones that were not get the quiet one. */
function changeTo(density: Density, { strength }: Shown): Partial<Shown> {
  if (density === 'pointed') return { strength: 'hover' };
  return {
    firstOnly: density === 'first',
    strength: strength === 'hover' ? 'quiet' : strength,
  };
}

/** What is marked on pages, each setting one press away. */
export function MarkControls({ settings, t, onChange }: MarkControlsProps) {
  const density = densityOf(settings);
  return (
    <div class="mark-controls">
      <fieldset>
        <legend class="unseen">{t('marks_density')}</legend>
        {DENSITIES.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === density}
            onClick={() => onChange(changeTo(each, settings))}
          >
            {t(`marks_${each}`)}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend class="unseen">{t('options_kinds')}</legend>
        {ENTITY_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={settings.kinds[kind]}
            onClick={() =>
              onChange({ kinds: { ...settings.kinds, [kind]: !settings.kinds[kind] } })
            }
          >
            {t(`kind_${kind}`)}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={settings.scope === 'everywhere'}
          onClick={() =>
            onChange({ scope: settings.scope === 'everywhere' ? 'article' : 'everywhere' })
          }
        >
          {t('marks_everywhere')}
        </button>
      </fieldset>
    </div>
  );
}
