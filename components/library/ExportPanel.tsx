import { useState } from 'preact/hooks';
import { Dialog } from '@/components/page/Dialog';
import { snake, type Translate } from '@/lib/language/translate';
import { RadioLines } from './RadioLines';

/** What the library can be written as. Only the backup holds everything and settings too. */
export const EXPORT_FORMATS = ['backup', 'json-ld', 'markdown', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface ExportPanelProps {
  t: Translate;
  /** Highlights that the list shows, and all there are. */
  shown: number;
  all: number;
  /** What came of it, in a sentence; null before. */
  outcome: string | null;
  onExport(format: ExportFormat, scope: 'shown' | 'all'): void;
  onClose(): void;
}

/** Asks in which format, and whether everything or only what is listed, goes out. */
export function ExportPanel({ t, shown, all, outcome, onExport, onClose }: ExportPanelProps) {
  const [format, setFormat] = useState<ExportFormat>('backup');
  const [scope, setScope] = useState<'shown' | 'all'>(shown < all ? 'shown' : 'all');
  const isPart = shown < all && format !== 'backup';
  return (
    <Dialog t={t} title={t('library_export')} onClose={onClose}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          onExport(format, isPart ? scope : 'all');
        }}
      >
        <RadioLines
          label={t('export_format')}
          value={format}
          options={EXPORT_FORMATS.map((value) => ({
            value,
            label: t(`export_${snake(value)}`),
            hint: t(`export_${snake(value)}_hint`),
          }))}
          onChange={(next) => setFormat(next)}
        />
        {isPart && (
          <RadioLines
            label={t('export_scope')}
            value={scope}
            options={[
              { value: 'shown', label: t('export_scope_shown', { count: shown }) },
              { value: 'all', label: t('export_scope_all', { count: all }) },
            ]}
            onChange={(next) => setScope(next)}
          />
        )}
        <div class="row-actions">
          <button type="submit" class="button" data-weight="main" disabled={all === 0}>
            {t('export_save')}
          </button>
          <span role="status">{outcome}</span>
        </div>
      </form>
    </Dialog>
  );
}
