import { useEffect, useRef, useState } from 'preact/hooks';
import { Card } from '@/components/card/Card';
import { Glance } from '@/components/card/Glance';
import { isFull, isShown } from '@/lib/hover/hover';
import { type CardPlace, lineAt, placeCard } from '@/lib/hover/place-card';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId, EntityKind } from '@/lib/model/entity';
import type { CardData } from '@/lib/model/views';
import { SampleSentence } from './SampleSentence';
import { SAMPLE_ENTITIES } from './sentence';
import { useHover } from './use-hover';

interface LiveSampleProps {
  prefs: ViewPrefs;
  t: Translate;
  kinds: Record<EntityKind, boolean>;
  /** Cards by entity; a mention without one is not explained. */
  cards: ReadonlyMap<EntityId, CardData>;
  /** No card could be read. */
  failed: boolean;
  profileUrl(id: EntityId): string;
  onOpenProfile(id: EntityId): void;
}

/** What placeCard keeps free beside the card, in px. */
const MARGIN_PX = 8;

const HEADING_ID = 'sample-card-name';

/** The sample sentence with cards that open, stay and go as they do on a page. */
export function LiveSample(props: LiveSampleProps) {
  const { prefs, t, kinds, cards, failed, profileUrl, onOpenProfile } = props;
  const { state, pointer, send } = useHover();
  const mention = useRef<HTMLElement | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CardPlace | null>(null);
  const [note, setNote] = useState<'keep' | 'not_this' | null>(null);
  const shown = isShown(state) && 'target' in state ? SAMPLE_ENTITIES[state.target] : undefined;
  const data = shown ? cards.get(shown) : undefined;
  const full = isFull(state);

  const over = (id: EntityId, element: HTMLElement, keyboard: boolean) => {
    mention.current = element;
    setNote(null);
    const target = SAMPLE_ENTITIES.indexOf(id);
    if (keyboard) send({ type: 'summoned', target, opener: 'keyboard' });
    else send({ type: 'over', target, speed: 0, headedForCard: false, onLink: false });
  };

  useEffect(() => {
    if (!data || !card.current || !mention.current) {
      setPlace(null);
      return;
    }
    const line = lineAt([...mention.current.getClientRects()], pointer.current);
    const { width, height } = card.current.getBoundingClientRect();
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    if (line) void placeCard(line, { width, height }, viewport, false).then(setPlace);
  }, [data, full, prefs, pointer]);

  useEffect(() => {
    if (!data) return;
    const closing = new AbortController();
    const { signal } = closing;
    document.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Escape') send({ type: 'dismissed' });
      },
      { signal },
    );
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (target instanceof Node && card.current?.contains(target)) return;
        send({ type: 'pressed-elsewhere' });
      },
      { signal },
    );
    document.addEventListener('scroll', () => send({ type: 'scrolled-away' }), { signal });
    return () => closing.abort();
  }, [data, send]);

  return (
    <div class="live-sample">
      <SampleSentence
        script={prefs.script}
        kinds={kinds}
        profileUrl={profileUrl}
        onOver={(id, element) => over(id, element, false)}
        onOff={() => send({ type: 'off', headedForCard: false })}
        onFocus={(id, element) => over(id, element, true)}
      />
      <p class="sample-note" role="status">
        {note ? t(`sample_${note}`) : failed && t('wait_failed')}
      </p>
      {data && (
        <div
          ref={card}
          class="sample-card"
          style={cardStyle(place)}
          onPointerDown={() => send({ type: 'wanted-full' })}
          onPointerEnter={() => send({ type: 'card-entered' })}
          onPointerLeave={() => send({ type: 'card-left' })}
        >
          {full ? (
            <Card
              key={data.entity.id}
              data={data}
              prefs={prefs}
              t={t}
              pinned={state.name === 'pinned'}
              headingId={HEADING_ID}
              onOpenProfile={onOpenProfile}
              onKeepSentence={() => setNote('keep')}
              onNotThis={() => setNote('not_this')}
              onPin={() => send({ type: state.name === 'pinned' ? 'unpinned' : 'pinned' })}
              onClose={() => send({ type: 'dismissed' })}
              onChoose={onOpenProfile}
            />
          ) : (
            <Glance data={data} prefs={prefs} t={t} headingId={HEADING_ID} />
          )}
        </div>
      )}
    </div>
  );
}

/** Before it is measured the card is laid out unseen, where it has all the room there is. */
function cardStyle(place: CardPlace | null) {
  if (!place)
    return {
      left: '0',
      top: '0',
      visibility: 'hidden',
      maxWidth: `calc(100vw - ${2 * MARGIN_PX}px)`,
    } as const;
  const { left, top, maxWidth, maxHeight } = place;
  return {
    left: `${left}px`,
    top: `${top}px`,
    maxWidth: `${maxWidth}px`,
    maxHeight: `${maxHeight}px`,
  };
}
