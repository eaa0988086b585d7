import { expect, test } from 'vitest';
import { isPaused } from '@/entrypoints/page-session/paused';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';

test('a pause is for one host', () => {
  const settings = { ...DEFAULT_SETTINGS, pausedHosts: ['www.zj.gov.cn'] };
  expect([isPaused(settings, 'www.zj.gov.cn'), isPaused(settings, 'zj.gov.cn')]).toEqual([
    true,
    false,
  ]);
});
