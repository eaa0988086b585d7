import { ImportPanel } from '@/components/library/ImportPanel';
import type { Translate } from '@/lib/language/translate';
import type { GovGlossDb } from '@/lib/store/db';
import { useImport } from './use-import';

interface ImportPageProps {
  db: GovGlossDb | null;
  t: Translate;
  onClose(): void;
}

/** Brings highlights in. Closing it in the middle of writing cancels: nothing is kept. */
export function ImportPage({ db, t, onClose }: ImportPageProps) {
  const actions = useImport(db, t);
  return (
    <ImportPanel
      t={t}
      {...actions}
      onClose={() => {
        actions.onCancel();
        onClose();
      }}
    />
  );
}
