import { yearOf } from '@/components/text/dates';
import { chineseName, langFor, nameFor } from '@/components/text/names';
import { WhatItIs } from '@/components/text/WhatItIs';
import { Words } from '@/components/text/Words';
import type { Translate, ViewPrefs } from '@/lib/language/prefs';
import type { Entity, EntityId } from '@/lib/model/entity';
import { hasEnded, orderPlatforms } from './order-platforms';

interface PlatformCardsProps {
  platforms: Entity[];
  /** Ids of those that come first, in their order. */
  first: EntityId[];
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
}

/** A division's platforms: name, kind, the year each began. */
export function PlatformCards({ platforms, first, prefs, t, onOpen }: PlatformCardsProps) {
  return (
    <ul class="platform-cards">
      {orderPlatforms(platforms, first).map((platform) => (
        <li key={platform.id} data-ended={hasEnded(platform) || undefined}>
          <button type="button" onClick={() => onOpen(platform.id)}>
            <span class="platform-name" lang={langFor(prefs)}>
              {nameFor(platform.names, prefs)}
            </span>
            {prefs.language === 'en' && platform.names.en !== platform.names.zhHans && (
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
