import { useState } from 'preact/hooks';
import type { ExportFormat } from '@/components/library/ExportPanel';
import { nameFor } from '@/components/text/names';
import { itemOfHighlight } from '@/lib/cite/cited';
import type { CslItem } from '@/lib/cite/csl-item';
import { writeBibtex } from '@/lib/cite/write-bibtex';
import { writeCslJson } from '@/lib/cite/write-csl-json';
import { writeRis } from '@/lib/cite/write-ris';
import { saveBackup } from '@/lib/extension-page/save-backup';
import { saveFile } from '@/lib/extension-page/save-file';
import type { View } from '@/lib/extension-page/use-view';
import { inOrder } from '@/lib/interchange/record';
import { writeCsv } from '@/lib/interchange/write-csv';
import { writeHypothesis } from '@/lib/interchange/write-hypothesis';
import { type EntityNote, writeMarkdown } from '@/lib/interchange/write-markdown';
import { writeObsidian } from '@/lib/interchange/write-obsidian';
import { writeReadwise } from '@/lib/interchange/write-readwise';
import { writeWebAnnotations } from '@/lib/interchange/write-web-annotations';
import { datedName } from '@/lib/library/backup';
import { asked, type Library } from '@/lib/library/library';
import { logError } from '@/lib/messages/error-log';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import type { GovGlossDb } from '@/lib/store/db';
import type { EntitySource } from '@/lib/store/source';
import { readThese } from './read-these';

/** What a quoted entity needs of its sources: the first few, as an article would cite. */
const CITED = 3;
const JSON_TYPE = 'application/json';
const RIS_TYPE = 'application/x-research-info-systems';
const BIBTEX_TYPE = 'application/x-bibtex';

/** Highlights as what is cited, oldest first. */
function cited(highlights: readonly Highlight[]): CslItem[] {
  return inOrder(highlights).map(itemOfHighlight);
}

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
      case 'csl-json':
        saveFile(datedName('citations', 'json', now), writeCslJson(cited(highlights)), JSON_TYPE);
        return true;
      case 'ris':
        saveFile(datedName('citations', 'ris', now), writeRis(cited(highlights)), RIS_TYPE);
        return true;
      case 'bibtex':
        saveFile(datedName('citations', 'bib', now), writeBibtex(cited(highlights)), BIBTEX_TYPE);
        return true;
      case 'obsidian':
        saveFile(datedName('obsidian', 'zip', now), writeObsidian(highlights), 'application/zip');
        return true;
      case 'hypothesis':
        saveFile(datedName('hypothesis', 'json', now), writeHypothesis(highlights), JSON_TYPE);
        return true;
      case 'readwise':
        saveFile(datedName('readwise', 'csv', now), writeReadwise(highlights), 'text/csv');
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
