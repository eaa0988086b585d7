import type { ComponentChildren } from 'preact';
import type { ViewPrefs } from '@/lib/language/prefs';

interface SurfaceProps {
  prefs: ViewPrefs;
  /** Further class names of the root. */
  class: string;
  /** Makes it a dialog: of this name, or named by the element of the id. */
  label?: string;
  labelledBy?: string;
  children: ComponentChildren;
}

/** The root of every view: carries language, theme and size for tokens.css. */
export function Surface({ prefs, class: names, label, labelledBy, children }: SurfaceProps) {
  const dialog =
    label || labelledBy
      ? { role: 'dialog' as const, 'aria-label': label, 'aria-labelledby': labelledBy }
      : {};
  return (
    <div
      class={`govgloss ${names}`}
      lang={prefs.language}
      data-theme={prefs.theme}
      data-size={prefs.size}
      {...dialog}
    >
      {children}
    </div>
  );
}
