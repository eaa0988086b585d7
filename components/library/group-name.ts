import { formatDate } from '@/components/text/dates';
import { nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import { HIGHLIGHT_COLOURS } from '@/lib/model/highlight';
import type { EntityBrief } from '@/lib/model/views';
import type { Facet } from './filter';

/** What the names of groups are made from. */
export interface GroupNaming {
  /** Titles of pages by their keys, as far as they were read. */
  titles: ReadonlyMap<string, string>;
  briefs: ReadonlyMap<EntityId, EntityBrief>;
  prefs: ViewPrefs;
  t: Translate;
}

/** A function that names a group by its key: a page's title, an entity's name, a month or a day in words. */
export function groupNamer({ titles, briefs, prefs, t }: GroupNaming) {
  return (facet: Facet, key: string): string => {
    switch (facet) {
      case 'page':
        return titles.get(key) || key;
      case 'division':
      case 'entity': {
        const brief = briefs.get(key);
        return brief ? nameFor(brief.names, prefs) : key;
      }
      case 'month':
      case 'day':
        return formatDate(key, prefs.language);
      case 'tag':
        return `#${key}`;
      case 'colour': {
        const colour = HIGHLIGHT_COLOURS.find((each) => each === key);
        return colour ? t(`colour_${colour}`) : key;
      }
    }
  };
}
