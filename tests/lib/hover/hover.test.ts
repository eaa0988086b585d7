import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HoverEvent, type HoverState, hover, IDLE, isFull, isShown } from '@/lib/hover/hover';

/** Events by short names; 1 and 2 are two marks. */
const EVENTS = {
  'over 1': { type: 'over', target: 1, speed: 0.1, headedForCard: false, onLink: false },
  'over 1 fast': { type: 'over', target: 1, speed: 2, headedForCard: false, onLink: false },
  'over 2': { type: 'over', target: 2, speed: 0.1, headedForCard: false, onLink: false },
  'over 2 on the way': { type: 'over', target: 2, speed: 0.1, headedForCard: true, onLink: false },
  'over link 1': { type: 'over', target: 1, speed: 0.1, headedForCard: false, onLink: true },
  'over link 2': { type: 'over', target: 2, speed: 0.1, headedForCard: false, onLink: true },
  off: { type: 'off', headedForCard: false },
  'off on the way': { type: 'off', headedForCard: true },
  'into card': { type: 'card-entered' },
  'out of card': { type: 'card-left' },
  time: { type: 'timer' },
  'answer 1': { type: 'answered', target: 1, ok: true },
  'answer 2': { type: 'answered', target: 2, ok: true },
  'no answer 1': { type: 'answered', target: 1, ok: false },
  'tap 1': { type: 'summoned', target: 1, opener: 'touch' },
  'key 1': { type: 'summoned', target: 1, opener: 'keyboard' },
  'key 2': { type: 'summoned', target: 2, opener: 'keyboard' },
  'press card': { type: 'wanted-full' },
  'press elsewhere': { type: 'pressed-elsewhere' },
  'scroll away': { type: 'scrolled-away' },
  pin: { type: 'pinned' },
  unpin: { type: 'unpinned' },
  esc: { type: 'dismissed' },
  'gone 1': { type: 'gone', target: 1 },
} satisfies Record<string, HoverEvent>;

type EventName = keyof typeof EVENTS;

/** What happens from idle through the events: the last state's name and all effects, in words. */
function play(...names: EventName[]): { state: HoverState['name']; did: string[] } {
  let state = IDLE;
  const did: string[] = [];
  for (const name of names) {
    const step = hover(state, EVENTS[name]);
    state = step.state;
    for (const effect of step.effects) {
      if ('target' in effect) did.push(`${effect.type} ${effect.target}`);
      else did.push('ms' in effect ? `wait ${effect.ms}` : effect.type);
    }
  }
  return { state: state.name, did };
}

const REST: EventName[] = ['over 1'];
const ASK: EventName[] = [...REST, 'time'];
const OPEN: EventName[] = [...ASK, 'answer 1', 'time'];
const LEAVE: EventName[] = [...OPEN, 'off'];
const PIN: EventName[] = [...OPEN, 'into card', 'pin'];

test('over another mark on the way to the card the grace begins anew; resting there it runs out', () => {
  const waits = (...names: EventName[]) => play(...names).did.slice(play(...LEAVE).did.length);
  expect(waits(...LEAVE, 'over 2', 'over 2')).toEqual(['wait 300']);
  expect(waits(...LEAVE, 'over 2', 'over 2 on the way')).toEqual(['wait 300', 'wait 300']);
});

