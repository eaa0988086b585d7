import { useState } from 'preact/hooks';
import { atlasFragment } from '@/components/atlas/atlas-route';
import { ARTICLE_2020, RoadmapView } from '@/components/atlas/RoadmapView';
import type { View } from '@/lib/extension-page/use-view';
import type { EntityId } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';

/** The roadmap, of the seven divisions at first and of any the reader adds. */
export function RoadmapPage({ data, prefs, t }: View & { data: AtlasData }) {
  const [chosen, setChosen] = useState<readonly EntityId[]>(ARTICLE_2020);
  return (
    <RoadmapView
      data={data}
      chosen={chosen}
      prefs={prefs}
      t={t}
      entityUrl={(id) => atlasFragment({ view: 'profile', id })}
      onToggle={(id) =>
        setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
      }
    />
  );
}
