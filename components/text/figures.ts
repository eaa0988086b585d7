import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Metric } from '@/lib/model/entity';
import { SCRIPTS } from '@/lib/model/languages';
import { CUSTOMS } from './writing';

/**
 * A figure as the language writes it: 1.2亿人, 120 million; 80%. `approximate` figures carry the
 * source's 'more than' or 'about' as a plus or a sign of its own in the catalogue.
 */
export function formatFigure(metric: Metric, prefs: ViewPrefs, t: Translate): string {
  const value = formatValue(metric, tagOf(prefs), CUSTOMS[prefs.language].wordsFrom);
  return metric.approximate ? t('figure_about', { value }) : value;
}

function formatValue({ value, unit }: Metric, tag: string, wordsFrom: number): string {
  switch (unit) {
    case 'percent':
      return new Intl.NumberFormat(tag, {
        style: 'percent',
        maximumFractionDigits: 2,
      }).format(value / 100);
    case 'bytes':
      return formatBytes(value, tag);
    case 'yuan':
      return new Intl.NumberFormat(tag, {
        style: 'currency',
        currency: 'CNY',
        notation: 'compact',
        maximumFractionDigits: 2,
      }).format(value);
    default:
      return new Intl.NumberFormat(tag, {
        notation: value >= wordsFrom ? 'compact' : 'standard',
        compactDisplay: 'long',
        maximumFractionDigits: 2,
      }).format(value);
  }
}

const BYTES_PER_TB = 1e12;

/** What the dataset counts in bytes are stores of whole institutions: terabytes, in every language. */
function formatBytes(value: number, tag: string): string {
  const terabytes = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  return `${terabytes.format(value / BYTES_PER_TB)} TB`;
}

/** Chinese figures are written in the script the names are in: 亿 or 億. */
function tagOf({ language, script }: ViewPrefs): string {
  return language in SCRIPTS ? script : language;
}