describe('a pointer that rests on a mark', () => {
  test('opens its card after 150 ms to ask and 250 ms more, the answer being there', () => {
    expect(play(...OPEN)).toEqual({
      state: 'open',
      did: ['wait 150', 'ask 1', 'wait 250', 'show 1'],
    });
  });

  test('opens it as soon as a late answer comes', () => {
    expect(play(...ASK, 'time').state).toBe('asked');
    expect(play(...ASK, 'time', 'answer 1').state).toBe('open');
  });

  test.each<[string, EventName[]]>([
    ['leaves before it has rested', [...REST, 'off']],
    ['leaves before the card shows', [...ASK, 'answer 1', 'off']],
    ['meets no answer', [...ASK, 'no answer 1']],
    ['is on a mark that the page takes away', [...ASK, 'gone 1']],
    ['presses', [...ASK, 'press elsewhere']],
  ])('sees nothing when it %s', (_, events) => {
    const { state, did } = play(...events);
    expect(state).toBe('idle');
    expect(did).not.toContain('show 1');
  });

  test('begins its rest anew while it moves fast, or on to another mark', () => {
    expect(play('over 1 fast', 'over 1 fast').did).toEqual(['wait 150', 'wait 150']);
    expect(play('over 1', 'over 1').did).toEqual(['wait 150']);
    expect(play('over 1', 'over 2').did).toEqual(['wait 150', 'wait 150']);
  });

  test('is not shown the answer to a mark it has left for another', () => {
    const { state, did } = play(...ASK, 'over 2', 'time', 'answer 1', 'time');
    expect(state).toBe('asked');
    expect(did).not.toContain('show 1');
  });
});

describe('an open card', () => {
  test.each<[string, EventName[]]>([
    ['the pointer comes back to the mark', [...LEAVE, 'over 1']],
    ['the pointer reaches the card', [...LEAVE, 'off on the way', 'into card']],
    ['the pointer rests in it', [...LEAVE, 'into card']],
    ['an old answer comes in', [...OPEN, 'answer 2']],
    [
      'time was running that has been stopped',
      [...LEAVE, 'into card', 'off on the way', 'into card'],
    ],
  ])('stays when %s', (_, events) => {
    expect(play(...events).state).toBe('open');
  });

  test('goes 300 ms after the pointer has left it', () => {
    expect(play(...LEAVE).did.at(-1)).toBe('wait 300');
    expect(play(...LEAVE, 'time')).toMatchObject({ state: 'idle' });
    expect(play(...LEAVE, 'time').did.at(-1)).toBe('hide');
    expect(play(...OPEN, 'into card', 'out of card', 'time').state).toBe('idle');
  });

  test('waits anew as long as the pointer is on its way to it', () => {
    const { state, did } = play(...LEAVE, 'off on the way', 'off on the way');
    expect(state).toBe('leaving');
    expect(did.filter((each) => each === 'wait 300')).toHaveLength(3);
  });

  test('waits anew as long as the pointer crosses another mark on its way to it', () => {
    const { did } = play(...OPEN, 'over 2 on the way', 'over 2 on the way', 'over 2 on the way');
    expect(did.filter((each) => each === 'wait 300')).toHaveLength(3);
  });

  test('waits no longer for a pointer that only moves about on another mark', () => {
    const { did } = play(...OPEN, 'over 2', 'over 2', 'over 2');
    expect(did.filter((each) => each === 'wait 300')).toHaveLength(1);
  });

  test('gives way to the card of another mark the pointer rests on', () => {
    const { state, did } = play(...OPEN, 'over 2', 'time', 'answer 2', 'time');
    expect(state).toBe('open');
    expect(did.slice(-5)).toEqual(['wait 300', 'hide', 'ask 2', 'wait 250', 'show 2']);
  });

  test('does not give way to marks the pointer only crosses on its way to the card', () => {
    expect(play(...OPEN, 'over 2 on the way', 'off on the way', 'into card')).toEqual({
      state: 'open',
      did: [...play(...OPEN).did, 'wait 300', 'wait 300', 'wait 200'],
    });
  });

  test.each<EventName>(['esc', 'press elsewhere', 'scroll away', 'gone 1'])(
    'goes on %s',
    (event) => {
      expect(play(...OPEN, event)).toMatchObject({ state: 'idle' });
      expect(play(...OPEN, event).did.at(-1)).toBe('hide');
      expect(play(...LEAVE, event).state).toBe('idle');
    },
  );
});

