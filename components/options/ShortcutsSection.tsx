import { Keys } from '@/components/page/Keys';
import type { Translate } from '@/lib/language/translate';

export interface Shortcut {
  name: string;
  /** In the reader's language. */
  description: string;
  /** As the browser writes it: `Alt+Shift+J`, `⌥⇧J`; '' when the command has none. */
  keys: string;
}

export interface ShortcutsSectionProps {
  t: Translate;
  shortcuts: Shortcut[];
  /** Opens the browser's own page for them; null where it has none to be opened. */
  onChange: (() => void) | null;
}

/** The keyboard commands with their keys; only the browser itself can change them. */
export function ShortcutsSection({ t, shortcuts, onChange }: ShortcutsSectionProps) {
  return (
    <>
      <table class="shortcuts">
        <caption class="unseen">{t('options_shortcuts')}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{t('options_shortcuts_command')}</th>
            <th scope="col">{t('options_shortcuts_keys')}</th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map(({ name, description, keys }) => (
            <tr key={name}>
              <th scope="row">{description}</th>
              <td>
                {keys ? (
                  <Keys keys={keys} />
                ) : (
                  <span class="field-hint">{t('options_shortcuts_none')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {onChange ? (
        <button type="button" class="button" onClick={onChange}>
          {t('options_shortcuts_change')}
        </button>
      ) : (
        <p class="field-hint">{t('options_shortcuts_hint')}</p>
      )}
    </>
  );
}
