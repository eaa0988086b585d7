import { useState } from 'preact/hooks';
import { NoteForm } from '@/components/note/NoteForm';
import type { NoteEnding, NoteSaid } from '@/lib/dom/note-port';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { MessageKey, Translate } from '@/lib/language/translate';
import { callAgain } from '@/lib/messages/call-again';
import { callBackground } from '@/lib/messages/client';
import type { OpenNote } from '@/lib/messages/note-protocol';
import type { CallError } from '@/lib/messages/protocol';

interface NotePageProps {
  t: Translate;
  prefs: ViewPrefs;
  token: string;
  note: OpenNote;
  /** To the view around the frame. */
  say(said: NoteSaid): void;
}

/** Sentences for the failures a reader can do something about. */
const FAILURES: Partial<Record<CallError['code'], MessageKey>> = {
  'storage-full': 'toolbar_failed_full',
  'store-unavailable': 'toolbar_failed_store',
  'store-blocked': 'toolbar_failed_blocked',
  disconnected: 'toolbar_failed_silent',
  reloaded: 'toolbar_failed_reloaded',
  private: 'toolbar_private_refuse',
};

/** The note of one passage: every change of it goes to the background, which alone keeps it. */
export function NotePage({ t, prefs, token, note, say }: NotePageProps) {
  const [failure, setFailure] = useState<MessageKey | null>(null);
  const [keptInstead, setKeptInstead] = useState<OpenNote['kept']>(null);
  const end = (how: NoteEnding) => say({ say: 'ended', how });
  const fail = ({ code }: CallError) => setFailure(FAILURES[code] ?? 'toolbar_failed');
  return (
    <NoteForm
      t={t}
      prefs={prefs}
      choice={note.choice}
      isKept={note.kept !== null}
      isDraft={note.isDraft}
      keptInstead={keptInstead}
      failure={failure}
      onType={(choice) => {
        say({ say: 'typed' });
        // What is not even a draft would go with the frame: that is said while it can be copied.
        void callAgain('draftNote', { token, choice }).then((kept) =>
          kept.ok ? setFailure(null) : fail(kept.error),
        );
      }}
      onSave={async (choice) => {
        const saved = await callAgain('saveNote', { token, choice });
        if (!saved.ok) fail(saved.error);
        else if (saved.value.keptInstead) setKeptInstead(saved.value.keptInstead);
        else end('saved');
      }}
      onDrop={async () => {
        const dropped = await callBackground('dropNote', { token });
        if (dropped.ok) end('dropped');
        else fail(dropped.error);
      }}
      onDelete={async () => {
        const deleted = await callBackground('deleteNote', { token });
        if (deleted.ok || deleted.error.code === 'unknown-id') end('deleted');
        else fail(deleted.error);
      }}
      onClose={() => end('closed')}
    />
  );
}
