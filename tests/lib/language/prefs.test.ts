import { describe, expect, it } from 'vitest';
import { viewPrefs } from '@/lib/language/prefs';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';

describe('viewPrefs', () => {
  const here = { browserLanguage: 'zh-CN', pageScript: null, dark: true };

  it('follows browser, page and system where the settings leave it to them', () => {
    expect(viewPrefs(DEFAULT_SETTINGS, { ...here, pageScript: 'zh-Hant' })).toEqual({
      language: 'zh-Hans',
      dataLanguage: 'zh',
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

  it.each([
    ['zh-Hans', 'auto', 'zh'],
    ['zh-Hant', 'auto', 'zh'],
    ['en', 'auto', 'en'],
    ['zh-Hans', 'en', 'en'],
    ['en', 'zh', 'zh'],
  ] as const)(
    'shows entries under an interface in %s and the choice “%s” in %s',
    (language, dataLanguage, shown) => {
      const prefs = viewPrefs({ ...DEFAULT_SETTINGS, language, dataLanguage }, here);
      expect(prefs).toMatchObject({ language, dataLanguage: shown });
    },
  );
});
