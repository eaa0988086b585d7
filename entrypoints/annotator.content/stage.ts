import { browser } from 'wxt/browser';
import { isPageDark } from '@/lib/dom/page-tone';
import type { PageViews, Words } from '@/lib/dom/page-views';
import { type ViewPrefs, viewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { createTranslate } from '@/lib/language/translate';
import { callBackground } from '@/lib/messages/client';
import type { Script } from '@/lib/model/languages';
import type { Settings } from '@/lib/model/settings';

/** All that is needed to show something. */
export interface Stage {
  views: PageViews;
  words: Words;
}

/**
 * Sets the stage when something is first to be shown: asks the background for the script that
 * draws and for the interface's words, and keeps both.
 */
export class StageSource {
  private asked: Promise<Translate | null> | null = null;

  constructor(
    private settings: Settings,
    private readonly pageScript: () => Script | null,
  ) {}

  change(settings: Settings): void {
    if (settings.language !== this.settings.language) this.asked = null;
    this.settings = settings;
  }

  /** Null when the background does not answer: then nothing can be shown. */
  async get(): Promise<Stage | null> {
    this.asked ??= askForWords();
    const [t, views] = await Promise.all([this.asked, loadViews()]);
    if (!t) this.asked = null;
    if (!t || !views) return null;
    return { views, words: { t, prefs: this.prefs() } };
  }

  /** The script a card's texts are asked in. */
  get script(): Script {
    return this.prefs().script;
  }

  private prefs(): ViewPrefs {
    return viewPrefs(this.settings, {
      browserLanguage: browser.i18n.getUILanguage(),
      pageScript: this.pageScript(),
      dark: isPageDark(),
    });
  }
}

async function loadViews(): Promise<PageViews | null> {
  if (!globalThis.govglossViews) await callBackground('loadViews', null);
  return globalThis.govglossViews ?? null;
}

async function askForWords(): Promise<Translate | null> {
  const answer = await callBackground('getStrings', null);
  return answer.ok ? createTranslate(answer.value.messages, answer.value.language) : null;
}
