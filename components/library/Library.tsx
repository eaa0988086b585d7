import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Sign } from '@/components/surface/Sign';
import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import type { EntityBrief } from '@/lib/model/views';
import { Facets } from './Facets';
import { FACETS, type Facet, type LibraryFilter, type Order, WHOLE_LIBRARY } from './filter';
import { groupNamer } from './group-name';
import { LibraryBar } from './LibraryBar';
import { LibraryRow } from './LibraryRow';
import type { FacetGroup } from './outline';
import { VirtualList } from './VirtualList';

export interface LibraryProps {
  prefs: ViewPrefs;
  t: Translate;
  /** Highlights in all. */
  all: number;
  /** Ids of those the filter lets through, in the chosen order. */
  shown: readonly string[];
  /** The highlights that were read: those in sight, and some more. */
  held: ReadonlyMap<string, Highlight>;
  /** Titles of pages by their keys, as far as they were read. */
  titles: ReadonlyMap<string, string>;
  /** Not all was looked through yet for the words. */
  isLooking: boolean;
  /** Of the facet; null until they are read. */
  groups: FacetGroup[] | null;
  briefs: ReadonlyMap<EntityId, EntityBrief>;
  /** Entities that the words may mean, and how many highlights name each. */
  named: readonly { brief: EntityBrief; count: number }[];
  filter: LibraryFilter;
  order: Order;
  facet: Facet;
  /** The highlight that is open beside the list. */
  chosen: Highlight | null;
  /** What can be done with the group that is picked of the facet. */
  doing: ComponentChildren;
  /** A line above the list: a reminder, an undo, what failed. */
  notice: ComponentChildren;
  /** The chosen highlight, whole; null while none is: the list has its room then. */
  detail: ComponentChildren;
  /** The chosen one is to be seen where there is room for list or highlight only. */
  detailOpen: boolean;
  onFilter(filter: LibraryFilter): void;
  onOrder(order: Order): void;
  onFacet(facet: Facet): void;
  onChoose(id: string, open: boolean): void;
  /** Asks for the highlights that come into sight. */
  onSight(ids: readonly string[]): void;
  onExport(): void;
  onImport(): void;
}

/** Every highlight: divided by facets on the left, listed in the middle, one of them open. */
export function Library(props: LibraryProps) {
  const { prefs, t, all, shown, groups, filter, facet, chosen, held } = props;
  const [facetsOpen, setFacetsOpen] = useState(false);
  const root = useFocusHandover(props.detailOpen);
  // Until all ids are known, the list is as long as it will be.
  const isWhole = filter === WHOLE_LIBRARY;
  const { briefs, titles, doing, onFilter, onFacet, onSight } = props;
  const { size } = titles;
  const nameOf = useMemo(
    () => groupNamer({ titles, briefs, prefs, t }),
    [titles, size, briefs, prefs, t],
  );
  const facets = useMemo(
    () => (
      <Facets
        t={t}
        language={prefs.language}
        facet={facet}
        groups={groups}
        picked={filter.picked[facet]}
        lang={langOfGroups(facet, prefs)}
        nameOf={(key) => nameOf(facet, key)}
        doing={doing}
        onFacet={onFacet}
        onPick={(key) =>
          onFilter(pick(filter, facet, filter.picked[facet] === key ? undefined : key))
        }
      />
    ),
    [t, facet, groups, filter, prefs, nameOf, doing, onFacet, onFilter],
  );
  const active = useMemo(() => (chosen ? shown.indexOf(chosen.id) : -1), [shown, chosen]);
  const lookAt = useCallback(
    (start: number, end: number) => onSight(shown.slice(start, end)),
    [shown, onSight],
  );
  return (
    <div
      ref={root}
      class="library"
      data-detail={props.detailOpen || undefined}
      data-facets={facetsOpen || undefined}
      data-empty={all === 0 || undefined}
    >
      <h1 class="unseen">{t('atlas_library')}</h1>
      {all > 0 && facets}
      <div class="library-list">
        <LibraryBar
          t={t}
          words={filter.words}
          order={props.order}
          facetsOpen={facetsOpen}
          onWords={(words) => onFilter({ ...filter, words })}
          onOrder={props.onOrder}
          onFacetsOpen={setFacetsOpen}
          onExport={props.onExport}
          onImport={props.onImport}
        />
        <div class="library-state">
          <p role="status">
            {isWhole
              ? t('library_total', { count: all })
              : t('library_count', { shown: shown.length, all })}
            {props.isLooking && ` · ${t('library_looking')}`}
          </p>
          {props.named.map(({ brief, count }) => (
            <button
              key={brief.id}
              type="button"
              class="library-named"
              onClick={() => onFilter({ ...pick(filter, 'entity', brief.id), words: '' })}
            >
              {t('library_named', { name: nameFor(brief.names, prefs), count })}
            </button>
          ))}
          <ul class="library-picked">
            {FACETS.flatMap((each) => {
              const key = filter.picked[each];
              if (key === undefined) return [];
              const name = nameOf(each, key);
              return (
                <li key={each}>
                  <button
                    type="button"
                    aria-label={t('library_unpick', { name })}
                    onClick={() => onFilter(pick(filter, each, undefined))}
                  >
                    <span>{name}</span>
                    <Sign name="close" />
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
        {props.notice}
        {shown.length > 0 ? (
          <VirtualList
            count={isWhole ? all : shown.length}
            label={t('atlas_library')}
            active={active}
            keyOf={(row) => shown[row] ?? String(row)}
            drawRow={(row) => {
              const highlight = held.get(shown[row] ?? '');
              return highlight && <LibraryRow highlight={highlight} prefs={prefs} t={t} />;
            }}
            onSight={lookAt}
            onActive={(row, pressed) => choose(shown[row], pressed, props.onChoose)}
            onOpen={(row) => choose(shown[row], true, props.onChoose)}
          />
        ) : (
          !props.isLooking && (
            <p class="library-empty">{t(all === 0 ? 'highlights_none' : 'library_none')}</p>
          )
        )}
      </div>
      {props.detail && <div class="library-detail">{props.detail}</div>}
    </div>
  );
}

function choose(id: string | undefined, open: boolean, onChoose: LibraryProps['onChoose']): void {
  if (id) onChoose(id, open);
}

/** The filter with a value of a facet picked, or none. */
function pick(filter: LibraryFilter, facet: Facet, key: string | undefined): LibraryFilter {
  const { [facet]: _, ...others } = filter.picked;
  return { ...filter, picked: key === undefined ? others : { ...others, [facet]: key } };
}

/** Titles are in the script of their pages, names in the language of the interface. */
function langOfGroups(facet: Facet, prefs: ViewPrefs): string | undefined {
  if (facet === 'page') return prefs.script;
  return facet === 'division' || facet === 'entity' ? langFor(prefs) : undefined;
}

/**
 * Where list and highlight take turns, the keyboard's place goes along: to the way back when a
 * highlight opens, to the list when it closes.
 */
function useFocusHandover(detailOpen: boolean) {
  const root = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    const back = root.current?.querySelector<HTMLElement>('.detail-back');
    if (detailOpen && back?.checkVisibility()) back.focus();
    if (!detailOpen && wasOpen.current)
      root.current?.querySelector<HTMLElement>('.virtual')?.focus();
    wasOpen.current = detailOpen;
  }, [detailOpen]);
  return root;
}
