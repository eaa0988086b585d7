import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { interfaceLanguage, readCatalogue } from '@/lib/messages/catalogue';
import { readSettings, watchSettings } from '@/lib/messages/settings';
import { type Translate, type ViewPrefs, viewPrefs } from '@/lib/model/prefs';
import type { Settings } from '@/lib/model/settings';
import { createTranslate } from '@/lib/model/translate';

/** What every view of an extension page is drawn with. */
export interface View {
  prefs: ViewPrefs;
  t: Translate;
  settings: Settings;
}

const darkQuery = () => matchMedia('(prefers-color-scheme: dark)');

/** The view for these settings, here and now. */
async function viewOf(settings: Settings): Promise<View> {
  const language = interfaceLanguage(settings);
  const prefs = viewPrefs(settings, {
    browserLanguage: browser.i18n.getUILanguage(),
    pageScript: null,
    dark: darkQuery().matches,
  });
  return { prefs, t: createTranslate(await readCatalogue(language), language), settings };
}

/** The view as it is now; read once before the first thing is drawn. */
export async function readView(): Promise<View> {
  return viewOf(await readSettings());
}

/** Settings, words and theme, kept up with as they change. */
export function useView(first: View): View {
  const [view, setView] = useState(first);
  useEffect(() => {
    const stop = new AbortController();
    let latest = 0;
    const take = async (settings: Settings) => {
      latest++;
      const taking = latest;
      const next = await viewOf(settings);
      if (taking === latest && !stop.signal.aborted) setView(next);
    };
    watchSettings((settings) => void take(settings), stop.signal);
    const onTheme = () => void readSettings().then(take);
    darkQuery().addEventListener('change', onTheme, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  useLayoutEffect(() => {
    document.documentElement.lang = view.prefs.language;
    document.documentElement.dataset.theme = view.prefs.theme;
  }, [view]);
  return view;
}
