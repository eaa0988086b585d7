import { useLayoutEffect, useRef } from 'preact/hooks';
import { tileSign } from '@/components/profile/tile-signs';
import { langFor, nameFor } from '@/components/text/names';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { Division, Entity, EntityId } from '@/lib/model/entity';
import type { Hit } from './drawing';
import { listenToHands, ZOOM_STEP } from './gestures';
import { Stage, type Staged } from './stage';
import type { TimeSpan } from './view';

interface RoadmapPictureProps {
  staged: Staged;
  span: TimeSpan | null;
  divisions: ReadonlyMap<EntityId, Division>;
  undated: ReadonlyMap<EntityId, readonly Entity[]>;
  prefs: ViewPrefs;
  t: Translate;
  entityUrl(id: EntityId): string;
  undatedUrl(id: EntityId): string;
  onSpan(span: TimeSpan | null): void;
  onPress(hit: Hit | null): void;
}

/** The roadmap as a picture one can move about in; the table below it says the same. */
export function RoadmapPicture(props: RoadmapPictureProps) {
  const { staged, divisions, undated, prefs, t } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage | null>(null);
  const now = useRef(props);
  now.current = props;
  useLayoutEffect(() => {
    if (!scroller.current || !ground.current || !canvas.current) return;
    const parts = { scroller: scroller.current, ground: ground.current, canvas: canvas.current };
    const made = new Stage(parts, (span) => now.current.onSpan(span));
    const deafen = listenToHands(parts.scroller, made, (hit) => now.current.onPress(hit));
    stage.current = made;
    return () => {
      deafen();
      made.dispose();
    };
  }, []);
  useLayoutEffect(() => stage.current?.show(staged, props.span));
  const { gutter, axis } = staged.frame;
  const height = axis + staged.lanes.reduce((sum, lane) => sum + lane.height, 0);
  return (
    <div class="roadmap-picture">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section ref={scroller} class="roadmap-scroll" tabIndex={0} aria-label={t('roadmap_picture')}>
        <div ref={ground} class="roadmap-ground" style={{ height: `${height}px` }}>
          <canvas ref={canvas} class="roadmap-canvas" />
          <div class="roadmap-corner" style={{ width: `${gutter}px`, height: `${axis}px` }} />
          <ul class="roadmap-heads" style={{ width: `${gutter}px` }}>
            {staged.lanes.map(({ id, top, height: high }) => {
              const division = divisions.get(id);
              if (!division) return null;
              const without = undated.get(id)?.length ?? 0;
              return (
                <li key={id} style={{ top: `${axis + top}px`, height: `${high}px` }}>
                  <a href={props.entityUrl(id)} lang={langFor(prefs)}>
                    <span class="roadmap-sign" lang={prefs.script} aria-hidden="true">
                      {tileSign(id, prefs.script)}
                    </span>
                    <span class="roadmap-lane">{nameFor(division.shortNames, prefs)}</span>
                  </a>
                  {without > 0 && (
                    <a class="roadmap-undated" href={props.undatedUrl(id)}>
                      {t('roadmap_undated', { count: without })}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      </section>
      <p class="roadmap-zoom">
        <button type="button" class="button" onClick={() => stage.current?.zoom(ZOOM_STEP)}>
          <span aria-hidden="true">+</span>
          <span class="unseen">{t('roadmap_closer')}</span>
        </button>
        <button type="button" class="button" onClick={() => stage.current?.zoom(1 / ZOOM_STEP)}>
          <span aria-hidden="true">−</span>
          <span class="unseen">{t('roadmap_further')}</span>
        </button>
        <button type="button" class="button" onClick={() => stage.current?.showAll()}>
          {t('roadmap_all_time')}
        </button>
        <span class="field-hint">{t('roadmap_hands')}</span>
      </p>
    </div>
  );
}
