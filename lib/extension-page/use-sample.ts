import { useEffect, useState } from 'preact/hooks';
import { SAMPLE_ENTITIES } from '@/components/sample/sentence';
import { MarkStrength } from '@/lib/dom/mark-strength';
import { openLibrary } from '@/lib/library/open';
import { readCard } from '@/lib/library/read-entries';
import { logError } from '@/lib/messages/error-log';
import type { EntityId } from '@/lib/model/entity';
import type { Script } from '@/lib/model/languages';
import type { Settings } from '@/lib/model/settings';
import type { CardData } from '@/lib/model/views';
import { openPath } from './open-path';
import { profilePath } from './paths';
import { isRead, type Reading } from './reading';
import type { View } from './use-view';

const NO_CARDS: ReadonlyMap<EntityId, CardData> = new Map();

/** Everything a sample sentence needs, drawn with the reader's settings. */
export function useSample({ settings, prefs, t }: View) {
  const [cards, setCards] = useState<Reading<ReadonlyMap<EntityId, CardData>>>('loading');
  useMarks(settings.strength);
  useEffect(() => {
    readCards(prefs.script).then(setCards, (error) => {
      logError(error, 'reading cards');
      setCards('failed');
    });
  }, [prefs.script]);
  return {
    prefs,
    t,
    kinds: settings.kinds,
    cards: isRead(cards) ? cards : NO_CARDS,
    failed: cards === 'failed',
    profileUrl: profilePath,
    onOpenProfile: (id: EntityId) => openPath(profilePath(id)),
  };
}

/** The cards of what the sample names; those the dataset lacks are left out. */
async function readCards(script: Script): Promise<Reading<Map<EntityId, CardData>>> {
  const library = await openLibrary();
  if (!library) return 'failed';
  const cards = await Promise.all(SAMPLE_ENTITIES.map((id) => readCard(library, id, script)));
  return new Map(cards.flatMap((card) => (card ? [[card.entity.id, card]] : [])));
}

/** Draws the marks of this page as strongly as those of every other. */
function useMarks(strength: Settings['strength']): void {
  const [marks] = useState(() => new MarkStrength(strength));
  useEffect(() => marks.change(strength), [marks, strength]);
  useEffect(() => () => marks.clear(), [marks]);
}
