import type { MessageKey, Translate } from '@/lib/language/translate';

/** The grades and groups that publishers of rankings use, by key of the catalogue. */
const KEYS: Record<string, MessageKey> = {
  非常高: 'tier_very_high',
  高: 'tier_high',
  中: 'tier_medium',
  优秀: 'tier_excellent',
  優秀: 'tier_excellent',
  良好: 'tier_good',
  直辖市: 'tier_municipalities',
  直轄市: 'tier_municipalities',
  '省（自治区）': 'tier_provinces',
  '省（自治區）': 'tier_provinces',
  前三: 'tier_top_three',
  领先: 'tier_leading',
  領先: 'tier_leading',
  引领型: 'tier_leaders',
  引領型: 'tier_leaders',
  第一等级: 'tier_first_class',
  第一等級: 'tier_first_class',
  第二等级: 'tier_second_class',
  第二等級: 'tier_second_class',
  数开繁盛: 'tier_flourishing',
  數開繁盛: 'tier_flourishing',
};

/** A publisher's word for a grade in the language of the interface; unknown words as they are. */
export function tierName(tier: string, t: Translate): string {
  const key = KEYS[tier];
  return key ? t(key) : tier;
}
