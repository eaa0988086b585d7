import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { parseTags } from '@/components/selection-toolbar/parse-tags';
import { Swatches } from '@/components/selection-toolbar/Swatches';
import { Sign } from '@/components/surface/Sign';
import { Surface } from '@/components/surface/Surface';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { MessageKey, Translate } from '@/lib/language/translate';
import type { HighlightColour } from '@/lib/model/highlight';

/** What the reader says of a passage. */
interface Choice {
  colour: HighlightColour;
  note: string;
  tags: string[];
}

export interface NoteFormProps {
  t: Translate;
  prefs: ViewPrefs;
  /** What it opens with. */
  choice: Choice;
  isKept: boolean;
  /** It opens with what was typed before and not saved. */
  isDraft: boolean;
  /** What is kept now instead of what was changed here: it was changed elsewhere meanwhile. */
  keptInstead: Choice | null;
  /** Why it could not be saved. */
  failure: MessageKey | null;
  onType(choice: Choice): void;
  onSave(choice: Choice): void;
  onDrop(): void;
  onDelete(): void;
  onClose(): void;
}

/** Colour, note and tags of a passage: of one that is kept, or is to be. */
export function NoteForm(props: NoteFormProps) {
  const { t, prefs, isKept, keptInstead } = props;
  const [colour, setColour] = useState(props.choice.colour);
  const [note, setNote] = useState(props.choice.note);
  const [tags, setTags] = useState(props.choice.tags.join(' '));
  const [hasTyped, setTyped] = useState(props.isDraft);
  const choice = (change: Partial<{ colour: HighlightColour; note: string; tags: string }>) => {
    const now = { colour, note, tags, ...change };
    return { colour: now.colour, note: now.note, tags: parseTags(now.tags) };
  };
  const type = (change: Parameters<typeof choice>[0]) => {
    setTyped(true);
    props.onType(choice(change));
  };
  const save = () => props.onSave({ ...choice({}), note: note.trim() });
  return (
    <Surface
      prefs={prefs}
      class="toolbar note"
      label={t(isKept ? 'toolbar_edit' : 'toolbar_title')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Tab') goRound(event);
          if (event.key === 'Escape') props.onClose();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      >
        <div class="toolbar-row">
          <Swatches
            t={t}
            chosen={colour}
            onChoose={(chosen) => {
              setColour(chosen);
              type({ colour: chosen });
            }}
          />
          {isKept && (
            <button
              type="button"
              class="sign"
              aria-label={t('toolbar_delete')}
              title={t('toolbar_delete')}
              onClick={props.onDelete}
            >
              <Sign name="bin" />
            </button>
          )}
          <button
            type="button"
            class="sign toolbar-close"
            aria-label={t('toolbar_close')}
            title={t('toolbar_close')}
            onClick={props.onClose}
          >
            <Sign name="close" />
          </button>
        </div>
        <div class="toolbar-fields">
          {keptInstead && (
            <p class="note-said" role="alert">
              {t('note_changed_elsewhere')}
              <q>
                {keptInstead.note || t('conflict_empty')}
                {keptInstead.tags.map((tag) => ` #${tag}`)}
              </q>
            </p>
          )}
          <label>
            <span>{t('toolbar_note')}</span>
            <textarea
              rows={3}
              value={note}
              ref={focusOnce}
              onInput={({ currentTarget: { value } }) => {
                setNote(value);
                type({ note: value });
              }}
            />
          </label>
          <label>
            <span>{t('toolbar_tags')}</span>
            <input
              type="text"
              value={tags}
              autocomplete="off"
              placeholder={t('toolbar_tags_hint')}
              onInput={({ currentTarget: { value } }) => {
                setTags(value);
                type({ tags: value });
              }}
            />
          </label>
          {props.failure && (
            <p class="note-said" role="alert">
              {t(props.failure)}
            </p>
          )}
          <div class="note-ends">
            {hasTyped && (
              <button type="button" class="button" data-weight="word" onClick={props.onDrop}>
                {t('note_drop')}
              </button>
            )}
            <button type="submit" class="button" data-weight="main">
              {t(keptInstead ? 'note_save_over' : 'toolbar_save')}
            </button>
          </div>
        </div>
      </form>
    </Surface>
  );
}

/** Tab leads from the last control to the first, and back: what is beside the note is the page's. */
function goRound(event: TargetedKeyboardEvent<HTMLFormElement>): void {
  const { currentTarget, target, shiftKey } = event;
  const controls = currentTarget.querySelectorAll<HTMLElement>('button, input, textarea');
  const [first, last] = [controls[0], controls[controls.length - 1]];
  if (target !== (shiftKey ? first : last)) return;
  event.preventDefault();
  (shiftKey ? last : first)?.focus();
}

/** A ref: the note is where the reader wants to be. */
function focusOnce(element: HTMLTextAreaElement | null): void {
  if (element && !element.ownerDocument.activeElement?.matches('textarea, input')) element.focus();
}
