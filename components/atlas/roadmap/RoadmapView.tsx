import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { divisionsOf } from '@/components/atlas/atlas-data';
import { ExportBar, type PictureFormat } from '@/components/picture/ExportBar';
import { formatFigure } from '@/components/text/figures';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Entity, EntityId } from '@/lib/model/entity';
import type { AtlasData } from '@/lib/model/views';
import { filterEntries, type RoadmapChoices } from './choices';
import { EntryCard } from './EntryCard';
import { type Entry, roadmapEntries } from './entries';
import { lanesOf } from './lanes';
import { lineageOf } from './lineage';
import { RoadmapFilters } from './RoadmapFilters';
import { RoadmapPicture } from './RoadmapPicture';
import { RoadmapTable } from './RoadmapTable';
import type { Staged } from './stage';
import { FIRST_YEAR } from './view';

/** What is shown at this moment, to be saved. */
export interface ShownRoadmap {
  staged: Staged;
  entries: readonly Entry[];
}

interface RoadmapViewProps {
  data: AtlasData;
  choices: RoadmapChoices;
  /** In years. */
  today: number;
  /** The window is too narrow for names beside signs. */
  narrow: boolean;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  undatedUrl(id: EntityId): string;
  onChange(change: Partial<RoadmapChoices>): void;
  onSave(format: PictureFormat, shown: ShownRoadmap): void;
  /** Asked before the page is printed, to draw all lanes into a part that only paper shows. */
  onPrint(into: HTMLElement, shown: ShownRoadmap): void;
}

/** Px of letters, by the size the reader chose. */
const LETTERS = { small: 11.5, medium: 12.5, large: 14 } as const;

/** How divisions built their digital governments, along time. */
export function RoadmapView(props: RoadmapViewProps) {
  const { data, choices, prefs, t } = props;
  const { divisions: chosen, kinds, words, open } = choices;
  const all = useMemo(() => roadmapEntries(data, prefs), [data, prefs]);
  const entities = useMemo(() => new Map(data.entities.map((each) => [each.id, each])), [data]);
  const sources = useMemo(() => new Map(data.sources.map((each) => [each.id, each])), [data]);
  const divisions = useMemo(() => divisionsOf(data), [data]);
  const byId = useMemo(() => new Map(divisions.map((each) => [each.id, each])), [divisions]);
  const size = LETTERS[prefs.size];
  const lanes = chosen.join();
  const [entries, staging] = useMemo(() => {
    const found = filterEntries(all.entries, { kinds, words });
    const ids = lanes.split(',').filter((id) => byId.has(id));
    return [found.filter(({ lane }) => ids.includes(lane)), lanesOf(found, ids, size)];
  }, [all, byId, kinds.join(), words, lanes, size]);
  // Several at one place are chosen from first; that choice is nobody else's.
  const [several, setSeveral] = useState<readonly Entry[]>([]);
  const only = open ? all.entries.find(({ key }) => key === open) : undefined;
  const of = several.length > 0 ? several : only ? [only] : [];
  const lineage = useMemo(
    () => (only ? lineageOf(only.entity, data.entities) : NOTHING),
    [only, data],
  );
  const staged: Staged = {
    lanes: staging,
    chosen: only?.key ?? null,
    lineage,
    figureText: ({ metric }) => formatFigure(metric, prefs, t),
    frame: {
      gutter: props.narrow ? 56 : prefs.dataLanguage === 'zh' ? 104 : 128,
      axis: 28,
      size,
      first: FIRST_YEAR,
      end: Math.ceil(props.today * 12) / 12,
      today: props.today,
    },
  };
  const undated = kinds.some((kind) => kind !== 'ranking' && kind !== 'figure')
    ? all.undated
    : NONE;
  const choose = (entry: Entry | null) => {
    setSeveral([]);
    props.onChange({ open: entry?.key ?? null });
  };
  const paper = useRef<HTMLElement>(null);
  const print = useRef(() => {});
  print.current = () => {
    if (paper.current) props.onPrint(paper.current, { staged, entries });
  };
  useEffect(() => {
    const onPrint = () => print.current();
    addEventListener('beforeprint', onPrint);
    return () => removeEventListener('beforeprint', onPrint);
  }, []);
  return (
    <section class="atlas-sheet roadmap" aria-labelledby="roadmap-head">
      <div class="view-head">
        <h1 id="roadmap-head" class="page-title">
          {t('roadmap_title')}
        </h1>
        <ExportBar t={t} onSave={(format) => props.onSave(format, { staged, entries })} />
      </div>
      <RoadmapFilters {...{ divisions, choices, prefs, t }} onChange={props.onChange} />
      {staging.length === 0 ? (
        <p class="field-hint">{t('roadmap_none')}</p>
      ) : (
        <div class="roadmap-stage">
          <RoadmapPicture
            staged={staged}
            span={choices.span}
            divisions={byId}
            undated={undated}
            prefs={prefs}
            t={t}
            entityUrl={props.entityUrl}
            undatedUrl={props.undatedUrl}
            onSpan={(span) => props.onChange({ span })}
            onPress={(hit) => {
              if (!hit || hit.of.length === 1) choose(hit?.of[0] ?? null);
              else setSeveral(hit.of);
            }}
          />
          {of.length > 0 && (
            <EntryCard
              {...{ of, entities, sources, lineage, prefs, t }}
              entityUrl={props.entityUrl}
              onChoose={choose}
              onClose={() => choose(null)}
            />
          )}
        </div>
      )}
      <figure ref={paper} class="roadmap-paper" />
      <RoadmapTable {...{ entries, entities, prefs, t }} entityUrl={props.entityUrl} />
    </section>
  );
}

const NOTHING: ReadonlySet<EntityId> = new Set();
const NONE: ReadonlyMap<EntityId, Entity[]> = new Map();
