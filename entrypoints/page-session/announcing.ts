import { nameFor } from '@/components/text/names';
import type { Mark } from '@/lib/dom/mark-index';
import type { AnnouncerHandle } from '@/lib/dom/page-views';
import { callBackground } from '@/lib/messages/client';
import type { StageSource } from './stage';

/** Says to screen readers where the reader is: name, kind, division. */
export class Announcing {
  private announcer: AnnouncerHandle | null = null;
  /** Counts what was to be said: an answer that comes late is not said after something newer. */
  private turn = 0;

  constructor(private readonly stage: StageSource) {}

  /** Null: there is no mention to go to. */
  async say(mark: Mark | null): Promise<void> {
    const turn = ++this.turn;
    const stage = await this.stage.get();
    if (!stage || turn !== this.turn) return;
    const { t, prefs } = stage.words;
    this.announcer ??= stage.views.createAnnouncer();
    if (!mark) {
      this.announcer.say(t('announce_none'));
      return;
    }
    const { entity, rivals, kind } = mark.mention;
    const card = await callBackground('getCard', { id: entity, rivals, script: prefs.script });
    if (!card.ok || turn !== this.turn) return;
    const { value } = card;
    const { block, mention } = mark;
    // Of the reader's own entry nothing is said but what the page says: it may listen in.
    const isOwn = 'token' in value;
    this.announcer.say(
      t('announce_mention', {
        name: isOwn
          ? block.text.slice(mention.start, mention.end)
          : nameFor(value.entity.names, prefs),
        kind: t(`kind_${kind}`),
        division: isOwn ? t('card_own_entry') : nameFor(value.division.names, prefs),
      }),
    );
  }

  /** Says nothing more, and leaves the page. */
  leave(): void {
    this.turn++;
    this.announcer?.leave();
  }
}
