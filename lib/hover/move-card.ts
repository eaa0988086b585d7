import { MARGIN_PX, type Window } from './place-card';
import type { Box } from './safe-path';

/** How far one press of an arrow key moves the card, in px: a line of text. */
const STEP_PX = 24;

/** Where a card's top left corner goes, in viewport coordinates. */
interface Corner {
  left: number;
  top: number;
}

const DIRECTIONS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -STEP_PX, y: 0 },
  ArrowRight: { x: STEP_PX, y: 0 },
  ArrowUp: { x: 0, y: -STEP_PX },
  ArrowDown: { x: 0, y: STEP_PX },
};

/** Where an arrow key (`KeyboardEvent.key`) takes the card, all of it in the window; null for other keys. */
export function moveByKey(card: Box, viewport: Window, key: string): Corner | null {
  const by = DIRECTIONS[key];
  return by ? inside(card, viewport, { left: card.left + by.x, top: card.top + by.y }) : null;
}

/** The corner of the window, clockwise, after the one the card is nearest to. */
export function nextCorner(card: Box, viewport: Window): Corner {
  const { left = 0, top = 0, width, height } = viewport;
  const atLeft = card.left + card.right < 2 * left + width;
  const atTop = card.top + card.bottom < 2 * top + height;
  // Clockwise the next one is at the left where this one is at the bottom, at the top where it is left.
  return inside(card, viewport, {
    left: atTop ? left + width : left,
    top: atLeft ? top : top + height,
  });
}

function inside(card: Box, { left = 0, top = 0, width, height }: Window, to: Corner): Corner {
  const within = (at: number, length: number, from: number, room: number) =>
    Math.max(from + MARGIN_PX, Math.min(at, from + room - length - MARGIN_PX));
  return {
    left: within(to.left, card.right - card.left, left, width),
    top: within(to.top, card.bottom - card.top, top, height),
  };
}
