import { Dialog } from '@/components/page/Dialog';
import { FilePick } from '@/components/page/FilePick';
import { ImportPreview, type ImportPreviewProps } from './ImportPreview';

/** Where an import stands. Nothing is written before the reader has seen what would be. */
export type ImportState =
  | { step: 'pick'; problem: string | null }
  | { step: 'reading'; file: string }
  | ({ step: 'preview' } & ImportPreviewProps['preview'])
  | { step: 'writing'; done: number; total: number }
  /**
   * `settings`, `feed`: whether what else the file holds was restored; null when that was not asked for.
   */
  | { step: 'done'; written: number; settings: boolean | null; feed: boolean | null };

interface ImportPanelProps extends Omit<ImportPreviewProps, 'preview'> {
  state: ImportState;
  onPick(file: File): void;
  onCancel(): void;
  onClose(): void;
}

/** Brings highlights in from a file: choose, see what would change, write all of it or nothing. */
export function ImportPanel(props: ImportPanelProps) {
  const { t, state } = props;
  return (
    <Dialog t={t} title={t('library_import')} onClose={props.onClose}>
      <div class="dialog-body">
        <Step {...props} />
        {state.step !== 'writing' && state.step !== 'reading' && (
          <FilePick
            label={t(state.step === 'pick' ? 'import_pick' : 'import_other')}
            accept=".json,.jsonld,.jsonl,.ndjson,.csv,.tsv,.txt,.md,.html,.htm"
            onPick={props.onPick}
          />
        )}
      </div>
    </Dialog>
  );
}

function Step(props: ImportPanelProps) {
  const { t, state } = props;
  switch (state.step) {
    case 'pick':
      return (
        <>
          <p>{t('import_lead')}</p>
          <Problem sentence={state.problem} />
        </>
      );
    case 'reading':
      return <p role="status">{t('import_reading', { file: state.file })}</p>;
    case 'preview':
      return <ImportPreview {...props} preview={state} />;
    case 'writing':
      return (
        <>
          <progress
            class="progress"
            aria-label={t('import_writing')}
            value={state.done}
            max={Math.max(1, state.total)}
          />
          <p role="status">{t('import_written', { done: state.done, total: state.total })}</p>
          <button type="button" class="button" onClick={props.onCancel}>
            {t('cancel')}
          </button>
        </>
      );
    case 'done':
      return (
        <p role="status">
          {t('import_done', { count: state.written })}{' '}
          {state.settings !== null &&
            t(state.settings ? 'import_done_settings' : 'import_done_settings_failed')}{' '}
          {state.feed !== null && t(state.feed ? 'import_done_feed' : 'import_done_feed_failed')}
        </p>
      );
  }
}

function Problem({ sentence }: { sentence: string | null }) {
  return (
    <div role="alert">
      {sentence && (
        <div class="notice" data-tone="bad">
          <p>{sentence}</p>
        </div>
      )}
    </div>
  );
}
