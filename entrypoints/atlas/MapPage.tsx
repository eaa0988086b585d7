import { useMemo, useState } from 'preact/hooks';
import { byDivision } from '@/components/atlas/atlas-data';
import { atlasFragment } from '@/components/atlas/atlas-route';
import { MapView, type Shade } from '@/components/atlas/MapView';
import { recordsOf } from '@/components/library/record';
import type { View } from '@/lib/extension-page/use-view';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import type { AtlasData } from '@/lib/model/views';

interface MapPageProps extends View {
  data: AtlasData;
  highlights: readonly Highlight[];
}

/** The map, shaded by the dataset's entries or by the reader's highlights. */
export function MapPage({ data, highlights, prefs, t }: MapPageProps) {
  const [shade, setShade] = useState<Shade>('platform');
  const divisions = useMemo(() => byDivision(data), [data]);
  const counts = useMemo(() => {
    const found = new Map<EntityId, number>();
    const add = (id: EntityId) => found.set(id, (found.get(id) ?? 0) + 1);
    if (shade === 'highlight') {
      for (const record of recordsOf(highlights)) record.divisions.forEach(add);
    } else {
      for (const { division, entities } of divisions.values()) {
        for (const { kind } of entities) if (kind === shade) add(division.id);
      }
    }
    return found;
  }, [divisions, highlights, shade]);
  return (
    <MapView
      divisions={[...divisions.values()].map(({ division }) => division)}
      counts={counts}
      shade={shade}
      prefs={prefs}
      t={t}
      entityUrl={(id) => atlasFragment({ view: 'profile', id })}
      onShade={setShade}
    />
  );
}
