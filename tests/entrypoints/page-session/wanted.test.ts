import { expect, test } from 'vitest';
import { isPaused, isWanted, refusedOn } from '@/entrypoints/page-session/wanted';
import type { Mention } from '@/lib/model/mention';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';

test('a kind that is switched off is not wanted', () => {
  const kinds = { ...DEFAULT_SETTINGS.kinds, platform: false };
  const settings = { ...DEFAULT_SETTINGS, kinds };
  const place = { start: 0, end: 3, rivals: [], reasons: [] };
  const platform: Mention = { ...place, entity: 'CN-ZJ/zheliban', kind: 'platform' };
  const division: Mention = { ...place, entity: 'CN-ZJ', kind: 'division' };
  expect([platform, division].map((each) => isWanted(settings, each))).toEqual([false, true]);
});

test('forms are refused everywhere, or on one host', () => {
  const ignored = [
    { form: '浙里办', host: '' },
    { form: '浙江', host: 'www.zj.gov.cn' },
  ];
  const settings = { ...DEFAULT_SETTINGS, ignored };
  expect(refusedOn(settings, 'www.zj.gov.cn')).toEqual(['浙里办', '浙江']);
  expect(refusedOn(settings, 'zj.gov.cn')).toEqual(['浙里办']);
});

test('a pause is for one host', () => {
  const settings = { ...DEFAULT_SETTINGS, pausedHosts: ['www.zj.gov.cn'] };
  expect([isPaused(settings, 'www.zj.gov.cn'), isPaused(settings, 'zj.gov.cn')]).toEqual([
    true,
    false,
  ]);
});
