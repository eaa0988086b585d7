import { ExportPanel } from '@/components/library/ExportPanel';
import type { View } from '@/lib/extension-page/use-view';
import type { Library } from '@/lib/library/library';
import type { Highlight } from '@/lib/model/highlight';
import { useExport } from './use-export';

interface ExportPageProps extends Pick<View, 'prefs' | 't'> {
  store: Library;
  shown: readonly Highlight[];
  all: readonly Highlight[];
  onClose(): void;
}

/** Takes highlights out: those the list shows, or all. */
export function ExportPage({ store, shown, all, prefs, t, onClose }: ExportPageProps) {
  const { outcome, onExport } = useExport(store, { prefs, t });
  return (
    <ExportPanel
      t={t}
      shown={shown.length}
      all={all.length}
      outcome={outcome}
      onExport={(format, scope) => void onExport(format, scope === 'shown' ? shown : all)}
      onClose={onClose}
    />
  );
}
