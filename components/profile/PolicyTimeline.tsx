import { formatDate } from '@/components/text/dates';
import { langFor, nameFor } from '@/components/text/names';
import type { OwnedProps } from './owned-props';
import { timelineOf } from './timeline';

/** Policies down a line of years, the newest at the top. */
export function PolicyTimeline({ owned, prefs, t, onOpen }: OwnedProps) {
  return (
    <ol class="timeline">
      {timelineOf(owned).map(({ year, policies: ofYear }) => (
        <li key={year}>
          <h3 class="timeline-year">{year ?? t('profile_undated')}</h3>
          <ul>
            {ofYear.map((policy) => (
              <li key={policy.id} class="timeline-entry">
                <button type="button" class="linklike" onClick={() => onOpen(policy.id)}>
                  <span lang={langFor(prefs)}>{nameFor(policy.names, prefs)}</span>
                </button>
                <p class="timeline-note">
                  {policy.date && (
                    <time dateTime={policy.date}>{formatDate(policy.date, prefs.language)}</time>
                  )}
                  {policy.docNumber && <span lang={prefs.script}>{policy.docNumber}</span>}
                </p>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
