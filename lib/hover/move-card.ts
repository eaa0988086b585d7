import type { Size } from './place-card';
import type { Box } from './safe-path';

/** Between a moved card and the edge of the window, in px. */
const MARGIN_PX = 8;
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
export function moveByKey(card: Box, viewport: Size, key: string): Corner | null {
  const by = DIRECTIONS[key];
  return by ? inside(card, viewport, { left: card.left + by.x, top: card.top + by.y }) : null;
}

/** The corner of the window, clockwise, after the one the card is nearest to. */
export function nextCorner(card: Box, viewport: Size): Corner {
  const atLeft = card.left + card.right < viewport.width;
  const atTop = card.top + card.bottom < viewport.height;
  // Clockwise the next one is at the left where this one is at the bottom, at the top where it is left.
  return inside(card, viewport, {
    left: atTop ? viewport.width : 0,
    top: atLeft ? 0 : viewport.height,
  });
}

function inside({ left, top, right, bottom }: Box, viewport: Size, to: Corner): Corner {
  const within = (at: number, length: number, room: number) =>
    Math.max(MARGIN_PX, Math.min(at, room - length - MARGIN_PX));
  return {
    left: within(to.left, right - left, viewport.width),
    top: within(to.top, bottom - top, viewport.height),
  };
}