describe('a pinned card', () => {
  test.each<EventName>([
    'off',
    'out of card',
    'over 2',
    'press elsewhere',
    'scroll away',
    'gone 1',
    'time',
  ])('stays on %s', (event) => {
    expect(play(...PIN, event).state).toBe('pinned');
  });

  test('goes on Esc', () => {
    expect(play(...PIN, 'esc')).toMatchObject({ state: 'idle' });
  });

  test('gives way to a card that is asked for by key', () => {
    expect(play(...PIN, 'key 2', 'answer 2').did.slice(-4)).toEqual([
      'hide',
      'stop-waiting',
      'ask 2',
      'show 2',
    ]);
  });

  test('unpinned closes like any other', () => {
    expect(play(...PIN, 'unpin', 'press elsewhere').state).toBe('idle');
  });
});

describe('a card opened by key or tap', () => {
  test.each<EventName>(['key 1', 'tap 1'])('shows as soon as the answer is there: %s', (event) => {
    expect(play(event, 'answer 1').did).toEqual(['stop-waiting', 'ask 1', 'show 1']);
  });

  test.each<EventName>(['off', 'over 2', 'out of card'])(
    'does not mind the pointer: %s',
    (event) => {
      expect(play('key 1', event, 'answer 1').state).toBe('open');
      expect(play('key 1', 'answer 1', event).state).toBe('open');
    },
  );

  test.each<EventName>(['esc', 'press elsewhere', 'scroll away'])('goes on %s', (event) => {
    expect(play('tap 1', 'answer 1', event)).toMatchObject({ state: 'idle' });
  });

  test('replaces the card the pointer had opened', () => {
    expect(play(...OPEN, 'key 2').did.slice(-3)).toEqual(['hide', 'stop-waiting', 'ask 2']);
  });
});

test('no row of events leaves a timer running on an idle page, or a card shown without a hide', () => {
  const names = Object.keys(EVENTS) as EventName[];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 14 }), (row) => {
      let state = IDLE;
      let shown = 0;
      let waiting = false;
      for (const name of row) {
        // A timer that nobody started does not go off.
        if (name === 'time' && !waiting) continue;
        if (name === 'time') waiting = false;
        const step = hover(state, EVENTS[name]);
        state = step.state;
        for (const { type } of step.effects) {
          if (type === 'show') shown++;
          if (type === 'hide') shown--;
          if (type === 'wait') waiting = true;
          if (type === 'stop-waiting') waiting = false;
        }
        if (shown !== (isShown(state) ? 1 : 0)) return false;
        if (state.name === 'idle' && waiting) return false;
      }
      return true;
    }),
    { numRuns: 1000 },
  );
});

describe('a glance', () => {
  test.each<[string, EventName[], boolean]>([
    ['the pointer rests in it', [...OPEN, 'into card', 'time'], true],
    ['the pointer comes into it from the way there', [...LEAVE, 'into card', 'time'], true],
    ['the reader presses on it, or its key', [...OPEN, 'press card'], true],
    ['the pointer crosses it', [...OPEN, 'into card', 'out of card'], false],
    ['the pointer goes back to its mark', [...LEAVE, 'into card', 'out of card', 'over 1'], false],
  ])('grows when (or not when) %s', (_, events, grows) => {
    expect(play(...events).did.includes('grow')).toBe(grows);
  });

  test('that has grown stays grown on the way out and back, and grows once', () => {
    const grown: EventName[] = [...OPEN, 'into card', 'time'];
    const { state, did } = play(...grown, 'out of card', 'into card', 'press card');
    expect([state, did.filter((each) => each === 'grow').length]).toEqual(['open', 1]);
  });

  test('is left out by key and tap: what is asked for is shown in full', () => {
    for (const name of ['key 1', 'tap 1'] as const) {
      let state = IDLE;
      for (const each of [name, 'answer 1'] as const) state = hover(state, EVENTS[each]).state;
      expect(isFull(state)).toBe(true);
    }
  });
});

test('on a link the pointer rests longer before a card shows, on the way from another one too', () => {
  expect(play('over link 1', 'time').did).toContain('wait 650');
  expect(play(...LEAVE, 'over link 2', 'time').did.at(-1)).toBe('wait 650');
});
