import type { Translate } from '@/lib/language/translate';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '@/lib/model/highlight';

interface SwatchesProps {
  t: Translate;
  /** The colour chosen; absent where one press keeps. */
  chosen?: HighlightColour;
  onChoose(colour: HighlightColour): void;
}

/** The four colours: to keep in, or to choose among. */
export function Swatches({ t, chosen, onChoose }: SwatchesProps) {
  return (
    <fieldset class="toolbar-colours">
      <legend class="unseen">{t('toolbar_colour')}</legend>
      {HIGHLIGHT_COLOURS.map((each) => (
        <button
          key={each}
          type="button"
          class="swatch"
          data-colour={each}
          aria-pressed={chosen ? each === chosen : undefined}
          aria-label={chosen ? t(`colour_${each}`) : t(`toolbar_keep_${each}`)}
          title={t(`colour_${each}`)}
          onClick={() => onChoose(each)}
        />
      ))}
    </fieldset>
  );
}
