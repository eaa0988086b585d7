import { useEffect, useMemo, useState } from 'preact/hooks';
import { byDivision } from '@/components/atlas/atlas-data';
import { atlasFragment } from '@/components/atlas/atlas-route';
import { MapView, type Shade } from '@/components/atlas/MapView';
import type { View } from '@/lib/extension-page/use-view';
import type { EntityId } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import type { Kept } from './use-library';

interface MapPageProps extends View, Pick<Kept, 'reader'> {
  data: AtlasData;
}

/** The map, shaded by the dataset's entries or by the reader's highlights. */
export function MapPage({ data, reader, prefs, t }: MapPageProps) {
  const [shade, setShade] = useState<Shade>('platform');
  const divisions = useMemo(() => byDivision(data), [data]);
  const outline = reader?.outline;
  const outlined = outline?.version;
  useEffect(() => {
    if (shade === 'highlight') reader?.divide(['division'], false);
  }, [reader, outline, shade]);
  const counts = useMemo(() => {
    if (shade === 'highlight') {
      const groups = outline?.groupsAmong(outline.fitting({}, null), 'division') ?? [];
      return new Map<EntityId, number>(groups.map(({ key, count }) => [key, count]));
    }
    const found = new Map<EntityId, number>();
    for (const { division, entities } of divisions.values()) {
      const count = entities.filter(({ kind }) => kind === shade).length;
      if (count > 0) found.set(division.id, count);
    }
    return found;
  }, [divisions, outline, outlined, shade]);
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
