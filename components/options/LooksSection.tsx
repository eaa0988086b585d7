import type { ComponentChildren } from 'preact';
import { Choice } from '@/components/page/Choice';
import { LANGUAGE_NAMES } from '@/components/text/writing';
import type { MessageKey, Translate } from '@/lib/language/translate';
import { ENTITY_KINDS } from '@/lib/model/entity';
import { DATA_LANGUAGES, LANGUAGE_TAGS } from '@/lib/model/languages';
import { keysOf } from '@/lib/model/registry';
import type { Settings } from '@/lib/model/settings';
import { Tick } from './Tick';

export interface LooksSectionProps {
  t: Translate;
  settings: Settings;
  /** A sentence with marks and its card, drawn with these settings. */
  sample: ComponentChildren;
  onChange(change: Partial<Settings>): void;
}

/** How marks, cards and views look; beside it a sample that follows each change. */
export function LooksSection({ t, settings, sample, onChange }: LooksSectionProps) {
  const choices = <T extends string>(words: Record<T, MessageKey>) =>
    keysOf(words).map((value) => ({ value, label: t(words[value]) }));
  return (
    <div class="looks">
      <div class="looks-settings">
        <Choice
          label={t('options_strength')}
          value={settings.strength}
          options={choices({
            hover: 'options_strength_hover',
            quiet: 'options_strength_quiet',
            clear: 'options_strength_clear',
          })}
          onChange={(strength) => onChange({ strength })}
        />
        <fieldset class="choice setting">
          <legend>{t('options_kinds')}</legend>
          {ENTITY_KINDS.map((kind) => (
            <Tick
              key={kind}
              label={t(`kind_${kind}`)}
              hint={t(`options_kind_${kind}`)}
              checked={settings.kinds[kind]}
              onChange={(on) => onChange({ kinds: { ...settings.kinds, [kind]: on } })}
            />
          ))}
        </fieldset>
        <Tick
          label={t('options_first_only')}
          hint={t('options_first_only_hint')}
          checked={settings.firstOnly}
          onChange={(firstOnly) => onChange({ firstOnly })}
        />
        <Choice
          label={t('options_scope')}
          hint={t('options_scope_hint')}
          value={settings.scope}
          options={choices({
            article: 'options_scope_article',
            everywhere: 'options_scope_everywhere',
          })}
          onChange={(scope) => onChange({ scope })}
        />
        <Choice
          label={t('options_toolbar')}
          hint={t('options_toolbar_hint')}
          value={settings.toolbar}
          options={choices({
            'at-once': 'options_toolbar_at_once',
            pause: 'options_toolbar_pause',
            key: 'options_toolbar_key',
            never: 'options_toolbar_never',
          })}
          onChange={(toolbar) => onChange({ toolbar })}
        />
        <Choice
          label={t('options_card_size')}
          value={settings.cardSize}
          options={choices({
            small: 'options_size_small',
            medium: 'options_size_medium',
            large: 'options_size_large',
          })}
          onChange={(cardSize) => onChange({ cardSize })}
        />
        <Choice
          label={t('options_theme')}
          hint={t('options_theme_hint')}
          value={settings.theme}
          options={choices({
            auto: 'options_theme_auto',
            light: 'options_theme_light',
            dark: 'options_theme_dark',
          })}
          onChange={(theme) => onChange({ theme })}
        />
        <Choice
          label={t('options_script')}
          value={settings.script}
          options={choices({
            page: 'options_script_page',
            simplified: 'options_script_simplified',
            traditional: 'options_script_traditional',
          })}
          onChange={(script) => onChange({ script })}
        />
        <Tick
          label={t('options_pinyin')}
          checked={settings.pinyin}
          onChange={(pinyin) => onChange({ pinyin })}
        />
        <Choice
          label={t('options_language')}
          value={settings.language}
          options={[
            { value: 'auto', label: t('options_language_auto') },
            ...LANGUAGE_TAGS.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          ]}
          onChange={(language) => onChange({ language })}
        />
        <Choice
          label={t('options_data_language')}
          hint={t('options_data_language_hint')}
          value={settings.dataLanguage}
          options={[
            { value: 'auto', label: t('options_data_language_auto') },
            ...DATA_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          ]}
          onChange={(dataLanguage) => onChange({ dataLanguage })}
        />
        <Tick
          label={t('options_panel_follows')}
          checked={settings.panelFollows}
          onChange={(panelFollows) => onChange({ panelFollows })}
        />
      </div>
      <div class="looks-sample">{sample}</div>
    </div>
  );
}
