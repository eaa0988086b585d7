import type { ComponentChildren } from 'preact';
import { Choice } from '@/components/page/Choice';
import type { Translate } from '@/lib/language/prefs';
import type { EntityKind } from '@/lib/model/entity';
import type { Settings } from '@/lib/model/settings';
import { Tick } from './Tick';

const KINDS: EntityKind[] = ['division', 'platform', 'policy', 'concept'];

/** The languages by their own names: who cannot read the page finds theirs. */
const LANGUAGE_NAMES = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

export interface LooksSectionProps {
  t: Translate;
  settings: Settings;
  /** A sentence with marks and its card, drawn with these settings. */
  sample: ComponentChildren;
  onChange(change: Partial<Settings>): void;
}

/** How marks, cards and views look; beside it a sample that follows each change. */
export function LooksSection({ t, settings, sample, onChange }: LooksSectionProps) {
  const choices = <const T extends string>(key: string, values: readonly T[]) =>
    values.map((value) => ({ value, label: t(`options_${key}_${value.replace('-', '_')}`) }));
  return (
    <div class="looks">
      <div class="looks-settings">
        <Choice
          label={t('options_strength')}
          value={settings.strength}
          options={choices('strength', ['hover', 'quiet', 'clear'])}
          onChange={(strength) => onChange({ strength })}
        />
        <fieldset class="choice setting">
          <legend>{t('options_kinds')}</legend>
          {KINDS.map((kind) => (
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
          label={t('options_card_size')}
          value={settings.cardSize}
          options={choices('size', ['small', 'medium', 'large'])}
          onChange={(cardSize) => onChange({ cardSize })}
        />
        <Choice
          label={t('options_theme')}
          hint={t('options_theme_hint')}
          value={settings.theme}
          options={choices('theme', ['auto', 'light', 'dark'])}
          onChange={(theme) => onChange({ theme })}
        />
        <Choice
          label={t('options_script')}
          value={settings.script}
          options={choices('script', ['page', 'simplified', 'traditional'])}
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
            ...(['zh-Hans', 'zh-Hant', 'en'] as const).map((value) => ({
              value,
              label: LANGUAGE_NAMES[value],
            })),
          ]}
          onChange={(language) => onChange({ language })}
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
