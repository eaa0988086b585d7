import { browser } from 'wxt/browser';
import { isPageDark } from '@/lib/dom/page-tone';
import type { PageViews, Words } from '@/lib/dom/page-views';
import { loadScript } from '@/lib/frame/load-script';
import { type ViewPrefs, viewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { createTranslate } from '@/lib/language/translate';
import { callBackground } from '@/lib/messages/client';
import type { Script } from '@/lib/model/languages';
import type { Settings } from '@/lib/model/settings';
import { Resource } from '@/lib/resource/resource';

/** All that is needed to show something. */
export interface Stage {
  views: PageViews;
  words: Words;
}

const now = () => performance.now();

/**
 * Sets the stage when something is first to be shown: asks the background for the script that
 * draws and for the interface's words, and keeps both.
 */
export class StageSource {
  private readonly words = new Resource<Translate>({ ask: askForWords, now });
  private readonly views = new Resource<PageViews>({
    ask: () => loadScript('page-views', 'govglossViews'),
    now,
  });

  constructor(
    private settings: Settings,
    private readonly pageScript: () => Script | null,
  ) {}

  change(settings: Settings): void {
    if (settings.language !== this.settings.language) this.words.forget();
    this.settings = settings;
  }

  /** Null when the background does not answer: then nothing can be shown, until the reader next wants it. */
  async get(): Promise<Stage | null> {
    const [t, views] = await Promise.all([wanted(this.words), wanted(this.views)]);
    return t && views && { views, words: { t, prefs: this.prefs() } };
  }

  /** What becomes of what is kept in this private window; undefined in others. */
  get privately(): Settings['privateKeeping'] | undefined {
    return browser.extension?.inIncognitoContext ? this.settings.privateKeeping : undefined;
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

/** What the reader waits for is asked for at once, however lately it failed. */
async function wanted<T>(resource: Resource<T>): Promise<T | null> {
  // A question that is under way already may fail: then the reader's own is asked.
  if (resource.state.name === 'asked') await resource.renew();
  if (resource.state.name === 'failed') await resource.renew();
  else await resource.get();
  return resource.value;
}

async function askForWords(): Promise<Translate | null> {
  const answer = await callBackground('getStrings', null);
  return answer.ok ? createTranslate(answer.value.messages, answer.value.language) : null;
}
