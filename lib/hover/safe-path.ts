/** A point of the viewport, in CSS px. */
export interface Point {
  x: number;
  y: number;
}

/** A box of the viewport, in CSS px. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Slack around the path, in px: hands do not move in straight lines. */
const SLACK_PX = 6;

/**
 * True when `now` lies on a way from `from` (where the pointer left the mark) to the card: inside
 * the triangle of that point and the card's far corners on the side that faces it, or in the card.
 *
 *        from •
 *            ╱ ╲
 *        ┌──────────┐
 *        │   card   │
 */
export function isHeadedForCard(from: Point, now: Point, card: Box): boolean {
  const wide = {
    left: card.left - SLACK_PX,
    top: card.top - SLACK_PX,
    right: card.right + SLACK_PX,
    bottom: card.bottom + SLACK_PX,
  };
  if (inBox(now, wide)) return true;
  const start = awayFromCard(from, wide);
  return inTriangle(now, start, ...facingEdge(start, wide));
}

function inBox({ x, y }: Point, box: Box): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** The starting point, moved back a little so that the first move sideways is still on the way. */
function awayFromCard(from: Point, card: Box): Point {
  if (from.y < card.top) return { x: from.x, y: from.y - SLACK_PX };
  if (from.y > card.bottom) return { x: from.x, y: from.y + SLACK_PX };
  return { x: from.x < card.left ? from.x - SLACK_PX : from.x + SLACK_PX, y: from.y };
}

/** The two ends of the card's edge that faces the point. */
function facingEdge(from: Point, { left, top, right, bottom }: Box): [Point, Point] {
  if (from.y < top)
    return [
      { x: left, y: top },
      { x: right, y: top },
    ];
  if (from.y > bottom)
    return [
      { x: left, y: bottom },
      { x: right, y: bottom },
    ];
  const x = from.x < left ? left : right;
  return [
    { x, y: top },
    { x, y: bottom },
  ];
}

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [side(p, a, b), side(p, b, c), side(p, c, a)];
  return !(sides.some((s) => s < 0) && sides.some((s) => s > 0));
}

/** On which side of the line from `a` to `b` the point lies: the sign of the cross product. */
function side(p: Point, a: Point, b: Point): number {
  return (p.x - b.x) * (a.y - b.y) - (a.x - b.x) * (p.y - b.y);
}
