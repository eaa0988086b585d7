import type { ComponentChildren } from 'preact';
import type { Shortcut } from '@/components/options/ShortcutsSection';
import { Keys } from '@/components/page/Keys';
import { PageHead } from '@/components/page/PageHead';
import { Surface } from '@/components/surface/Surface';
import { MARKS } from '@/components/text/writing';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';

export interface WelcomeProps {
  prefs: ViewPrefs;
  t: Translate;
  /** The commands a beginner is told of, with the keys in force. */
  shortcuts: Shortcut[];
  /** Opens the browser's own page for them; null where it has none to be opened. */
  onChangeKeys: (() => void) | null;
  /** The browser shows our button only when the reader pins it. */
  pinnable: boolean;
  /** The sentence to try it on. */
  sample: ComponentChildren;
  /** The sets of sites that may be added. */
  sites: ComponentChildren;
}

/** The one page of the first run: what this does, a sentence to try it on, what it may read. */
export function Welcome(props: WelcomeProps) {
  const { prefs, t, shortcuts, onChangeKeys, pinnable, sample, sites } = props;
  return (
    <Surface prefs={prefs} class="page welcome">
      <PageHead here="welcome" t={t} />
      <main class="welcome-sheet">
        <h1 class="page-title">{t('welcome_head')}</h1>
        <p class="welcome-lead">
          {(['marks', 'explains', 'keeps'] as const)
            .map((sentence) => t(`welcome_${sentence}`))
            .join(MARKS[prefs.language].sentence)}
        </p>
        <section class="welcome-sample" aria-labelledby="welcome-try">
          <h2 id="welcome-try">{t('welcome_try')}</h2>
          {sample}
        </section>
        <div class="welcome-notes">
          <section aria-labelledby="welcome-reads">
            <h2 id="welcome-reads">{t('welcome_reads')}</h2>
            <p>{t('welcome_reads_what')}</p>
          </section>
          <section aria-labelledby="welcome-stays">
            <h2 id="welcome-stays">{t('welcome_stays')}</h2>
            <p>{t('welcome_stays_where')}</p>
          </section>
          <section class="welcome-hand" aria-labelledby="welcome-keys">
            <h2 id="welcome-keys">{t('welcome_keys')}</h2>
            {pinnable && <p>{t('welcome_pin')}</p>}
            <dl class="welcome-keys">
              {shortcuts.map(({ name, description, keys }) => (
                <div key={name}>
                  <dt>{description}</dt>
                  <dd>{keys ? <Keys keys={keys} /> : t('options_shortcuts_none')}</dd>
                </div>
              ))}
              <div>
                <dt>{t('command_open_card')}</dt>
                <dd>
                  <Keys keys="Enter" />
                </dd>
              </div>
              <div>
                <dt>{t('welcome_close')}</dt>
                <dd>
                  <Keys keys="Esc" />
                </dd>
              </div>
            </dl>
            {onChangeKeys && (
              <button type="button" class="button" onClick={onChangeKeys}>
                {t('options_shortcuts_change')}
              </button>
            )}
            <p>{t('welcome_touch')}</p>
          </section>
        </div>
        <section aria-labelledby="welcome-sites">
          <h2 id="welcome-sites">{t('welcome_sites')}</h2>
          <p>{t('sites_sets')}</p>
          {sites}
        </section>
        <p class="welcome-more">
          <a href="/atlas.html">{t('welcome_atlas')}</a>
          <a href="/options.html">{t('welcome_options')}</a>
        </p>
      </main>
    </Surface>
  );
}
