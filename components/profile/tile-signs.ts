import type { EntityId } from '@/lib/model/entity';
import type { Script } from '@/lib/model/languages';

/** The one character each division goes by, as on number plates and in names of railways. */
const SIGNS: Record<EntityId, string> = {
  'CN-AH': '皖',
  'CN-BJ': '京',
  'CN-CQ': '渝',
  'CN-FJ': '闽',
  'CN-GD': '粤',
  'CN-GS': '甘',
  'CN-GX': '桂',
  'CN-GZ': '贵',
  'CN-HA': '豫',
  'CN-HB': '鄂',
  'CN-HE': '冀',
  'CN-HI': '琼',
  'CN-HK': '港',
  'CN-HL': '黑',
  'CN-HN': '湘',
  'CN-JL': '吉',
  'CN-JS': '苏',
  'CN-JX': '赣',
  'CN-LN': '辽',
  'CN-MO': '澳',
  'CN-NM': '蒙',
  'CN-NX': '宁',
  'CN-QH': '青',
  'CN-SC': '川',
  'CN-SD': '鲁',
  'CN-SH': '沪',
  'CN-SN': '陕',
  'CN-SX': '晋',
  'CN-TJ': '津',
  'CN-TW': '台',
  'CN-XJ': '新',
  'CN-XZ': '藏',
  'CN-YN': '云',
  'CN-ZJ': '浙',
};

/** Those that traditional script writes otherwise. */
const TRADITIONAL: Record<EntityId, string> = {
  'CN-FJ': '閩',
  'CN-GD': '粵',
  'CN-GZ': '貴',
  'CN-HI': '瓊',
  'CN-JS': '蘇',
  'CN-JX': '贛',
  'CN-LN': '遼',
  'CN-NX': '寧',
  'CN-SD': '魯',
  'CN-SH': '滬',
  'CN-SN': '陝',
  'CN-SX': '晉',
  'CN-YN': '雲',
};

/** The character of a division in the given script; '' for the nation. */
export function tileSign(division: EntityId, script: Script): string {
  const simplified = SIGNS[division] ?? '';
  return script === 'zh-Hant' ? (TRADITIONAL[division] ?? simplified) : simplified;
}
