import {
  computePosition,
  flip,
  offset,
  type Platform,
  type Rect,
  shift,
  size,
} from '@floating-ui/core';
import type { Box } from './safe-path';

/** Between the line being read and the card, in px: near enough to reach, far enough to read. */
export const GAP_PX = 8;
/** Between the card and the edge of the window, in px. */
export const MARGIN_PX = 8;

export interface Size {
  width: number;
  height: number;
}

/** What is seen of the page; it begins at 0, 0 unless the reader has pinched. */
export interface Window extends Size {
  left?: number;
  top?: number;
}

export interface CardPlace {
  /** Viewport coordinates of the card's top left corner, in px. */
  left: number;
  top: number;
  /** What there is room for on that side, in px; the card scrolls inside it. */
  maxWidth: number;
  maxHeight: number;
}

/** The line box the point is in, or the one nearest to it: that is the line being read. */
export function lineAt(lines: readonly Box[], point: { x: number; y: number } | null): Box | null {
  const [first] = lines;
  if (!first || !point) return first ?? null;
  const distance = (box: Box) =>
    Math.max(box.left - point.x, point.x - box.right, 0) +
    Math.max(box.top - point.y, point.y - box.bottom, 0);
  return lines.reduce((best, box) => (distance(box) < distance(best) ? box : best), first);
}

/**
 * Where the card goes: below the line, above it where there is more room, beside it where lines
 * run from top to bottom; never on it. All boxes in viewport coordinates.
 * @param card the size the card would like
 */
export async function placeCard(
  line: Box,
  card: Size,
  viewport: Window,
  vertical: boolean,
): Promise<CardPlace> {
  const room = { width: viewport.width, height: viewport.height };
  // What does not fit scrolls inside the card, so it is placed by the size it will have.
  const fitted = { ...card };
  const { x, y } = await computePosition(line, fitted, {
    placement: vertical ? 'left-start' : 'bottom-start',
    platform: plainBoxes(viewport),
    middleware: [
      offset(GAP_PX),
      flip({ padding: MARGIN_PX, fallbackStrategy: 'bestFit', crossAxis: false }),
      shift({ padding: MARGIN_PX }),
      size({
        padding: MARGIN_PX,
        apply: ({ availableWidth, availableHeight }) => {
          room.width = availableWidth;
          room.height = availableHeight;
          fitted.width = Math.min(card.width, availableWidth);
          fitted.height = Math.min(card.height, availableHeight);
        },
      }),
    ],
  });
  return { left: x, top: y, maxWidth: room.width, maxHeight: room.height };
}

/** Floating UI without a document: everything it asks is answered from rectangles. */
function plainBoxes({ left = 0, top = 0, width, height }: Window): Platform {
  return {
    getElementRects: ({ reference, floating }) => ({
      reference: rectOf(reference as Box),
      floating: { x: 0, y: 0, width: (floating as Size).width, height: (floating as Size).height },
    }),
    getClippingRect: () => ({ x: left, y: top, width, height }),
    getDimensions: (element) => ({ ...(element as Size) }),
  };
}

function rectOf({ left, top, right, bottom }: Box): Rect {
  return { x: left, y: top, width: right - left, height: bottom - top };
}
