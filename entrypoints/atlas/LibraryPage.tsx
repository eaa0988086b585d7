import { useEffect, useState } from 'preact/hooks';
import { atlasFragment } from '@/components/atlas/atlas-route';
import { HighlightDetail } from '@/components/library/HighlightDetail';
import type { ChangeOutcome, NotesChange } from '@/components/library/HighlightNotes';
import { Library } from '@/components/library/Library';
import { LibraryNotice } from '@/components/library/LibraryNotice';
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
import { openPassage } from './open-passage';
import type { Kept } from './use-highlights';
import { useLibraryView } from './use-library-view';
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
  const { db, library, panel, highlights, unreadable, prefs, t } = props;
  const view = useLibraryView(highlights);
  const briefs = useBriefs(library, highlights, prefs.script);
  const [deleted, setDeleted] = useState<Highlight | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reminder = useReminder(db, highlights);
  const { news, seen } = useNews();
  const { chosen } = view;

  async function change(seen: Highlight, notes: NotesChange): Promise<ChangeOutcome> {
    const changed = await changeHighlight(seen, notes);
    if (changed.ok) return { state: 'kept', highlight: changed.value };
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
        briefs={briefs}
        onExport={() => go('export')}
        onImport={() => go('import')}
        notice={
          <LibraryNotice
            t={t}
            problem={problem}
            news={news}
            unreadable={unreadable}
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
          ) : (
            <p class="detail-none">{t('library_choose')}</p>
          )
        }
      />
      {panel === 'export' && (
        <ExportPage
          db={db}
          library={library}
          shown={view.shown.map(({ highlight }) => highlight)}
          all={highlights}
          prefs={prefs}
          t={t}
          onClose={close}
        />
      )}
      {panel === 'import' && <ImportPage db={db} t={t} onClose={close} />}
    </>
  );
}

/** What the dataset calls the entities and divisions that are named in highlights. */
function useBriefs(
  library: Dataset | null,
  highlights: readonly Highlight[],
  script: View['prefs']['script'],
) {
  const [briefs, setBriefs] = useState<ReadonlyMap<EntityId, EntityBrief>>(new Map());
  useEffect(() => {
    if (!library) return;
    const ids = new Set(highlights.flatMap(({ entities }) => entities));
    for (const id of [...ids]) ids.add(id.split('/', 1)[0] ?? id);
    asked(library, () => readBriefs(library.source, [...ids], script)).then(setBriefs, (error) =>
      logError(error, 'naming what highlights name'),
    );
  }, [library, highlights, script]);
  return briefs;
}
