import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { atlasFragment } from '@/components/atlas/atlas-route';
import { LISTED } from '@/components/library/Facets';
import { HighlightDetail } from '@/components/library/HighlightDetail';
import type { ChangeOutcome, NotesChange } from '@/components/library/HighlightNotes';
import { Library } from '@/components/library/Library';
import { LibraryNotice } from '@/components/library/LibraryNotice';
import type { FacetGroup } from '@/components/library/outline';
import type { View } from '@/lib/extension-page/use-view';
import { asked, type Library as Dataset } from '@/lib/library/library';
import { readBriefs } from '@/lib/library/read-page';
import { callAgain } from '@/lib/messages/call-again';
import { changeHighlight } from '@/lib/messages/change-highlight';
import { logError } from '@/lib/messages/error-log';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import type { EntityBrief } from '@/lib/model/views';
import type { GovGlossDb } from '@/lib/store/db';
import { citeHighlight, copyCitation } from './cite';
import { ExportPage } from './ExportPage';
import { ImportPage } from './ImportPage';
import type { LibraryReader } from './library-reader';
import { openPassage } from './open-passage';
import { PickedTag } from './PickedTag';
import type { Kept } from './use-library';
import { useLibraryView } from './use-library-view';
import { useNamed } from './use-named';
import { useNews } from './use-news';
import { useReminder } from './use-reminder';

interface LibraryPageProps extends View, Kept {
  /** Null where the browser gives no database. */
  db: GovGlossDb | null;
  /** Null until it is open, and where there is no dataset: then nothing of it has a name. */
  library: Dataset | null;
  /** The panel that lies over the library. */
  panel: 'export' | 'import' | null;
}

/** The library with what can be done in it. Changes go through the background, which tells open pages. */
export function LibraryPage(props: LibraryPageProps) {
  const { db, library, panel, reader, prefs, t } = props;
  const view = useLibraryView(props);
  const { chosen, groups, facet, filter } = view;
  const named = useMemo(() => {
    const isOfDataset = facet === 'entity' || facet === 'division';
    const { entity, division } = filter.picked;
    const keys = isOfDataset ? (groups ?? []).slice(0, LISTED).map(({ key }) => key) : [];
    return [...keys, ...[entity, division].flatMap((id) => id ?? []), ...(chosen?.entities ?? [])];
  }, [facet, groups, filter, chosen]);
  const briefs = useBriefs(library, named, prefs.script);
  const naming = useNamed(library, reader, filter.words, prefs.script);
  usePageTitles(reader, facet === 'page' ? groups : null);
  const [deleted, setDeleted] = useState<Highlight | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reminder = useReminder(db, reader?.sequence ?? null);
  const { news, seen } = useNews();
  const onSight = useCallback((ids: readonly string[]) => void reader?.hold(ids), [reader]);

  async function change(seen: Highlight, notes: NotesChange): Promise<ChangeOutcome> {
    const changed = await changeHighlight(seen, notes);
    if (changed.ok) {
      reader?.show(changed.value);
      return { state: 'kept', highlight: changed.value };
    }
    const { code, current } = changed.error;
    if (current) return { state: 'conflict', current };
    const key =
      code === 'unknown-id'
        ? 'library_gone'
        : code === 'storage-full'
          ? 'library_not_kept_full'
          : 'library_not_kept';
    setProblem(t(key));
    return { state: 'failed', sentence: t(key) };
  }
  async function remove({ id }: Highlight) {
    const removed = await callAgain('deleteHighlight', { id });
    setProblem(removed.ok ? null : t('library_not_deleted'));
    if (removed.ok) setDeleted(removed.value);
  }
  async function putBack(highlight: Highlight) {
    const restored = await callAgain('restoreHighlight', { highlight });
    setProblem(restored.ok ? null : t('library_not_kept'));
    if (restored.ok) setDeleted(null);
  }
  const { tag } = filter.picked;
  const onRenamed = (to: string | null) => {
    setProblem(to === null ? t('library_not_kept') : null);
    if (to !== null) view.onFilter({ ...filter, picked: { ...filter.picked, tag: to } });
  };
  const go = (next: LibraryPageProps['panel']) => {
    location.hash = atlasFragment({ view: 'library', panel: next });
  };
  const close = () => go(null);

  return (
    <>
      <Library
        prefs={prefs}
        t={t}
        {...view}
        held={reader?.held ?? new Map()}
        titles={reader?.titles ?? new Map()}
        onSight={onSight}
        briefs={briefs}
        named={naming}
        onExport={() => go('export')}
        onImport={() => go('import')}
        doing={
          reader && facet === 'tag' && tag !== undefined ? (
            <PickedTag key={tag} reader={reader} tag={tag} t={t} onRenamed={onRenamed} />
          ) : null
        }
        notice={
          <LibraryNotice
            t={t}
            problem={problem}
            news={news}
            unreadable={reader?.unreadable ?? 0}
            canUndo={deleted !== null}
            unsaved={reminder.due ? reminder.newSince : 0}
            onNewsSeen={seen}
            onUndo={() => deleted && void putBack(deleted)}
            onBackup={() => go('export')}
            onLater={reminder.later}
          />
        }
        detail={
          chosen ? (
            <HighlightDetail
              key={chosen.id}
              highlight={chosen}
              entities={chosen.entities.flatMap((id) => briefs.get(id) ?? [])}
              prefs={prefs}
              t={t}
              entityUrl={(id) => atlasFragment({ view: 'profile', id })}
              onChange={change}
              onCite={citeHighlight}
              onCopy={copyCitation}
              onOpenPage={() => void openPassage(chosen)}
              onDelete={() => void remove(chosen)}
              onBack={view.onBack}
            />
          ) : null
        }
      />
      {panel === 'export' && (
        <ExportPage
          db={db}
          library={library}
          shown={view.shown}
          all={view.all}
          prefs={prefs}
          t={t}
          onClose={close}
        />
      )}
      {panel === 'import' && <ImportPage db={db} t={t} onClose={close} />}
    </>
  );
}

/** Asks for the highlights by which listed pages are named. */
function usePageTitles(reader: LibraryReader | null, groups: readonly FacetGroup[] | null) {
  useEffect(() => {
    const { outline } = reader ?? {};
    const unnamed = (groups ?? []).slice(0, LISTED).filter(({ key }) => !reader?.titles.has(key));
    void reader?.hold(unnamed.flatMap(({ key }) => outline?.newestOf('page', key) ?? []));
  }, [reader, groups]);
}

/** What the dataset calls these entities and divisions. */
function useBriefs(
  library: Dataset | null,
  ids: readonly EntityId[],
  script: View['prefs']['script'],
) {
  const [briefs, setBriefs] = useState<ReadonlyMap<EntityId, EntityBrief>>(new Map());
  const key = [...new Set(ids)].sort().join(' ');
  useEffect(() => {
    if (!library || key === '') return;
    asked(library, () => readBriefs(library.source, key.split(' '), script)).then(
      setBriefs,
      (error) => logError(error, 'naming what highlights name'),
    );
  }, [library, key, script]);
  return briefs;
}
