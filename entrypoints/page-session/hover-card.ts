import type { Mark } from '@/lib/dom/mark-index';
import type { CardHandle, Reference, Words } from '@/lib/dom/page-views';
import { viewport } from '@/lib/dom/viewport';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  hover,
  IDLE,
  isFull,
  isShown,
} from '@/lib/hover/hover';
import { isHeadedForCard, type Point } from '@/lib/hover/safe-path';
import { SCROLLED_AWAY_PX } from '@/lib/hover/timing';
import { callBackground } from '@/lib/messages/client';
import { reportError } from '@/lib/messages/report-error';
import type { EntityId } from '@/lib/model/entity';
import type { RefusalFailure } from '@/lib/model/settings';
import type { PageCard } from '@/lib/model/views';
import { isAway, isOnLink, isSamePlace, isSeen, referenceOf } from './mark-place';
import type { StageSource } from './stage';

export interface HoverCardOptions {
  stage: StageSource;
  onKeepSentence(mark: Mark): void;
  /** Answers why the name is still wanted, or null once it is refused. */
  onNotThis(mark: Mark, scope: 'site' | 'everywhere'): Promise<RefusalFailure | null>;
  /** Told the mark whose card is on the screen, and null when it closes. */
  onShown(mark: Mark | null): void;
}

/** One card, from the answer it opens with until it is hidden: what is answered later is for no other. */
interface Card {
  readonly mark: Mark;
  readonly words: Words;
  data: PageCard;
  /** Where it stood last. */
  reference: Reference | null;
  /** Which of the entities the mention may mean was asked for last. */
  choice: EntityId;
  /** Its mark is no longer there; only a pinned card outlives that. */
  isGone: boolean;
}

/** Runs what the hover machine asks for: one timer, one call at a time, one card. */
export class HoverCard {
  private state: HoverState = IDLE;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly targets = new Map<number, Mark>();
  private card: Card | null = null;
  /** Where the pointer last was on a mark. */
  private point: Point | null = null;
  /** Where the first line of its mention was when the card opened. */
  private shownTop = 0;
  private view: CardHandle | null = null;

  constructor(private readonly options: HoverCardOptions) {}

  get isShown(): boolean {
    return isShown(this.state);
  }

  /** The pointer is on a mark; `speed` in px/ms. */
  over(mark: Mark, point: Point, speed: number): void {
    const onLink = isOnLink(mark);
    const headedForCard = this.isHeaded(point);
    this.targets.set(mark.id, mark);
    if (!headedForCard || !this.isShown) this.point = point;
    this.send({ type: 'over', target: mark.id, speed, headedForCard, onLink });
  }

  /** The pointer is on no mark. */
  off(point: Point): void {
    if (this.state.name !== 'idle') this.send({ type: 'off', headedForCard: this.isHeaded(point) });
  }

  /** Opens the card of a mark at once. */
  summon(mark: Mark, opener: 'touch' | 'keyboard', point: Point | null): void {
    this.targets.set(mark.id, mark);
    this.point = point;
    this.send({ type: 'summoned', target: mark.id, opener });
  }

  pressedElsewhere(): void {
    this.send({ type: 'pressed-elsewhere' });
  }

  /** The reader asks for all of the card that is glanced at; true when there is one. */
  grow(): boolean {
    const isGlance = this.isShown && !isFull(this.state);
    this.send({ type: 'wanted-full' });
    return isGlance;
  }

  /** Esc; true when there was a card to close. */
  dismiss(): boolean {
    const wasShown = this.isShown;
    this.send({ type: 'dismissed' });
    return wasShown;
  }

  forget(mark: Mark): void {
    if (this.card?.mark === mark) this.card.isGone = true;
    if (this.targets.has(mark.id)) this.send({ type: 'gone', target: mark.id });
  }

  /** The page has drawn the words of a mark anew. */
  followMark(mark: Mark): void {
    const { card } = this;
    if (card?.mark !== mark || !isShown(this.state)) return;
    if (card.reference) this.follow();
    else this.show(card);
  }

  /** The page was scrolled or laid out anew, or may have been: asked in each frame. */
  follow(): void {
    const { card } = this;
    if (!card || !isShown(this.state) || this.state.name === 'pinned') return;
    const reference = referenceOf(card.mark, this.point);
    if (!reference && isAway(card.mark) && !card.isGone) return;
    if (!reference || !this.isNear(reference) || !isSeen(reference)) {
      this.send({ type: 'scrolled-away' });
      return;
    }
    if (card.reference && isSamePlace(card.reference, reference)) return;
    card.reference = reference;
    this.view?.follow(reference);
  }

  /** True while the mention is about where its card was opened, and in the window. */
  private isNear({ lines: [first] }: Reference): boolean {
    if (!first) return false;
    const { top, bottom } = viewport();
    const isHere = Math.abs(first.top - this.shownTop) <= SCROLLED_AWAY_PX;
    return isHere && first.bottom > top && first.top < bottom;
  }

