import { describe, expect, test } from 'vitest';
import { initials, syllables, withoutTones } from '@/lib/text/pinyin';

describe('syllables', () => {
  test.each([
    ['Zhèlǐbàn', ['zhe', 'li', 'ban']],
    ['Zhèjiāng Shěng', ['zhe', 'jiang', 'sheng']],
    ['Guǎngxī Zhuàngzú Zìzhìqū', ['guang', 'xi', 'zhuang', 'zu', 'zi', 'zhi', 'qu']],
    ["Xī'ān", ['xi', 'an']],
    ["fāng'àn", ['fang', 'an']],
    ['yì wǎng tōng bàn', ['yi', 'wang', 'tong', 'ban']],
    ['Lǜ', ['lv']],
    ['Xiāng Gǎng', ['xiang', 'gang']],
    ['Xīnjiāng Wéiwú’ěr', ['xin', 'jiang', 'wei', 'wu', 'er']],
    ['Shǎnxī', ['shan', 'xi']],
    ['App', ['app']],
    ['', []],
  ])('%s', (pinyin, expected) => expect(syllables(pinyin)).toEqual(expected));
});

test('initials', () => {
  expect(initials('Zhèlǐbàn')).toBe('zlb');
  expect(initials('Yuèshěngshì')).toBe('yss');
  expect(initials('Xīnjiāng Wéiwú’ěr Zìzhìqū')).toBe('xjwwezzq');
});

test('tones in marks and numbers are the same', () => {
  expect(withoutTones('zhe4li3ban4')).toBe('zheliban');
  expect(withoutTones('Zhèlǐbàn')).toBe('zheliban');
  expect(withoutTones('lü4')).toBe('lv');
});
