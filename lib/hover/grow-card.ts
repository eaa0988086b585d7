import { type CardPlace, MARGIN_PX, type Size, type Window } from './place-card';
import type { Box } from './safe-path';

/** A card in less height than this, in px, shows too little of itself: it rather covers the line. */
const ENOUGH_PX = 240;

/**
 * Where a glance grows to: from the edge it turns to the line, so that the pointer stays in it. Where
 * there is little room on that side the card moves in, over the line if it must: the reader wants it.
 */
export function growCard(glance: Box, line: Box, card: Size, window: Window): CardPlace {
  const { left: windowLeft = 0, top: windowTop = 0, width, height } = window;
  const right = windowLeft + width - MARGIN_PX;
  const least = windowTop + MARGIN_PX;
  const most = windowTop + height - MARGIN_PX;
  const isAbove = glance.bottom <= line.top;
  const room = isAbove ? glance.bottom - least : most - glance.top;
  const wanted = Math.min(card.height, Math.max(room, Math.min(ENOUGH_PX, most - least)));
  const top = isAbove
    ? Math.max(least, glance.bottom - wanted)
    : Math.min(glance.top, most - wanted);
  const left = Math.max(windowLeft + MARGIN_PX, Math.min(glance.left, right - card.width));
  return { left, top, maxWidth: right - left, maxHeight: wanted };
}
