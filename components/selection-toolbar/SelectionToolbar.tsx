import { useState } from 'preact/hooks';
import { Sign } from '@/components/surface/Sign';
import { Surface } from '@/components/surface/Surface';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Highlight, HighlightColour } from '@/lib/model/highlight';
import { HIGHLIGHT_COLOURS } from '@/lib/model/highlight';
import { parseTags } from './parse-tags';

export interface SelectionToolbarProps {
  t: Translate;
  prefs: ViewPrefs;
  /** The saved highlight under the pointer; absent for a fresh selection. */
  highlight?: Pick<Highlight, 'colour' | 'note' | 'tags'> | undefined;
  onSave(choice: { colour: HighlightColour; note: string; tags: string[] }): void;
  onDelete?: (() => void) | undefined;
  onClose(): void;
}

/**
 * Beside a selection: one press on a colour keeps it. The pencil opens note and tags, and then a
 * colour is only chosen and 'save' keeps it. Over a saved highlight it opens with what was saved.
 */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { t, prefs, highlight } = props;
  const [writing, setWriting] = useState(highlight !== undefined);
  const [colour, setColour] = useState<HighlightColour>(highlight?.colour ?? 'yellow');
  const [note, setNote] = useState(highlight?.note ?? '');
  const [tags, setTags] = useState(highlight?.tags.join(' ') ?? '');
  const save = (chosen: HighlightColour) =>
    props.onSave({ colour: chosen, note: note.trim(), tags: parseTags(tags) });
  return (
    <Surface prefs={prefs} class="toolbar" label={t(highlight ? 'toolbar_edit' : 'toolbar_title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(colour);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onClose();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(colour);
        }}
      >
        <div class="toolbar-row">
          <fieldset class="toolbar-colours">
            <legend class="unseen">{t('toolbar_colour')}</legend>
            {HIGHLIGHT_COLOURS.map((each) => (
              <button
                key={each}
                type="button"
                class="swatch"
                data-colour={each}
                aria-pressed={writing ? each === colour : undefined}
                aria-label={writing ? t(`colour_${each}`) : t(`toolbar_keep_${each}`)}
                title={t(`colour_${each}`)}
                onClick={() => (writing ? setColour(each) : save(each))}
              />
            ))}
          </fieldset>
          {!writing && (
            <button
              type="button"
              class="sign"
              aria-expanded={false}
              aria-label={t('toolbar_write')}
              title={t('toolbar_write')}
              onClick={() => setWriting(true)}
            >
              <Sign name="note" />
            </button>
          )}
          {props.onDelete && (
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
        {writing && (
          <div class="toolbar-fields">
            <label>
              <span>{t('toolbar_note')}</span>
              <textarea
                rows={3}
                value={note}
                ref={highlight ? null : focusOnce}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
            </label>
            <label>
              <span>{t('toolbar_tags')}</span>
              <input
                type="text"
                value={tags}
                autocomplete="off"
                placeholder={t('toolbar_tags_hint')}
                onInput={(event) => setTags(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="button" data-weight="main">
              {t('toolbar_save')}
            </button>
          </div>
        )}
      </form>
    </Surface>
  );
}

/** A ref: the note is where the reader wants to be once the pencil was pressed. */
function focusOnce(element: HTMLTextAreaElement | null): void {
  element?.focus();
}
