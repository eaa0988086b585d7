import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, languageOfTag } from '@/lib/model/languages';

describe('languageOfTag', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-MO', 'zh-Hant'],
    ['zh-Hans-TW', 'zh-Hans'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['yue-HK', 'zh-Hant'],
    ['', 'en'],
  ])('reads %s as %s', (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });

  it.each(LANGUAGE_TAGS)('reads %s, which is ours, as itself', (tag) => {
    expect(languageOfTag(tag)).toBe(tag);
  });
});
