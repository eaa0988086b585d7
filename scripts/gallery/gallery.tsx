import { render } from 'preact';
import type { ViewPrefs } from '@/lib/language/prefs';
import { createTranslate, parseCatalogue } from '@/lib/language/translate';
import { LANGUAGE_TAGS, LANGUAGES, type Language } from '@/lib/model/languages';
import { Frame } from './frame';
import { STATES } from './states';

/** Every catalogue, by the path of its file. */
const CATALOGUES = import.meta.glob('../../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});
const wordsOf = (language: Language) =>
  parseCatalogue(CATALOGUES[`../../public/_locales/${LANGUAGES[language].folder}/messages.json`]);

const asked = new URLSearchParams(location.search);
const pick = <T extends string>(name: string, all: readonly T[]): readonly T[] =>
  all.filter((each) => !asked.has(name) || asked.get(name) === each);

/** Narrows or widens every view; cards keep their own width where there is room. */
const width = Number(asked.get('width')) || null;

const languages = pick('language', LANGUAGE_TAGS);
const themes = pick('theme', ['light', 'dark'] as const);
const views = pick('view', [...new Set(STATES.map((state) => state.view))]);

function prefsFor(language: Language, theme: 'light' | 'dark'): ViewPrefs {
  const { data: dataLanguage, script } = LANGUAGES[language];
  return { language, dataLanguage, script, pinyin: true, size: 'medium', theme };
}

function Gallery() {
  return languages.flatMap((language) => {
    const t = createTranslate(wordsOf(language), language);
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