  private isHeaded(point: Point): boolean {
    const box = this.view?.box;
    return !!box && this.point !== null && isHeadedForCard(this.point, point, box);
  }

  private send(event: HoverEvent): void {
    const { state, effects } = hover(this.state, event);
    this.state = state;
    for (const effect of effects) this.run(effect);
    if (state.name === 'idle') this.targets.clear();
  }

  private run(effect: HoverEffect): void {
    switch (effect.type) {
      case 'wait':
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.send({ type: 'timer' }), effect.ms);
        break;
      case 'stop-waiting':
        clearTimeout(this.timer);
        break;
      case 'ask':
        void this.ask(effect.target);
        break;
      case 'show':
        if (this.card) this.show(this.card);
        break;
      case 'grow':
        if (this.card) this.draw(this.card);
        break;
      case 'hide':
        this.card = null;
        this.view?.hide();
        this.options.onShown(null);
        break;
    }
  }

  private async ask(target: number): Promise<void> {
    const card = await this.prepare(this.targetOf(target)).catch((error) => {
      reportError(error, 'a card');
      return null;
    });
    if (this.state.name !== 'asked' || this.state.target !== target) return;
    this.card = card;
    this.send({ type: 'answered', target, ok: card !== null });
  }

  /** Null when the background does not answer. */
  private async prepare(mark: Mark): Promise<Card | null> {
    const { entity } = mark.mention;
    const [data, stage] = await Promise.all([this.dataOf(mark, entity), this.options.stage.get()]);
    if (!data || !stage) return null;
    this.view ??= stage.views.createCard({
      onEntered: () => this.send({ type: 'card-entered' }),
      onLeft: () => this.send({ type: 'card-left' }),
      onPressed: () => this.send({ type: 'wanted-full' }),
      onFrame: () => this.follow(),
    });
    return { mark, words: stage.words, data, reference: null, choice: entity, isGone: false };
  }

  /** What a card says of one of the entities a mark may mean, the others being its rivals. */
  private async dataOf({ block, mention }: Mark, id: EntityId): Promise<PageCard | null> {
    const rivals = [mention.entity, ...mention.rivals].filter((other) => other !== id);
    const { script } = this.options.stage;
    const isNumbered = mention.quiet === 'numbered';
    const number = isNumbered ? { number: block.text.slice(mention.start, mention.end) } : {};
    const answer = await callBackground('getCard', { id, rivals, script, ...number });
    return answer.ok ? answer.value : null;
  }

  private show(card: Card): void {
    card.reference = referenceOf(card.mark, this.point);
    if (!card.reference) {
      if (!isAway(card.mark)) this.send({ type: 'gone', target: card.mark.id });
      return;
    }
    this.shownTop = card.reference.lines[0]?.top ?? 0;
    this.draw(card);
    if (this.state.name === 'open' && this.state.opener === 'keyboard') this.view?.focus();
    this.options.onShown(card.mark);
  }

  private draw(card: Card, failure?: RefusalFailure): void {
    const { mark, data, words, reference } = card;
    if (!reference) return;
    const pinned = this.state.name === 'pinned';
    this.view?.show(
      {
        data,
        passage: passageAround(mark),
        ...words,
        full: isFull(this.state),
        pinned,
        onOpenProfile: (id) => void callBackground('openProfile', { id }),
        onKeepSentence: () => this.options.onKeepSentence(mark),
        onNotThis: (scope) => void this.refuse(card, scope),
        notThisFailure: failure,
        onPin: () => {
          this.send({ type: pinned ? 'unpinned' : 'pinned' });
          // Not pinned any more, it goes where its mention went.
          this.follow();
          if (this.card === card) this.draw(card);
        },
        onClose: () => this.send({ type: 'dismissed' }),
        onChoose: (id) => void this.choose(card, id),
      },
      reference,
    );
  }

  /** The card goes when the name is refused; when that cannot be kept it stays and says so. */
  private async refuse(card: Card, scope: 'site' | 'everywhere'): Promise<void> {
    const failure = await this.options.onNotThis(card.mark, scope);
    if (this.card !== card) return;
    if (failure === null) this.send({ type: 'dismissed' });
    else this.draw(card, failure);
  }

  /** Shows another of the entities an ambiguous mention may mean; the first becomes its rival. */
  private async choose(card: Card, id: EntityId): Promise<void> {
    card.choice = id;
    const data = await this.dataOf(card.mark, id);
    if (!data || this.card !== card || card.choice !== id) return;
    card.data = data;
    this.draw(card);
  }

  private targetOf(target: number): Mark {
    const mark = this.targets.get(target);
    if (!mark) throw new Error(`No mark ${target}.`);
    return mark;
  }
}

/** Characters before and after a mention in which a figure is taken to be about it. */
const PASSAGE = 80;

/** The text around a mention. */
function passageAround({ block, mention }: Mark): string {
  return block.text.slice(Math.max(0, mention.start - PASSAGE), mention.end + PASSAGE);
}
