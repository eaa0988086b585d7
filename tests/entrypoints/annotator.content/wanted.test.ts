import { expect, test } from 'vitest';
import { isPaused, wantedBy } from '@/entrypoints/annotator.content/wanted';
import type { Mention } from '@/lib/model/mention';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';

/** Each character is in a class of its own, but for one in two scripts. */
const classOf = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
classOf['辦'.charCodeAt(0)] = '办'.charCodeAt(0);

const TEXT = '浙里办与“浙 里辦”APP';
const mention = (start: number, end: number): Mention => ({
  ...{ start, end, entity: 'CN-ZJ/zheliban', kind: 'platform', rivals: [], reasons: [] },
});
const isWanted = (change: Partial<Settings>, host: string) => {
  const wanted = wantedBy({ ...DEFAULT_SETTINGS, ...change }, host, classOf);
  return [mention(0, 3), mention(4, 10)].map((each) => wanted(each, TEXT));
};

test.each([
  ['everywhere', '', 'www.zj.gov.cn', false],
  ['on this site', 'www.zj.gov.cn', 'www.zj.gov.cn', false],
  ['on another site', 'www.gd.gov.cn', 'www.zj.gov.cn', true],
])('a name refused %s, in whatever script and spacing', (_, refused, host, wanted) => {
  const ignored = [{ form: '浙里办', host: refused }];
  expect(isWanted({ ignored }, host)).toEqual([wanted, wanted]);
});

test('a kind that is switched off is not wanted', () => {
  const kinds = { ...DEFAULT_SETTINGS.kinds, platform: false };
  expect(isWanted({ kinds }, '')).toEqual([false, false]);
});

test('a pause is for one host', () => {
  const settings = { ...DEFAULT_SETTINGS, pausedHosts: ['www.zj.gov.cn'] };
  expect([isPaused(settings, 'www.zj.gov.cn'), isPaused(settings, 'zj.gov.cn')]).toEqual([
    true,
    false,
  ]);
});
