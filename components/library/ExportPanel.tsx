import { useId, useState } from 'preact/hooks';
import { Dialog } from '@/components/page/Dialog';
import { snake, type Translate } from '@/lib/language/translate';
import { RadioLines } from './RadioLines';

/** What the library can be written as, by what it is for. Only the backup holds everything and settings too. */
const GROUPS = {
  own: ['backup', 'csv'],
  papers: ['csl-json', 'ris', 'bibtex'],
  tools: ['markdown', 'obsidian', 'hypothesis', 'readwise', 'json-ld'],
} as const;
export type ExportFormat = (typeof GROUPS)[keyof typeof GROUPS][number];
export type ExportScope = 'shown' | 'all';

interface ExportPanelProps {
  t: Translate;
  /** Highlights that the list shows, and all there are. */
  shown: number;
  all: number;
  /** What came of it, in a sentence; null before. */
  outcome: string | null;
  /** The address that opens the only page of a choice in Obsidian; null where there is none. */
  obsidianAddress(scope: ExportScope): string | null;
  onExport(format: ExportFormat, scope: ExportScope): void;
  onClose(): void;
}

/** Asks in which format, and whether everything or only what is listed, goes out. */
export function ExportPanel({ t, shown, all, outcome, ...props }: ExportPanelProps) {
  const [format, setFormat] = useState<ExportFormat>('backup');
  const [scope, setScope] = useState<ExportScope>(shown < all ? 'shown' : 'all');
  const isPart = shown < all && format !== 'backup';
  const chosen = isPart ? scope : 'all';
  const inObsidian = format === 'obsidian' ? props.obsidianAddress(chosen) : null;
  const name = useId();
  const groupOf = (group: keyof typeof GROUPS) => (
    <RadioLines<ExportFormat>
      label={t(`export_for_${group}`)}
      name={name}
      value={format}
      options={GROUPS[group].map((value) => ({
        value,
        label: t(`export_${snake(value)}`),
        hint: t(`export_${snake(value)}_hint`),
      }))}
      onChange={setFormat}
    />
  );
  return (
    <Dialog t={t} title={t('library_export')} onClose={props.onClose}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          props.onExport(format, chosen);
        }}
      >
        {groupOf('own')}
        {groupOf('tools')}
        {groupOf('papers')}
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
          {inObsidian && (
            <a class="button" href={inObsidian}>
              {t('export_obsidian_open')}
            </a>
          )}
          <span role="status">{outcome}</span>
        </div>
      </form>
    </Dialog>
  );
}
