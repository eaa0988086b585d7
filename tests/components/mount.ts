import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import type { ViewPrefs } from '@/lib/language/prefs';
import { createTranslate, parseCatalogue } from '@/lib/language/translate';
import { LANGUAGES, type Language } from '@/lib/model/languages';
import zhHans from '@/public/_locales/zh_CN/messages.json';

export const PREFS: ViewPrefs = {
  language: 'zh-Hans',
  dataLanguage: 'zh',
  script: 'zh-Hans',
  pinyin: true,
  size: 'medium',
  theme: 'light',
};

/** A view in another language, everything else as it comes. */
export function prefsIn(language: Language): ViewPrefs {
  const { data: dataLanguage, script } = LANGUAGES[language];
  return { ...PREFS, language, dataLanguage, script };
}

/** The simplified catalogue's words. */
export const t = createTranslate(parseCatalogue(zhHans), 'zh-Hans');

/** A component in a document, with what a reader can do to it. */
export interface Mounted {
  root: HTMLElement;
  text(): string;
  /** Presses the button of that name. */
  press(name: string): void;
  type(element: Element | null, value: string): void;
  key(element: Element | null, key: string, init?: KeyboardEventInit): void;
}

/** Draws a component into the test's document; the last one drawn is taken away. */
export function mount(vnode: VNode): Mounted {
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('div'));
  act(() => render(vnode, root));
  const named = (name: string) =>
    [...root.querySelectorAll('button')].find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name,
    );
  return {
    root,
    text: () => root.textContent ?? '',
    press(name) {
      const button = named(name);
      if (!button) throw new Error(`No button “${name}” in: ${root.textContent}`);
      act(() => button.click());
    },
    type(element, value) {
      if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
        throw new Error('Only a field can be typed into.');
      }
      act(() => {
        element.value = value;
        element.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    key(element, key, init = {}) {
      act(() => {
        element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
      });
    },
  };
}
