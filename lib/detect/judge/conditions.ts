import { FORM_KINDS } from '../form-traits';
import { SENSE } from '../senses';
import { isQuoted, isTitled } from './platforms';
import { type Rule, rule } from './rule';
import { SIGN } from './signs';

/** The dataset's condition on the form is not met. */
export const UNMET = -20;

/** What the dataset itself asks of a form, and forms that are never marked as a whole. */
export const CONDITIONS: readonly Rule[] = [
  rule('no-title-marks', FORM_KINDS, SIGN.condition, UNMET, ({ window, traits }) =>
    traits.flags & SENSE.needsTitleMarks && !isTitled(window) ? '' : null,
  ),
  rule('no-quotes', FORM_KINDS, SIGN.condition, UNMET, ({ window, traits }) =>
    traits.flags & SENSE.needsQuotes && !isQuoted(window) && !isTitled(window) ? '' : null,
  ),
  rule('described', 'described', 0, UNMET, () => ''),
];
