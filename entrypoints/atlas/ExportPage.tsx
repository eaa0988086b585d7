import { ExportPanel } from '@/components/library/ExportPanel';
import type { View } from '@/lib/extension-page/use-view';
import type { Library } from '@/lib/library/library';
import type { GovGlossDb } from '@/lib/store/db';
import { useExport } from './use-export';
import { useObsidianAddress } from './use-obsidian-address';

interface ExportPageProps extends Pick<View, 'prefs' | 't'> {
  db: GovGlossDb | null;
  /** Null where there is no dataset: then a Markdown file names entities by their ids. */
  library: Library | null;
  /** Ids of those that the list shows, in its order. */
  shown: readonly string[];
  /** How many there are. */
  all: number;
  onClose(): void;
}

/** Takes highlights out: those the list shows, or all. */
export function ExportPage({ db, library, shown, all, prefs, t, onClose }: ExportPageProps) {
  const { outcome, onExport } = useExport(db, library, { prefs, t });
  const shownInObsidian = useObsidianAddress(db, shown, shown.length);
  const allInObsidian = useObsidianAddress(db, null, all);
  return (
    <ExportPanel
      t={t}
      shown={shown.length}
      all={all}
      outcome={outcome}
      obsidianAddress={(scope) => (scope === 'shown' ? shownInObsidian : allInObsidian)}
      onExport={(format, scope) => void onExport(format, scope === 'shown' ? shown : null)}
      onClose={onClose}
    />
  );
}
