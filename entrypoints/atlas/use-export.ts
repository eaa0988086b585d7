import { useState } from 'preact/hooks';
import type { ExportFormat } from '@/components/library/ExportPanel';
import { nameFor } from '@/components/text/names';
import { saveBackup } from '@/lib/extension-page/save-backup';
import { saveFile } from '@/lib/extension-page/save-file';
import type { View } from '@/lib/extension-page/use-view';
import { writeCsv } from '@/lib/interchange/write-csv';
import { type EntityNote, writeMarkdown } from '@/lib/interchange/write-markdown';
import { writeWebAnnotations } from '@/lib/interchange/write-web-annotations';
import { datedName } from '@/lib/library/backup';
import { asked, type Library } from '@/lib/library/library';
import { logError } from '@/lib/messages/error-log';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import { highlightsById } from '@/lib/store/by-index';
import type { GovGlossDb } from '@/lib/store/db';
import { allHighlights } from '@/lib/store/highlights';
import type { EntitySource } from '@/lib/store/source';

/** What a quoted entity needs of its sources: the first few, as an article would cite. */
const CITED = 3;

/** Writes highlights as files, each in its format. */
export function useExport(
  db: GovGlossDb | null,
  library: Library | null,
  { prefs, t }: Pick<View, 'prefs' | 't'>,
) {
  const [outcome, setOutcome] = useState<string | null>(null);

  async function describeAll(
    source: EntitySource,
    ids: readonly EntityId[],
  ): Promise<Map<EntityId, EntityNote>> {
    const entities = await source.entities([...new Set(ids)]);
    const notes = entities.map(async (entity) => {
      const cited = new Set(entity.facts.flatMap((fact) => fact.sources));
      const sources = await source.sources([...cited].slice(0, CITED));
      const url = 'url' in entity ? entity.url : null;
      return [entity.id, { name: nameFor(entity.names, prefs), url, sources }] as const;
    });
    return new Map(await Promise.all(notes));
  }

  /** What the dataset says of entities; nothing where it says nothing: the passages go out all the same. */
  async function notesOf(ids: readonly EntityId[]): Promise<Map<EntityId, EntityNote>> {
    if (!library) return new Map();
    try {
      return await asked(library, () => describeAll(library.source, ids));
    } catch (error) {
      logError(error, 'describing what highlights name');
      return new Map();
    }
  }

  async function save(format: ExportFormat, ids: readonly string[] | null): Promise<boolean> {
    const now = new Date();
    if (!db) return false;
    if (format === 'backup') return saveBackup(db);
    const highlights = await readThese(db, ids);
    if (!highlights) return false;
    switch (format) {
      case 'json-ld': {
        const text = writeWebAnnotations(highlights);
        saveFile(datedName('highlights', 'jsonld', now), text, 'application/ld+json');
        return true;
      }
      case 'markdown': {
        const notes = await notesOf(highlights.flatMap(({ entities }) => entities));
        const text = writeMarkdown(highlights, (id) => notes.get(id) ?? null);
        saveFile(datedName('highlights', 'md', now), text, 'text/markdown');
        return true;
      }
      case 'csv':
        saveFile(datedName('highlights', 'csv', now), writeCsv(highlights), 'text/csv');
        return true;
    }
  }

  return {
    outcome,
    /** `ids`: of what goes out, in their order; null for all. */
    async onExport(format: ExportFormat, ids: readonly string[] | null) {
      const saved = await save(format, ids);
      setOutcome(t(saved ? 'export_saved' : 'notice_store_unavailable'));
    },
  };
}

/** Null where the browser gives none now. */
async function readThese(
  db: GovGlossDb,
  ids: readonly string[] | null,
): Promise<readonly Highlight[] | null> {
  if (ids) return highlightsById(db, ids);
  const all = await allHighlights(db);
  return all.ok ? all.value.highlights : null;
}
