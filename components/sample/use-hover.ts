import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type HoverEvent, type HoverState, hover, IDLE } from '@/lib/hover/hover';
import type { Point } from '@/lib/hover/safe-path';

interface Hover {
  state: HoverState;
  /** Where the pointer was last, for the line it reads. */
  pointer: RefObject<Point | null>;
  send(event: HoverEvent): void;
}

/** The card's state machine with its one timer; what it asks for is there at once. */
export function useHover(): Hover {
  const [state, setState] = useState<HoverState>(IDLE);
  const machine = useRef<{ state: HoverState; timer?: ReturnType<typeof setTimeout> }>({
    state: IDLE,
  });
  const pointer = useRef<Point>(null);
  const [send] = useState(() => {
    const run = (event: HoverEvent): void => {
      const { state: next, effects } = hover(machine.current.state, event);
      machine.current.state = next;
      setState(next);
      for (const effect of effects) {
        if (effect.type === 'wait' || effect.type === 'stop-waiting') {
          clearTimeout(machine.current.timer);
        }
        if (effect.type === 'wait') {
          machine.current.timer = setTimeout(() => run({ type: 'timer' }), effect.ms);
        }
        if (effect.type === 'ask') run({ type: 'answered', target: effect.target, ok: true });
      }
    };
    return run;
  });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    document.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        pointer.current = { x: clientX, y: clientY };
      },
      { signal },
    );
    return () => {
      leaving.abort();
      clearTimeout(machine.current.timer);
    };
  }, []);
  return { state, pointer, send };
}
