import { useEffect, useState } from 'preact/hooks';
import type { Reading } from '@/lib/extension-page/reading';
import { asked, type Library } from '@/lib/library/library';
import { shown } from '@/lib/library/read-page';
import { logError } from '@/lib/messages/error-log';
import type { Script } from '@/lib/model/languages';
import type { AtlasData } from '@/lib/model/views';

async function readDataset({ source }: Library, script: Script): Promise<AtlasData> {
  const [entities, rankings] = await Promise.all([source.all(), source.rankings()]);
  const cited = new Set(
    entities.flatMap((entity) => {
      const sections = entity.kind === 'division' ? Object.values(entity.roadmap) : [];
      const facts = [
        ...entity.facts,
        ...entity.metrics,
        ...sections.flatMap((section) => section.facts),
      ];
      return facts.flatMap((fact) => fact.sources);
    }),
  );
  for (const ranking of rankings) for (const id of ranking.sources) cited.add(id);
  const sources = await source.sources([...cited]);
  return shown({ version: source.version, entities, rankings, sources }, script);
}

/** The whole dataset in the reader's script. */
export function useDataset(store: Library | null | undefined, script: Script): Reading<AtlasData> {
  const [data, setData] = useState<Reading<AtlasData>>('loading');
  useEffect(() => {
    if (store === null) setData('failed');
    if (!store) return;
    let wanted = true;
    asked(store, () => readDataset(store, script)).then(
      (read) => {
        if (wanted) setData(read);
      },
      (error) => {
        logError(error, 'reading the dataset');
        if (wanted) setData('failed');
      },
    );
    return () => {
      wanted = false;
    };
  }, [store, script]);
  return data;
}
