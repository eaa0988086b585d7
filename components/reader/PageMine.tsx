import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { PageHighlights } from './PageHighlights';
import type { PageHighlight } from './page-state';

export interface PageMineProps {
  highlights: PageHighlight[];
  /** The page sees nothing of the reader's own. */
  hidesMine: boolean;
  prefs: ViewPrefs;
  t: Translate;
  onHideMine(hidden: boolean): void;
  onGoToHighlight(id: string): void;
  onAcceptCandidate(id: string): void;
  onStepPlace(id: string, by: 1 | -1): void;
  onKeepAsText(id: string): void;
}

/** What the reader kept of the page, and whether the page sees anything of the reader's own. */
export function PageMine(props: PageMineProps) {
  const { highlights, hidesMine, t } = props;
  return (
    <>
      <button type="button" class="linklike" onClick={() => props.onHideMine(!hidesMine)}>
        {t(hidesMine ? 'page_show_mine' : 'page_hide_mine')}
      </button>
      {highlights.length > 0 && <PageHighlights {...props} />}
    </>
  );
}
