import { useId, useState } from 'preact/hooks';
import { parseTags } from '@/components/selection-toolbar/parse-tags';
import type { Translate } from '@/lib/language/translate';
import type { FacetGroup } from './outline';

interface TagRenameProps {
  t: Translate;
  /** The tag that is picked. */
  tag: string;
  /** Every tag there is. */
  tags: readonly FacetGroup[];
  onRename(to: string): void;
}

/** Gives the picked tag another name; that of another tag makes them one, which is said before. */
export function TagRename({ t, tag, tags, onRename }: TagRenameProps) {
  const [name, setName] = useState<string | null>(null);
  const id = useId();
  if (name === null) {
    return (
      <button type="button" class="button tag-rename" onClick={() => setName(tag)}>
        {t('library_tag_rename')}
      </button>
    );
  }
  const [to, ...more] = parseTags(name);
  const isName = to !== undefined && to !== tag && more.length === 0;
  const there = isName ? tags.find(({ key }) => key === to) : undefined;
  return (
    <form
      class="tag-rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (isName) onRename(to);
      }}
    >
      <label class="field">
        <span>{t('library_tag_name', { tag })}</span>
        <input
          ref={(input) => input?.focus()}
          class="text-field"
          type="text"
          autocomplete="off"
          list={id}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={({ key }) => key === 'Escape' && setName(null)}
        />
      </label>
      <datalist id={id}>
        {tags.map(({ key }) => key !== tag && <option key={key} value={key} />)}
      </datalist>
      <p class="field-hint" role="status">
        {there && t('library_tag_merges', { count: there.count })}
      </p>
      <div class="row-actions">
        <button type="submit" class="button" data-weight="main" disabled={!isName}>
          {t(there ? 'library_tag_merge' : 'library_tag_keep')}
        </button>
        <button type="button" class="button" onClick={() => setName(null)}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
