import { useEffect, useRef } from 'preact/hooks';
import { Sign } from '@/components/surface/Sign';
import type { Translate } from '@/lib/language/translate';
import { HITS_ID } from './hit-id';

interface SearchFieldProps {
  t: Translate;
  query: string;
  activeHit: string | null;
  onQuery(query: string): void;
  onHitKey(key: 'ArrowDown' | 'ArrowUp' | 'Enter'): void;
}

/**
 * The search field. It has the focus when the view opens, and takes it back at the first letter
 * typed anywhere else but in another field.
 */
export function SearchField({ t, query, activeHit, onQuery, onHitKey }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    if (!field) return;
    field.focus();
    const view = field.ownerDocument;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select'))
        return;
      // A space presses the button that has the focus.
      if (event.key !== ' ') field.focus();
    };
    // Firefox draws a popup before it shows it, and forgets by then what had the focus in it.
    const onFocus = () => {
      if (view.activeElement === view.body) field.focus();
    };
    view.addEventListener('keydown', onKey);
    view.defaultView?.addEventListener('focus', onFocus);
    return () => {
      view.removeEventListener('keydown', onKey);
      view.defaultView?.removeEventListener('focus', onFocus);
    };
  }, []);
  return (
    <div class="search-field">
      <Sign name="search" />
      <input
        ref={input}
        type="text"
        inputMode="search"
        role="combobox"
        aria-expanded={query !== ''}
        aria-controls={HITS_ID}
        aria-autocomplete="list"
        aria-activedescendant={activeHit ?? undefined}
        aria-label={t('search_label')}
        placeholder={t('search_hint')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') {
            event.preventDefault();
            onHitKey(event.key);
          }
        }}
      />
    </div>
  );
}
