import { expect, test } from 'vitest';
import { scriptOfText } from '@/lib/dom/page-script';

test.each([
  ['广东省数字政府改革建设总体规划发布，推动政务服务一网通办。', 'zh-Hans'],
  ['廣東省數字政府改革建設總體規劃發布，推動政務服務一網通辦。', 'zh-Hant'],
  ['經過數年的探索，各地已經出台數字政府規劃，标準不一', 'zh-Hant'],
  ['Notices of the General Office', null],
  ['', null],
])('%s is %s', (text, script) => {
  expect(scriptOfText(text)).toBe(script);
});
