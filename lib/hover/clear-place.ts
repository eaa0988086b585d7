import { GAP_PX, MARGIN_PX, type Size, type Window } from './place-card';
import type { Box } from './safe-path';

/** What a card should not cover, and how bad it would be: of two like places the sum decides. */
export interface Obstacle extends Box {
  weight: number;
}

/** So many px further from the line are as bad as one more in `weight`. */
const PX_PER_WEIGHT = 150;

interface Corner {
  left: number;
  top: number;
}

/** What the box of a card at a place would cover. */
export function coveredBy<O extends Box>(
  { left, top }: Corner,
  card: Size,
  boxes: readonly O[],
): O[] {
  const box = { left, top, right: left + card.width, bottom: top + card.height };
  return boxes.filter((other) => touches(box, other));
}

/**
 * Where a glance goes among links and buttons: the usual place if it covers none; else that near the
 * line, beside or beyond them, where what is covered and the way there are least. It is never on the line.
 * @param usual where it would stand on a page without them
 */
export function clearPlace(
  usual: Corner,
  line: Box,
  card: Size,
  window: Window,
  obstacles: readonly Obstacle[],
): Corner {
  if (coveredBy(usual, card, obstacles).length === 0) return usual;
  const cost = (place: Corner) =>
    coveredBy(place, card, obstacles).reduce((sum, { weight }) => sum + weight, 0) +
    distance(place, card, line) / PX_PER_WEIGHT;
  let best = usual;
  let least = cost(usual);
  for (const place of placesBeside(usual, line, card, window, obstacles)) {
    const costs = cost(place);
    if (costs < least) [best, least] = [place, costs];
  }
  return best;
}

/** All corners at which the card stands beside the line or an obstacle, in the window and off the line. */
function* placesBeside(
  usual: Corner,
  line: Box,
  { width, height }: Size,
  window: Window,
  obstacles: readonly Box[],
): Generator<Corner> {
  const { left: windowLeft = 0, top: windowTop = 0 } = window;
  const most = {
    left: windowLeft + window.width - MARGIN_PX - width,
    top: windowTop + window.height - MARGIN_PX - height,
  };
  const lefts = new Set([usual.left, line.left]);
  const tops = new Set([usual.top, line.top]);
  for (const box of [line, ...obstacles]) {
    lefts.add(box.right + GAP_PX).add(box.left - GAP_PX - width);
    tops.add(box.bottom + GAP_PX).add(box.top - GAP_PX - height);
  }
  const within = (at: number, least: number, greatest: number) => at >= least && at <= greatest;
  for (const left of lefts) {
    if (!within(left, windowLeft + MARGIN_PX, most.left)) continue;
    for (const top of tops) {
      if (!within(top, windowTop + MARGIN_PX, most.top)) continue;
      if (!touches({ left, top, right: left + width, bottom: top + height }, line))
        yield { left, top };
    }
  }
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** Level with its line, so much further off, a card is as easily seen to belong to it. */
const LEVEL = 2;

/** How far the nearest edge of the card is from the line, in px; up or down counts double. */
function distance({ left, top }: Corner, { width, height }: Size, line: Box): number {
  return Math.hypot(
    Math.max(left - line.right, line.left - (left + width), 0),
    LEVEL * Math.max(top - line.bottom, line.top - (top + height), 0),
  );
}
