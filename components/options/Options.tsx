import type { ComponentChildren } from 'preact';
import { PageHead } from '@/components/page/PageHead';
import { Surface } from '@/components/surface/Surface';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';

/** The sections of the options page, in their order; also their fragments in its address. */
const OPTION_SECTIONS = [
  'sites',
  'looks',
  'ignored',
  'library',
  'data',
  'shortcuts',
  'about',
] as const;
type OptionSection = (typeof OPTION_SECTIONS)[number];

interface OptionsProps {
  prefs: ViewPrefs;
  t: Translate;
  /** Why the last change could not be kept; null when it was. */
  problem: string | null;
  /** One body a section. */
  children: Record<OptionSection, ComponentChildren>;
}

/** The options page: every setting on one sheet, with a table of contents beside it. */
export function Options({ prefs, t, problem, children }: OptionsProps) {
  return (
    <Surface prefs={prefs} class="page options">
      <PageHead here="options" t={t} />
      <div class="options-sheet">
        <nav class="options-contents" aria-label={t('options_contents')}>
          <ul>
            {OPTION_SECTIONS.map((section) => (
              <li key={section}>
                <a href={`#${section}`}>{t(`options_${section}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          <h1 class="page-title">{t('options_title')}</h1>
          <p class="options-lead">{t('options_lead')}</p>
          <div role="alert">
            {problem && (
              <div class="notice" data-tone="bad">
                <p>{problem}</p>
              </div>
            )}
          </div>
          {OPTION_SECTIONS.map((section) => (
            <section key={section} id={section} aria-labelledby={`head-${section}`}>
              <h2 id={`head-${section}`}>{t(`options_${section}`)}</h2>
              {children[section]}
            </section>
          ))}
        </main>
      </div>
    </Surface>
  );
}
