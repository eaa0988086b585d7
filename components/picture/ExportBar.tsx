import type { Translate } from '@/lib/language/translate';

export const PICTURE_FORMATS = ['svg', 'png', 'csv'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

interface ExportBarProps {
  formats?: readonly PictureFormat[];
  t: Translate;
  onSave(format: PictureFormat): void;
}

/** Takes what a view shows along: as a picture for print or screen, and as the table behind it. */
export function ExportBar({ formats = PICTURE_FORMATS, t, onSave }: ExportBarProps) {
  return (
    <p class="export-bar">
      <span class="field-hint">{t('picture_save')}</span>
      {formats.map((format) => (
        <button key={format} type="button" class="button" onClick={() => onSave(format)}>
          {format.toUpperCase()}
        </button>
      ))}
    </p>
  );
}
