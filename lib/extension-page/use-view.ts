import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type ViewPrefs, viewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { createTranslate, type Messages } from '@/lib/language/translate';
import { interfaceLanguage, readCatalogue } from '@/lib/messages/catalogue';
import { logError } from '@/lib/messages/error-log';
import { readSettings } from '@/lib/messages/settings';
import { watchSettings } from '@/lib/messages/watch-settings';
import type { Language } from '@/lib/model/languages';
import type { Settings } from '@/lib/model/settings';

/** What every view of an extension page is drawn with. */
export interface View {
  prefs: ViewPrefs;
  t: Translate;
  settings: Settings;
}

const darkQuery = () => matchMedia('(prefers-color-scheme: dark)');

/** The view for these settings, here and now; `words` are of the language they amount to. */
function viewOf(settings: Settings, language: Language, words: Messages): View {
  const prefs = viewPrefs(settings, {
    browserLanguage: browser.i18n.getUILanguage(),
    pageScript: null,
    dark: darkQuery().matches,
  });
  return { prefs, t: createTranslate(words, language), settings };
}

/**
 * The view as it is now; read once before the first thing is drawn. The words of the browser's own
 * language are asked for beside the settings: few readers have chosen another.
 */
export async function readView(): Promise<View> {
  const likely = interfaceLanguage({ language: 'auto' });
  const [settings, words] = await Promise.all([readSettings(), readCatalogue(likely)]);
  const language = interfaceLanguage(settings);
  return viewOf(settings, language, language === likely ? words : await readCatalogue(language));
}

/** Settings, words and theme, kept up with as they change. */
export function useView(first: View): View {
  const [view, setView] = useState(first);
  useEffect(() => {
    const stop = new AbortController();
    let latest = 0;
    let current = first.settings;
    const draw = async (settings: Settings) => {
      current = settings;
      latest++;
      const taking = latest;
      const language = interfaceLanguage(settings);
      const next = viewOf(settings, language, await readCatalogue(language));
      if (taking === latest && !stop.signal.aborted) setView(next);
    };
    // What is drawn stays until the words can be read.
    const take = (settings: Settings) =>
      void draw(settings).catch((error) => logError(error, 'reading the words'));
    watchSettings(take, stop.signal);
    const onTheme = () => take(current);
    darkQuery().addEventListener('change', onTheme, { signal: stop.signal });
    return () => stop.abort();
  }, [first]);
  useLayoutEffect(() => {
    document.documentElement.lang = view.prefs.language;
    document.documentElement.dataset.theme = view.prefs.theme;
  }, [view]);
  return view;
}
