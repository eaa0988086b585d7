import {
  ASK_AFTER_MS,
  FAST_PX_PER_MS,
  GROW_AFTER_MS,
  HIDE_AFTER_MS,
  SHOW_AFTER_MS,
  SHOW_ON_LINK_AFTER_MS,
} from './timing';

/**
 * When a card opens, stays and goes, as a pure function of what happened before.
 *
 *            over                150 ms: ask           250 ms and answered: show
 *   ┌──────┐ ────────► ┌─────────┐ ───────► ┌───────┐ ──────────────────► ┌──────┐
 *   │ idle │           │ resting │          │ asked │                     │ open │ ◄─┐
 *   └──────┘ ◄──────── └─────────┘          └───────┘                     └──────┘   │ over it again,
 *      ▲        off                  off │ over another  ▲                 │    │     │ card entered
 *      │                                 ▼               │ tap, key        │    │ off, over another
 *      │◄────────────────────────────────┘               └─ from anywhere  │    ▼     │
 *      │                                                                   │  ┌─────────┐
 *      │◄── 300 ms (or on to the next mark: asked) ────────────────────────┼─ │ leaving │
 *      │                                                              pin  │  └─────────┘
 *      │                                                                   ▼
 *      │◄── Esc, close ───────────────────────────────────────────────  ┌────────┐
 *      │                                                                 │ pinned │
 *      │◄── from all others: press elsewhere, scrolled away, mark gone   └────────┘
 *
 * A pointer still moving fast over a mark begins its rest anew; while it is headed for the card,
 * leaving begins anew. On a link the rest is longer: most who stop there are about to press.
 * The pointer is shown a glance, which grows to the full card when the pointer rests in it (200 ms), or
 * by key or press. A card opened by key or tap is full, and does not leave with the pointer.
 * `target` is the caller's number for a mark. One timer at most runs; each effect `wait` replaces it.
 */
export type HoverState =
  | { name: 'idle' }
  | { name: 'resting'; target: number; onLink: boolean }
  | { name: 'asked'; target: number; opener: Opener; answered: boolean; due: boolean }
  | { name: 'open'; target: number; opener: Opener; full: boolean }
  | { name: 'leaving'; target: number; full: boolean; next: Next | null }
  | { name: 'pinned'; target: number };

export type Opener = 'pointer' | 'touch' | 'keyboard';

/** The mark the pointer has gone on to. */
interface Next {
  target: number;
  onLink: boolean;
}

export type HoverEvent =
  /** The pointer is over a mark; sent again each frame it moves there. `speed` in px/ms. */
  | { type: 'over'; target: number; speed: number; headedForCard: boolean; onLink: boolean }
  /** The pointer is over no mark. */
  | { type: 'off'; headedForCard: boolean }
  | { type: 'card-entered' }
  | { type: 'card-left' }
  | { type: 'timer' }
  | { type: 'answered'; target: number; ok: boolean }
  /** Tap on a mark, or the key that opens the card of the current one. */
  | { type: 'summoned'; target: number; opener: 'touch' | 'keyboard' }
  | { type: 'pressed-elsewhere' }
  | { type: 'scrolled-away' }
  /** The reader asks for all of the card: a press on the glance, a key. */
  | { type: 'wanted-full' }
  | { type: 'pinned' }
  | { type: 'unpinned' }
  /** Esc, or the card's own button. */
  | { type: 'dismissed' }
  /** The page took the marked text away. */
  | { type: 'gone'; target: number };

export type HoverEffect =
  | { type: 'ask'; target: number }
  | { type: 'show'; target: number; opener: Opener }
  /** The glance becomes the full card. */
  | { type: 'grow' }
  | { type: 'hide' }
  | { type: 'wait'; ms: number }
  | { type: 'stop-waiting' };

export interface HoverStep {
  state: HoverState;
  effects: HoverEffect[];
}

export const IDLE: HoverState = { name: 'idle' };

/** What follows from an event. The state is returned unchanged when nothing does. */
export function hover(state: HoverState, event: HoverEvent): HoverStep {
  switch (event.type) {
    case 'summoned':
      return summon(state, event.target, event.opener);
    case 'dismissed':
      return close(state);
    case 'gone':
      return state.name !== 'pinned' && 'target' in state && state.target === event.target
        ? close(state)
        : stay(state);
    case 'pressed-elsewhere':
    case 'scrolled-away':
      return state.name === 'pinned' ? stay(state) : close(state);
    case 'wanted-full':
      return grow(state);
    case 'pinned':
      return state.name === 'open' || state.name === 'leaving'
        ? step({ name: 'pinned', target: state.target }, { type: 'stop-waiting' })
        : stay(state);
    case 'unpinned':
      return state.name === 'pinned'
        ? stay({ name: 'open', target: state.target, opener: 'keyboard', full: true })
        : stay(state);
    default:
      return byState(state, event);
  }
}

type PassingEvent = Extract<
  HoverEvent,
  { type: 'over' | 'off' | 'card-entered' | 'card-left' | 'timer' | 'answered' }
>;

function byState(state: HoverState, event: PassingEvent): HoverStep {
  switch (state.name) {
    case 'idle':
      return event.type === 'over' ? rest(event) : stay(state);
    case 'resting':
      return whileResting(state, event);
    case 'asked':
      return whileAsked(state, event);
    case 'open':
      return whileOpen(state, event);
    case 'leaving':
      return whileLeaving(state, event);
    case 'pinned':
      return stay(state);
  }
}

