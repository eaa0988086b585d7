import { useState } from 'preact/hooks';
import { Card } from '@/components/card/Card';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId, EntityKind } from '@/lib/model/entity';
import type { CardData } from '@/lib/model/views';
import { SampleSentence } from './SampleSentence';
import { SAMPLE_PLATFORM } from './sentence';

interface SampleWithCardProps {
  prefs: ViewPrefs;
  t: Translate;
  kinds: Record<EntityKind, boolean>;
  cards: ReadonlyMap<EntityId, CardData>;
  /** No card could be read. */
  failed: boolean;
  profileUrl(id: EntityId): string;
  onOpenProfile(id: EntityId): void;
}

const HEADING_ID = 'sample-card-name';

/** The sample sentence with one card lying under it, to see what settings do to both. */
export function SampleWithCard(props: SampleWithCardProps) {
  const { prefs, t, cards } = props;
  const [chosen, setChosen] = useState(SAMPLE_PLATFORM);
  const [pinned, setPinned] = useState(false);
  const [open, setOpen] = useState(true);
  const [note, setNote] = useState<'keep' | 'not_this' | null>(null);
  const data = open ? cards.get(chosen) : undefined;
  const choose = (id: EntityId) => {
    setChosen(id);
    setOpen(true);
    setNote(null);
  };
  return (
    <>
      <SampleSentence
        script={prefs.script}
        kinds={props.kinds}
        profileUrl={props.profileUrl}
        onOver={choose}
        onFocus={choose}
      />
      {data && (
        <Card
          key={chosen}
          data={data}
          prefs={prefs}
          t={t}
          pinned={pinned}
          headingId={HEADING_ID}
          onOpenProfile={props.onOpenProfile}
          onKeepSentence={() => setNote('keep')}
          onNotThis={() => setNote('not_this')}
          onPin={() => setPinned(!pinned)}
          onClose={() => setOpen(false)}
          onChoose={props.onOpenProfile}
        />
      )}
      <p class="sample-note" role="status">
        {note ? t(`sample_${note}`) : props.failed && t('wait_failed')}
      </p>
    </>
  );
}
