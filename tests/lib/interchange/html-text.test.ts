import { expect, test } from 'vitest';
import { plainText } from '@/lib/interchange/html-text';

test.each([
  ['a text with a comparison', 'a < b & c > d', 'a < b & c > d'],
  ['a text that writes of entities', '写作 &amp; 而不是 &', '写作 &amp; 而不是 &'],
  ['a text with spaces at its edges', ' 浙里办 ', ' 浙里办 '],
  ['marked-up text', '<b>浙里</b>办 &amp; 浙政钉', '浙里办 & 浙政钉'],
  ['blocks', '<p>一</p><p>二</p>', '一\n二'],
  ['characters by number', '<i>&#x6d59;&#37324;</i>', '浙里'],
])('%s keeps what it says', (_, html, text) => {
  expect(plainText(html)).toBe(text);
});
