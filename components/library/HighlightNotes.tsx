import { useEffect, useRef, useState } from 'preact/hooks';
import { parseTags } from '@/components/selection-toolbar/parse-tags';
import type { Translate } from '@/lib/language/translate';
import type { Highlight, HighlightColour } from '@/lib/model/highlight';

/** What the reader may change of a highlight here. */
export interface NotesChange {
  colour?: HighlightColour;
  note?: string;
  tags?: string[];
}

interface HighlightNotesProps {
  highlight: Highlight;
  t: Translate;
  onChange(change: NotesChange): Promise<string | null>;
}

/** Written down once the reader has paused for so many ms; and at once on leaving the field. */
const PAUSE_MS = 700;

/** Note and tags, kept as they are typed: there is no button to forget. */
export function HighlightNotes({ highlight, t, onChange }: HighlightNotesProps) {
  const [note, setNote] = useState(highlight.note);
  const [tags, setTags] = useState(highlight.tags.join(' '));
  const [said, setSaid] = useState<string | null>(null);
  const waiting = useRef<{ change: NotesChange; timer: ReturnType<typeof setTimeout> } | null>(
    null,
  );

  const keep = async () => {
    if (!waiting.current) return;
    const { change, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    setSaid((await onChange(change)) ?? t('library_kept'));
  };
  const keepLatest = useRef(keep);
  keepLatest.current = keep;
  const later = (change: NotesChange) => {
    clearTimeout(waiting.current?.timer);
    setSaid(null);
    waiting.current = {
      change: { ...waiting.current?.change, ...change },
      timer: setTimeout(() => void keepLatest.current(), PAUSE_MS),
    };
  };
  // Another highlight is chosen, or the page closes: what was typed is kept first.
  useEffect(() => {
    const flush = () => void keepLatest.current();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  return (
    <>
      <label class="field">
        <span>{t('toolbar_note')}</span>
        <textarea
          rows={4}
          value={note}
          onInput={(event) => {
            setNote(event.currentTarget.value);
            later({ note: event.currentTarget.value.trim() });
          }}
          onBlur={() => void keep()}
        />
      </label>
      <label class="field">
        <span>{t('toolbar_tags')}</span>
        <input
          type="text"
          value={tags}
          autocomplete="off"
          placeholder={t('toolbar_tags_hint')}
          onInput={(event) => {
            setTags(event.currentTarget.value);
            later({ tags: parseTags(event.currentTarget.value) });
          }}
          onBlur={() => void keep()}
        />
      </label>
      <p class="field-hint" role="status">
        {said}
      </p>
    </>
  );
}
