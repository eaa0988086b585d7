import { useEffect, useRef, useState } from 'preact/hooks';
import { TwoTexts } from '@/components/highlight/TwoTexts';
import { parseTags } from '@/components/selection-toolbar/parse-tags';
import type { Translate } from '@/lib/language/translate';
import type { Highlight, HighlightColour } from '@/lib/model/highlight';

/** What the reader may change of a highlight here. */
export interface NotesChange {
  colour?: HighlightColour;
  note?: string;
  tags?: string[];
  publisher?: string;
  published?: string;
}

/** What became of a change: kept, or changed elsewhere meanwhile, or why it was not kept. */
export type ChangeOutcome =
  | { state: 'kept'; highlight: Highlight }
  | { state: 'conflict'; current: Highlight }
  | { state: 'failed'; sentence: string };

interface HighlightNotesProps {
  highlight: Highlight;
  t: Translate;
  /** Keeps a change of the highlight as it was seen. */
  onChange(seen: Highlight, change: NotesChange): Promise<ChangeOutcome>;
}

/** Written down once the reader has paused for so many ms; and at once on leaving the field. */
const PAUSE_MS = 700;

/** Note and tags, kept as they are typed: there is no button to forget. */
export function HighlightNotes({ highlight, t, onChange }: HighlightNotesProps) {
  const [note, setNote] = useState(highlight.note);
  const [tags, setTags] = useState(highlight.tags.join(' '));
  const [said, setSaid] = useState<string | null>(null);
  const [current, setCurrent] = useState<Highlight | null>(null);
  /** What the fields were filled with: what is typed is a change of that. */
  const seen = useRef(highlight);
  const waiting = useRef<{ change: NotesChange; timer: ReturnType<typeof setTimeout> } | null>(
    null,
  );
  const fillWith = (shown: Highlight) => {
    seen.current = shown;
    setNote(shown.note);
    setTags(shown.tags.join(' '));
  };

  const send = async (change: NotesChange) => {
    const outcome = await onChange(seen.current, change);
    if (outcome.state === 'kept') seen.current = outcome.highlight;
    setSaid(outcome.state === 'failed' ? outcome.sentence : t('library_kept'));
    setCurrent(outcome.state === 'conflict' ? outcome.current : null);
  };
  const keep = async () => {
    if (!waiting.current) return;
    const { change, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    await send(change);
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
  // Changed elsewhere while nothing was typed here: shown as it is now.
  useEffect(() => {
    const { note: filled, tags: filledTags } = seen.current;
    const isTyped = waiting.current || current || note.trim() !== filled.trim();
    if (!isTyped && parseTags(tags).join() === filledTags.join()) fillWith(highlight);
  }, [highlight]);

  const choose = (mine: boolean) => {
    if (!current) return;
    const change = { note: note.trim(), tags: parseTags(tags) };
    if (!mine) fillWith(current);
    seen.current = current;
    setCurrent(null);
    setSaid(null);
    if (mine) void send(change);
  };
  return (
    <>
      {current && (
        <TwoTexts
          t={t}
          mine={{ note: note.trim(), tags: parseTags(tags) }}
          theirs={current}
          onMine={() => choose(true)}
          onTheirs={() => choose(false)}
        />
      )}
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
        {current ? null : said}
      </p>
    </>
  );
}
