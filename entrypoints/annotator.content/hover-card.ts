import { boundariesOf } from '@/lib/dom/block';
import { rectsBetween } from '@/lib/dom/geometry';
import type { Mark } from '@/lib/dom/mark-index';
import type { CardHandle, Reference, Words } from '@/lib/dom/page-views';
import { viewport } from '@/lib/dom/viewport';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  hover,
  IDLE,
  isShown,
} from '@/lib/hover/hover';
import { isHeadedForCard, type Point } from '@/lib/hover/safe-path';
import { SCROLLED_AWAY_PX } from '@/lib/hover/timing';
import { callBackground } from '@/lib/messages/client';
import type { EntityId } from '@/lib/model/entity';
import type { RefusalFailure } from '@/lib/model/settings';
import type { CardData } from '@/lib/model/views';
import type { StageSource } from './stage';

export interface HoverCardOptions {
  stage: StageSource;
  onKeepSentence(mark: Mark): void;
  /** Answers why the name is still wanted, or null once it is refused. */
  onNotThis(mark: Mark, scope: 'site' | 'everywhere'): Promise<RefusalFailure | null>;
  /** Told the mark whose card is on the screen, and null when it closes. */
  onShown(mark: Mark | null): void;
}

/** Runs what the hover machine asks for: one timer, one call at a time, one card. */
export class HoverCard {
  private state: HoverState = IDLE;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly targets = new Map<number, Mark>();
  private answer: { data: CardData; words: Words } | null = null;
  /** Where the pointer last was on a mark. */
  private point: Point | null = null;
  private shownTop = 0;
  private view: CardHandle | null = null;

  constructor(private readonly options: HoverCardOptions) {}

  get isShown(): boolean {
    return isShown(this.state);
  }

  /** The pointer is on a mark; `speed` in px/ms. */
  over(mark: Mark, point: Point, speed: number): void {
    const headedForCard = this.isHeaded(point);
    this.targets.set(mark.id, mark);
    if (!headedForCard || !this.isShown) this.point = point;
    this.send({ type: 'over', target: mark.id, speed, headedForCard });
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

  /** Esc; true when there was a card to close. */
  dismiss(): boolean {
    const wasShown = this.isShown;
    this.send({ type: 'dismissed' });
    return wasShown;
  }

  forget(mark: Mark): void {
    if (this.targets.has(mark.id)) this.send({ type: 'gone', target: mark.id });
  }

  /** The page was scrolled or laid out anew. */
  follow(): void {
    if (!isShown(this.state) || this.state.name === 'pinned') return;
    const reference = this.referenceOf(this.targetOf(this.state.target));
    const top = reference?.lines[0]?.top;
    const isNear =
      top !== undefined &&
      Math.abs(top - this.shownTop) <= SCROLLED_AWAY_PX &&
      top >= 0 &&
      top <= viewport().height;
    if (reference && isNear) this.view?.follow(reference);
    else this.send({ type: 'scrolled-away' });
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
        this.show(effect.target, effect.opener === 'keyboard');
        break;
      case 'hide':
        this.view?.hide();
        this.options.onShown(null);
        break;
    }
  }

  private async ask(target: number): Promise<void> {
    const { entity, rivals } = this.targetOf(target).mention;
    const [card, stage] = await Promise.all([
      callBackground('getCard', { id: entity, rivals, script: this.options.stage.script }),
      this.options.stage.get(),
    ]);
    if (this.state.name !== 'asked' || this.state.target !== target) return;
    const ready = card.ok && stage !== null;
    if (ready) {
      this.answer = { data: card.value, words: stage.words };
      this.view ??= stage.views.createCard({
        onEntered: () => this.send({ type: 'card-entered' }),
        onLeft: () => this.send({ type: 'card-left' }),
      });
    }
    this.send({ type: 'answered', target, ok: ready });
  }

  private show(target: number, focus: boolean): void {
    const mark = this.targetOf(target);
    const reference = this.referenceOf(mark);
    if (!reference) {
      this.send({ type: 'gone', target });
      return;
    }
    this.shownTop = reference.lines[0]?.top ?? 0;
    this.draw(mark, reference);
    if (focus) this.view?.focus();
    this.options.onShown(mark);
  }

  private draw(mark: Mark, reference: Reference, failure?: RefusalFailure): void {
    if (!this.answer || !this.view) return;
    const { data, words } = this.answer;
    const pinned = this.state.name === 'pinned';
    this.view.show(
      {
        data,
        ...words,
        pinned,
        onOpenProfile: (id) => void callBackground('openProfile', { id }),
        onKeepSentence: () => this.options.onKeepSentence(mark),
        onNotThis: (scope) => void this.refuse(mark, reference, scope),
        notThisFailure: failure,
        onPin: () => {
          this.send({ type: pinned ? 'unpinned' : 'pinned' });
          this.draw(mark, reference);
        },
        onClose: () => this.send({ type: 'dismissed' }),
        onChoose: (id) => void this.choose(mark, reference, id),
      },
      reference,
    );
  }

  /** The card goes when the name is refused; when that cannot be kept it stays and says so. */
  private async refuse(
    mark: Mark,
    reference: Reference,
    scope: 'site' | 'everywhere',
  ): Promise<void> {
    const failure = await this.options.onNotThis(mark, scope);
    if (failure === null) this.send({ type: 'dismissed' });
    else if (this.isShown) this.draw(mark, reference, failure);
  }

  /** Shows another of the entities an ambiguous mention may mean; the first becomes its rival. */
  private async choose(mark: Mark, reference: Reference, id: EntityId): Promise<void> {
    const { entity, rivals } = mark.mention;
    const others = [entity, ...rivals].filter((other) => other !== id);
    const card = await callBackground('getCard', {
      id,
      rivals: others,
      script: this.options.stage.script,
    });
    if (!card.ok || !this.isShown || !this.answer) return;
    this.answer = { ...this.answer, data: card.value };
    this.draw(mark, reference);
  }

  private referenceOf(mark: Mark): Reference | null {
    const { start, end } = boundariesOf(mark.block, mark.mention);
    const lines = rectsBetween(start, end);
    const element = start.node.parentElement;
    if (lines.length === 0 || !element) return null;
    const { writingMode, fontFamily } = getComputedStyle(element);
    const vertical = writingMode.startsWith('vertical');
    return { lines, point: this.point, vertical, face: fontFamily };
  }

  private targetOf(target: number): Mark {
    const mark = this.targets.get(target);
    if (!mark) throw new Error(`No mark has the number ${target}.`);
    return mark;
  }
}
