import { render } from 'preact';
import type { Language, Script, ViewPrefs } from '@/lib/language/prefs';
import { createTranslate, parseCatalogue } from '@/lib/language/translate';
import en from '@/public/_locales/en/messages.json';
import zhHans from '@/public/_locales/zh_CN/messages.json';
import zhHant from '@/public/_locales/zh_TW/messages.json';
import { Frame } from './frame';
import { STATES } from './states';

const CATALOGUES = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

const asked = new URLSearchParams(location.search);
const pick = <T extends string>(name: string, all: readonly T[]): readonly T[] =>
  all.filter((each) => !asked.has(name) || asked.get(name) === each);

/** Narrows or widens every view; cards keep their own width where there is room. */
const width = Number(asked.get('width')) || null;

const languages = pick<Language>('language', ['zh-Hans', 'zh-Hant', 'en']);
const themes = pick('theme', ['light', 'dark'] as const);
const views = pick('view', [...new Set(STATES.map((state) => state.view))]);

function prefsFor(language: Language, theme: 'light' | 'dark'): ViewPrefs {
  const script: Script = language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
  return { language, script, pinyin: true, size: 'medium', theme };
}

function Gallery() {
  return languages.flatMap((language) => {
    const t = createTranslate(parseCatalogue(CATALOGUES[language]), language);
    return themes.map((theme) => {
      const prefs = prefsFor(language, theme);
      return (
        <section key={language + theme} data-theme={theme}>
          <h1>
            {language} · {theme}
          </h1>
          <div class="states">
            {STATES.filter((state) => views.includes(state.view)).map((state) => (
              <Frame
                key={state.name}
                state={state}
                width={width ?? state.width}
                prefs={prefs}
                t={t}
              />
            ))}
          </div>
        </section>
      );
    });
  });
}

const style = document.createElement('style');
style.textContent = `
  body { margin: 0; font: 13px/1.5 system-ui, sans-serif; }
  section { padding: 24px; background: #e9e7e2; color: #444; }
  section[data-theme='dark'] { background: #0d0c0b; color: #bbb; }
  h1 { margin: 0 0 16px; font-size: 15px; }
  .states { display: flex; flex-wrap: wrap; gap: 28px; align-items: flex-start; }
  figure { margin: 0; }
  figcaption { margin-bottom: 6px; }
`;
document.head.append(style);
const mount = document.createElement('div');
document.body.append(mount);
render(<Gallery />, mount);
