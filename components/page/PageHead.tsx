import type { ComponentChildren } from 'preact';
import type { Translate } from '@/lib/language/translate';

/** The pages that link to each other. */
type OwnPage = 'atlas' | 'options' | 'welcome';

interface PageHeadProps {
  here: OwnPage;
  t: Translate;
  /** What else stands in the head: the views of the atlas. */
  children?: ComponentChildren;
}

/** The head of each full page: whose page it is, and the way to the others. */
export function PageHead({ here, t, children }: PageHeadProps) {
  return (
    <header class="page-head">
      <p class="wordmark">
        <span lang="en">GovGloss</span> <span lang="zh-Hans">政注</span>
      </p>
      {children}
      <nav class="page-links" aria-label={t('page_links')}>
        {(['atlas', 'options', 'welcome'] as const).map((page) => (
          <a key={page} href={`/${page}.html`} aria-current={page === here ? 'page' : undefined}>
            {t(`page_link_${page}`)}
          </a>
        ))}
      </nav>
    </header>
  );
}
