import type { ComponentChildren } from 'preact';
import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import { PageGroupList } from './PageGroupList';
import type { PageGroup, PageState } from './page-state';

export interface PageViewProps {
  page: PageState;
  /** Of the document whose own page this is; absent while it is being read. */
  cover?: ComponentChildren;
  /** Only what fills the window is drawn: the rest waits until that is on the screen. */
  isFirst?: boolean;
  /** What only menus and footers name; it and the next come once the names are on the screen. */
  asides?: ComponentChildren;
  /** What is the reader's own on the page. */
  mine?: ComponentChildren;
  /** The last mention gone to is one that the page hides. */
  wentToHidden?: 'mention' | 'highlight' | null;
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
  /** Scrolls the page to the next mention of an entity. */
  onNextMention(id: EntityId): void;
  onPause(paused: boolean): void;
  /** Has the page ask again for what it could not have. */
  onAskAgain(): void;
  /** Asks for the permission to mark this site; must run inside the click. */
  onMarkSite(): void;
  onMarkOnce(): void;
}

/** Entries that fill the popup, headings aside. */
const FIRST_ENTRIES = 14;

/** The groups from the top until they fill the window. */
function fillingWindow(groups: readonly PageGroup[]): readonly PageGroup[] {
  let entries = 0;
  const past = groups.findIndex((group) => {
    entries += group.entries.length;
    return entries >= FIRST_ENTRIES;
  });
  return past < 0 ? groups : groups.slice(0, past + 1);
}

/** What the open page names, where it comes from, and what the reader kept of it. */
export function PageView(props: PageViewProps) {
  const { page, prefs, t } = props;
  if (page.state === 'loading') {
    return (
      <p class="view-note late" role="status">
        {t('page_loading')}
      </p>
    );
  }
  if (page.state === 'silent') return <p class="view-empty">{t('page_silent')}</p>;
  if (page.state === 'closed') return <p class="view-empty">{t('page_closed')}</p>;
  if (page.state === 'unmarked') {
    return (
      <div class="view-empty">
        <p>{t('page_unmarked', { host: page.host })}</p>
        <button type="button" class="button" data-weight="main" onClick={props.onMarkSite}>
          {t('page_mark_site')}
        </button>
        <button type="button" class="button" onClick={props.onMarkOnce}>
          {t('page_mark_once')}
        </button>
        <p class="view-note" role="status">
          {page.refused
            ? t('page_mark_site_refused')
            : t('page_mark_site_note', { site: page.site })}
        </p>
      </div>
    );
  }
  const { home, groups, asides } = page;
  const entities = groups.reduce((sum, group) => sum + group.entries.length, 0);
  return (
    <>
      <div class="page-site">
        <div>
          <h1 class="page-host">{page.host}</h1>
          {home && (
            <p class="page-home">
              {t('page_home')}
              <button type="button" class="linklike" onClick={() => props.onOpen(home.id)}>
                <span lang={langFor(prefs)}>{nameFor(home.names, prefs)}</span>
              </button>
            </p>
          )}
        </div>
        <button
          type="button"
          class="button"
          aria-pressed={page.paused}
          onClick={() => props.onPause(!page.paused)}
        >
          {t(page.paused ? 'page_resume' : 'page_pause')}
        </button>
      </div>
      {!page.paused && props.cover}
      {page.paused ? (
        <p class="view-empty">{t('page_paused')}</p>
      ) : (
        <>
          <p class="view-note" role="status">
            {page.failed
              ? t('page_failed')
              : page.reading
                ? t('page_reading')
                : entities > 0
                  ? t('page_count', { entities, divisions: groups.length })
                  : asides.length === 0 && t('page_nothing')}
          </p>
          {page.failed && (
            <button type="button" class="button" onClick={props.onAskAgain}>
              {t('wait_retry')}
            </button>
          )}
          {props.wentToHidden && (
            <p class="view-note" role="status">
              {t(`page_hidden_${props.wentToHidden}`)}
            </p>
          )}
          {(props.isFirst ? fillingWindow(groups) : groups).map((group) => (
            <PageGroupList key={group.division.id} group={group} {...props} />
          ))}
          {props.asides}
        </>
      )}
      {props.mine}
    </>
  );
}
