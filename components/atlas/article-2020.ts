import type { EntityId } from '@/lib/model/entity';

/** The divisions that the 2020 article describes, in its order. */
export const ARTICLE_2020: readonly EntityId[] = [
  'CN-BJ',
  'CN-SH',
  'CN-ZJ',
  'CN-FJ',
  'CN-GD',
  'CN-SC',
  'CN-GZ',
];
