import { Locator } from '@/components/locator/Locator';
import { Sign } from '@/components/surface/Sign';
import { chineseName, isTranslated, langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { PageEntry, PageGroup } from './page-state';

interface PageGroupListProps {
  group: PageGroup;
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
  onNextMention(id: EntityId): void;
}

/** What the page names of one division. */
export function PageGroupList({ group, prefs, t, onOpen, onNextMention }: PageGroupListProps) {
  const { division } = group;
  const itself = group.entries.find((entry) => entry.brief.id === division.id);
  const others = group.entries.filter((entry) => entry !== itself);
  const headingId = `group-${division.id}`;
  return (
    <section class="page-group" aria-labelledby={headingId}>
      <header>
        <Locator here={division.id} />
        <h2 id={headingId}>
          <button type="button" class="linklike" onClick={() => onOpen(division.id)}>
            <span lang={langFor(prefs)}>{nameFor(division.names, prefs)}</span>
          </button>
        </h2>
        {itself && <NextMention entry={itself} {...{ prefs, t, onNextMention }} />}
      </header>
      <ul>
        {others.map((entry) => (
          <li key={entry.brief.id} class="entry" data-kind={entry.brief.kind}>
            <button type="button" class="entry-open" onClick={() => onOpen(entry.brief.id)}>
              <span class="kind">{t(`kind_${entry.brief.kind}`)}</span>
              <span class="entry-name" lang={langFor(prefs)}>
                {nameFor(entry.brief.names, prefs)}
                {isTranslated(prefs) && (
                  <span class="entry-form" lang={prefs.script}>
                    {chineseName(entry.brief.names, prefs)}
                  </span>
                )}
              </span>
            </button>
            <NextMention entry={entry} {...{ prefs, t, onNextMention }} />
            {entry.rivals.length > 0 && (
              <p class="entry-rivals">
                {t('page_rivals')}
                {entry.rivals.map((rival) => (
                  <button
                    key={rival.id}
                    type="button"
                    class="linklike"
                    onClick={() => onOpen(rival.id)}
                  >
                    <span lang={langFor(prefs)}>{nameFor(rival.names, prefs)}</span>
                  </button>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NextMentionProps extends Pick<PageGroupListProps, 'prefs' | 't' | 'onNextMention'> {
  entry: PageEntry;
}

/** How often something is named, and the way to its next mention. */
function NextMention({ entry, prefs, t, onNextMention }: NextMentionProps) {
  const { brief, count } = entry;
  const label = t('page_next_mention', { name: nameFor(brief.names, prefs) });
  return (
    <button type="button" class="entry-next" title={label} onClick={() => onNextMention(brief.id)}>
      <span class="unseen">{label}</span> <span>{t('page_times', { count })}</span>
      <Sign name="next" />
    </button>
  );
}
