import { ExportPanel } from '@/components/library/ExportPanel';
import type { View } from '@/lib/extension-page/use-view';
import { obsidianAddress, obsidianNotes } from '@/lib/interchange/write-obsidian';
import type { Library } from '@/lib/library/library';
import type { Highlight } from '@/lib/model/highlight';
import type { GovGlossDb } from '@/lib/store/db';
import { useExport } from './use-export';

interface ExportPageProps extends Pick<View, 'prefs' | 't'> {
  db: GovGlossDb | null;
  /** Null where there is no dataset: then a Markdown file names entities by their ids. */
  library: Library | null;
  shown: readonly Highlight[];
  all: readonly Highlight[];
  onClose(): void;
}

/** Takes highlights out: those the list shows, or all. */
export function ExportPage({ db, library, shown, all, prefs, t, onClose }: ExportPageProps) {
  const { outcome, onExport } = useExport(db, library, { prefs, t });
  return (
    <ExportPanel
      t={t}
      shown={shown.length}
      all={all.length}
      outcome={outcome}
      obsidianAddress={(scope) => addressInObsidian(scope === 'shown' ? shown : all)}
      onExport={(format, scope) => void onExport(format, scope === 'shown' ? shown : all)}
      onClose={onClose}
    />
  );
}

/** Obsidian makes one note of an address: there is one where all passages are of one page. */
function addressInObsidian(highlights: readonly Highlight[]): string | null {
  const pages = new Set(highlights.map(({ pageKey }) => pageKey));
  const [note] = pages.size === 1 ? obsidianNotes(highlights) : [];
  return note ? obsidianAddress(note) : null;
}
