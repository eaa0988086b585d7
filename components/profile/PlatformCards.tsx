import { yearOf } from '@/components/text/dates';
import { chineseName, isTranslated, langFor, nameFor } from '@/components/text/names';
import { WhatItIs } from '@/components/text/WhatItIs';
import { Words } from '@/components/text/Words';
import { hasEnded, orderPlatforms } from './order-platforms';
import type { OwnedProps } from './owned-props';

/** A division's platforms: name, kind, the year each began. */
export function PlatformCards({ owned, division, prefs, t, onOpen }: OwnedProps) {
  const first = Object.values(division.roadmap).flatMap(({ entities }) => entities);
  return (
    <ul class="platform-cards">
      {orderPlatforms(owned, first).map((platform) => (
        <li key={platform.id} data-ended={hasEnded(platform) || undefined}>
          <button type="button" onClick={() => onOpen(platform.id)}>
            <span class="platform-name" lang={langFor(prefs)}>
              {nameFor(platform.names, prefs)}
            </span>
            {isTranslated(prefs) && platform.names.en !== platform.names.zhHans && (
              <span class="platform-form" lang={prefs.script}>
                {chineseName(platform.names, prefs)}
              </span>
            )}
            <span class="platform-what">
              {platform.launched && <b>{yearOf(platform.launched)}</b>}
              <WhatItIs entity={platform} prefs={prefs} t={t} />
              {hasEnded(platform) && <em>{t(`status_${platform.status}`)}</em>}
            </span>
            <span class="platform-summary">
              <Words of={platform.summary} prefs={prefs} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