/** A fast pointer starts the rest anew with each move, so that only one that stops gets anywhere. */
function rest({ target, onLink }: Next): HoverStep {
  return step({ name: 'resting', target, onLink }, { type: 'wait', ms: ASK_AFTER_MS });
}

function whileResting(
  state: Extract<HoverState, { name: 'resting' }>,
  event: PassingEvent,
): HoverStep {
  switch (event.type) {
    case 'over':
      return event.target === state.target && event.speed <= FAST_PX_PER_MS
        ? stay(state)
        : rest(event);
    case 'off':
      return close(state);
    case 'timer':
      return ask(state);
    default:
      return stay(state);
  }
}

function whileAsked(state: Extract<HoverState, { name: 'asked' }>, event: PassingEvent): HoverStep {
  switch (event.type) {
    case 'over':
      return state.opener !== 'pointer' || event.target === state.target
        ? stay(state)
        : rest(event);
    case 'off':
      return state.opener === 'pointer' ? close(state) : stay(state);
    case 'timer':
      return showWhenReady({ ...state, due: true });
    case 'answered':
      if (event.target !== state.target) return stay(state);
      return event.ok ? showWhenReady({ ...state, answered: true }) : close(state);
    default:
      return stay(state);
  }
}

function whileOpen(state: Extract<HoverState, { name: 'open' }>, event: PassingEvent): HoverStep {
  if (state.opener !== 'pointer') return stay(state);
  const { target, full } = state;
  switch (event.type) {
    case 'over':
      return event.target === target
        ? stay(state)
        : leave({ name: 'leaving', target, full, next: nextOf(event) });
    case 'off':
    case 'card-left':
      return leave({ name: 'leaving', target, full, next: null });
    case 'card-entered':
      return reopen(state, true);
    case 'timer':
      return grow(state);
    default:
      return stay(state);
  }
}

function whileLeaving(
  state: Extract<HoverState, { name: 'leaving' }>,
  event: PassingEvent,
): HoverStep {
  const { target } = state;
  switch (event.type) {
    case 'over':
      if (event.target === target) return reopen(state, false);
      if (!event.headedForCard && event.target === state.next?.target) return stay(state);
      return leave({ ...state, next: nextOf(event) });
    case 'off':
      return event.headedForCard ? leave({ ...state, next: null }) : stay({ ...state, next: null });
    case 'card-entered':
      return reopen(state, true);
    case 'timer':
      return state.next === null ? close(state) : moveOn(state.next);
    default:
      return stay(state);
  }
}

function summon(state: HoverState, target: number, opener: 'touch' | 'keyboard'): HoverStep {
  const shown = isShown(state);
  return step(
    { name: 'asked', target, opener, answered: false, due: true },
    ...(shown ? [{ type: 'hide' } as const] : []),
    { type: 'stop-waiting' },
    { type: 'ask', target },
  );
}

function ask({ target, onLink }: Next): HoverStep {
  return step(
    { name: 'asked', target, opener: 'pointer', answered: false, due: false },
    { type: 'ask', target },
    { type: 'wait', ms: onLink ? SHOW_ON_LINK_AFTER_MS : SHOW_AFTER_MS },
  );
}

/** From one card to the next: the pointer has rested on the other mark for the grace time. */
function moveOn(next: Next): HoverStep {
  const { state, effects } = ask(next);
  return step(state, { type: 'hide' }, ...effects);
}

function showWhenReady(state: Extract<HoverState, { name: 'asked' }>): HoverStep {
  const { target, opener, answered, due } = state;
  if (!answered || !due) return stay(state);
  const full = opener !== 'pointer';
  return step({ name: 'open', target, opener, full }, { type: 'show', target, opener });
}

function leave(state: Extract<HoverState, { name: 'leaving' }>): HoverStep {
  return step(state, { type: 'wait', ms: HIDE_AFTER_MS });
}

/** The pointer is back on the mark, or in the card; where it rests in a glance that grows. */
function reopen({ target, full }: { target: number; full: boolean }, inCard: boolean): HoverStep {
  return step(
    { name: 'open', target, opener: 'pointer', full },
    inCard && !full ? { type: 'wait', ms: GROW_AFTER_MS } : { type: 'stop-waiting' },
  );
}

function grow(state: HoverState): HoverStep {
  if ((state.name !== 'open' && state.name !== 'leaving') || state.full) return stay(state);
  return step({ ...state, full: true }, { type: 'grow' });
}

function nextOf({ target, onLink }: Next): Next {
  return { target, onLink };
}

function close(state: HoverState): HoverStep {
  if (state.name === 'idle') return stay(state);
  const stop: HoverEffect = { type: 'stop-waiting' };
  return isShown(state) ? step(IDLE, stop, { type: 'hide' }) : step(IDLE, stop);
}

/** True while a card is on the screen. */
export function isShown(
  state: HoverState,
): state is Extract<HoverState, { name: 'open' | 'leaving' | 'pinned' }> {
  return state.name === 'open' || state.name === 'leaving' || state.name === 'pinned';
}

/** True when all of the card is on the screen, not a glance. */
export function isFull(state: HoverState): boolean {
  return isShown(state) && (state.name === 'pinned' || state.full);
}

function stay(state: HoverState): HoverStep {
  return { state, effects: [] };
}

function step(state: HoverState, ...effects: HoverEffect[]): HoverStep {
  return { state, effects };
}
