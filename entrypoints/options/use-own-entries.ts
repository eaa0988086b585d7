import { useEffect, useState } from 'preact/hooks';
import type { OwnEntityInput } from '@/components/options/OwnEntityForm';
import {
  OWN_PREFIX,
  type OwnEntries,
  ownEntity,
  ownFileOf,
  parseOwnFile,
} from '@/lib/dataset/own-entries';
import { joinEntries } from '@/lib/extension-page/join-entries';
import { saveFile } from '@/lib/extension-page/save-file';
import type { Translate } from '@/lib/language/translate';
import { database } from '@/lib/library/database';
import { asked } from '@/lib/library/library';
import { openLibrary } from '@/lib/library/open';
import { callBackground } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import type { EntityId } from '@/lib/model/entity';
import { readOwnEntries } from '@/lib/store/own-entries';

/** What the reader added, and the names of everything a form can be added to. */
interface Known {
  own: OwnEntries;
  names: Map<string, EntityId>;
}

async function readKnown(): Promise<Known> {
  const [db, library] = await Promise.all([database(), openLibrary()]);
  const own = db ? await readOwnEntries(db) : { entities: [], forms: [] };
  const all = library ? await asked(library, () => library.source.all()) : [];
  return { own, names: new Map(all.map(({ id, names }) => [names.zhHans, id])) };
}

/** The reader's own entries: each change is kept at once, compiled and painted in open pages. */
export function useOwnEntries(t: Translate) {
  const [known, setKnown] = useState<Known | null>(null);
  const [before, setBefore] = useState<OwnEntries | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  useEffect(() => {
    readKnown().then(setKnown, (error) => logError(error, 'reading own entries'));
  }, []);
  const own = known?.own ?? { entities: [], forms: [] };
  const nameOf = new Map([...(known?.names ?? [])].map(([name, id]) => [id, name]));

  /** Changes them as they are now: another page may have changed them since they were read. */
  async function save(
    change: (now: OwnEntries) => OwnEntries,
    said: string,
    canUndo: boolean,
  ): Promise<void> {
    try {
      const { own: now } = await readKnown();
      const file = ownFileOf(change(now));
      const saved = await callBackground('saveOwnEntries', { file });
      if (!saved.ok) return setOutcome(t('options_own_failed'));
      // All at once: what can be undone appears where it stays.
      setKnown(await readKnown());
      setOutcome(said);
      setBefore(canUndo ? now : null);
    } catch (error) {
      logError(error, 'saving own entries');
      setOutcome(t('options_own_failed'));
    }
  }
  const add = (added: OwnEntries) => (now: OwnEntries) => joinEntries(now, added);

  return {
    entities: own.entities,
    forms: own.forms.map((form) => ({ ...form, name: nameOf.get(form.entity) ?? form.entity })),
    names: known?.names ?? new Map<string, EntityId>(),
    outcome,
    undoable: before !== null,
    onSaveEntity(input: OwnEntityInput, id: EntityId | null) {
      const slug = id ? id.slice(OWN_PREFIX.length) : crypto.randomUUID().slice(0, 8);
      const entity = ownEntity(input, slug);
      void save(add({ entities: [entity], forms: [] }), t('options_own_saved'), false);
    },
    onSaveForm(form: { entity: EntityId; form: string }) {
      void save(add({ entities: [], forms: [form] }), t('options_own_saved'), false);
    },
    onRemoveEntity(id: EntityId) {
      const without = (now: OwnEntries) => ({
        ...now,
        entities: now.entities.filter((entity) => entity.id !== id),
      });
      void save(without, t('options_own_removed'), true);
    },
    onRemoveForm({ entity, form }: { entity: EntityId; form: string }) {
      const without = (now: OwnEntries) => ({
        ...now,
        forms: now.forms.filter((each) => each.entity !== entity || each.form !== form),
      });
      void save(without, t('options_own_removed'), true);
    },
    onUndo() {
      if (before) void save(() => before, t('options_own_restored'), false);
    },
    async onImport(file: File) {
      const read = readFileText(await file.text());
      if (!read) return setOutcome(t('options_own_not_json'));
      const parsed = parseOwnFile(read.content);
      if (!parsed.ok) return setOutcome(t('options_own_bad_file', { detail: parsed.error }));
      const { entities, forms } = parsed.value;
      const said = t('options_own_imported', { entities: entities.length, forms: forms.length });
      await save(add(parsed.value), said, true);
    },
    onExport() {
      const text = JSON.stringify(ownFileOf(own), null, 2);
      saveFile('govgloss-own-entries.json', text, 'application/json');
    },
  };
}

function readFileText(text: string): { content: unknown } | null {
  try {
    return { content: JSON.parse(text) };
  } catch {
    return null;
  }
}
