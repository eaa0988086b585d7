import { describe, expect, it } from 'vitest';
import { languageOfTag, viewPrefs } from '@/lib/language/prefs';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';

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
    ['', 'en'],
  ])('reads %s as %s', (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });
});

describe('viewPrefs', () => {
  const here = { browserLanguage: 'zh-CN', pageScript: null, dark: true };

  it('follows browser, page and system where the settings leave it to them', () => {
    expect(viewPrefs(DEFAULT_SETTINGS, { ...here, pageScript: 'zh-Hant' })).toEqual({
      language: 'zh-Hans',
      script: 'zh-Hant',
      pinyin: true,
      size: 'medium',
      theme: 'dark',
    });
  });

  it('lets the reader overrule all three', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      language: 'en' as const,
      script: 'simplified' as const,
      theme: 'light' as const,
    };
    expect(viewPrefs(settings, { ...here, pageScript: 'zh-Hant' })).toMatchObject({
      language: 'en',
      script: 'zh-Hans',
      theme: 'light',
    });
  });

  it('shows names in the script of the interface where there is no page', () => {
    const prefs = viewPrefs({ ...DEFAULT_SETTINGS, language: 'zh-Hant' }, here);
    expect(prefs.script).toBe('zh-Hant');
  });
});
