import { useRef, useState } from 'preact/hooks';
import type { ImportState } from '@/components/library/ImportPanel';
import type { ConflictChoice } from '@/components/library/ImportPreview';
import { decodeText } from '@/lib/interchange/decode';
import type { Incoming } from '@/lib/interchange/incoming';
import { changesOf, type ImportPlan, planImport } from '@/lib/interchange/plan-import';
import { type ImportError, readImport } from '@/lib/interchange/read-import';
import { snake, type Translate } from '@/lib/language/translate';
import { callBackground, tellOpenPages } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import type { GovGlossDb } from '@/lib/store/db';
import { allHighlights } from '@/lib/store/highlights';
import { type ChangeError, changeLibrary } from '@/lib/store/library';
import { feedToAskFor, restoreOthers } from './restore-others';

interface Planned {
  incoming: Incoming;
  plan: ImportPlan;
}

/** An import from the choice of a file to the last record written. */
export function useImport(db: GovGlossDb | null, t: Translate) {
  const [state, setState] = useState<ImportState>({ step: 'pick', problem: null });
  const planned = useRef<Planned | null>(null);
  const writing = useRef<AbortController | null>(null);
  const fail = (problem: ImportError | ChangeError) => {
    // A record that is not there any more was deleted meanwhile.
    const said = problem === 'unknown-id' ? 'library-changed' : problem;
    setState({ step: 'pick', problem: t(`import_${snake(said)}`) });
  };

  async function onPick(file: File) {
    if (!db) return fail('store-unavailable');
    setState({ step: 'reading', file: file.name });
    const incoming = readImport(await textOf(file), new Date());
    if (!incoming.ok) return fail(incoming.error);
    const existing = await allHighlights(db);
    if (!existing.ok) return fail(existing.error);
    const plan = planImport(existing.value.highlights, incoming.value);
    planned.current = { incoming: incoming.value, plan };
    setState({
      step: 'preview',
      file: file.name,
      added: plan.new.length,
      changed: plan.changed.length,
      conflicting: plan.conflicting.length,
      same: plan.unchanged.length,
      unreadable: plan.unreadable,
      malformed: plan.malformed,
      leftOut: plan.leftOut,
      settings: incoming.value.settings !== undefined,
      feed: await feedToAskFor(db, incoming.value),
      conflict: 'newer',
      skipMalformed: false,
      takeSettings: false,
      takeFeed: false,
    });
  }

  async function onImport() {
    if (state.step !== 'preview' || !planned.current || !db) return;
    const { incoming, plan } = planned.current;
    const { conflict, takeSettings, takeFeed, feed: named } = state;
    const stop = new AbortController();
    writing.current = stop;
    const change = changesOf(plan, conflict);
    setState({
      step: 'writing',
      done: 0,
      total: change.add.length + change.replace.length + change.unreadable.length,
    });
    const written = await changeLibrary(db, change, {
      signal: stop.signal,
      onProgress: (done, total) => setState({ step: 'writing', done, total }),
    });
    writing.current = null;
    if (!written.ok) return fail(written.error);
    const settings = takeSettings ? await restoreOthers(db, incoming) : null;
    const feed = takeFeed && named ? (await callBackground('saveFeed', named)).ok : null;
    await tellOpenPages('highlightsChanged', null);
    setState({ step: 'done', written: written.value, settings, feed });
  }

  const decide = (decision: {
    conflict?: ConflictChoice;
    skipMalformed?: boolean;
    takeSettings?: boolean;
    takeFeed?: boolean;
  }) => {
    if (state.step === 'preview') setState({ ...state, ...decision });
  };
  return {
    state,
    onPick: (file: File) => void onPick(file),
    onImport: () =>
      void onImport().catch((error) => {
        // Unforeseen; the transaction was undone, and the reader must not wait for its end.
        logError(error, 'importing');
        fail('store-unavailable');
      }),
    onCancel: () => writing.current?.abort(),
    onConflict: (conflict: ConflictChoice) => decide({ conflict }),
    onSkipMalformed: (skipMalformed: boolean) => decide({ skipMalformed }),
    onTakeSettings: (takeSettings: boolean) => decide({ takeSettings }),
    onTakeFeed: (takeFeed: boolean) => decide({ takeFeed }),
  };
}

/** A file that vanished or may not be read is as good as an empty one. */
async function textOf(file: File): Promise<string> {
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return '';
  }
}
