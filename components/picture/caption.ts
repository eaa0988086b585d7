import { formatDate } from '@/components/text/dates';
import { publisherOf } from '@/components/text/source-name';
import { MARKS } from '@/components/text/writing';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Source } from '@/lib/model/entity';

/** Publishers named under a picture; all of them stand in the table saved beside it. */
const NAMED = 12;

/** Under a picture: which dataset, taken when, and from whom it is; those that say most first. */
export function footOf(
  version: string,
  today: string,
  sources: readonly Source[],
  prefs: ViewPrefs,
  t: Translate,
): string[] {
  const counts = new Map<string, number>();
  for (const source of sources) {
    const { text } = publisherOf(source, prefs);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const named = names.slice(0, NAMED).join(MARKS[prefs.language].list);
  const more = names.length - NAMED;
  return [
    t('picture_made', { version, date: formatDate(today, prefs.language) }),
    ...(names.length === 0
      ? []
      : [
          more > 0
            ? t('picture_sources_more', { names: named, count: more })
            : t('picture_sources', { names: named }),
        ]),
  ];
}
