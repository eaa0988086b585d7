/**
 * How the card behaves in time. Wikipedia's page previews, the best measured of their kind, fetch
 * after 150 ms, show after 500 and hide after 300; 10ten shows nothing to a pointer faster than
 * 0.5 px/ms. Ours has both gates, so a pointer that rests on a mark is taken at its word sooner.
 */

/** A pointer moving faster than this, in px/ms, is on its way to somewhere else. */
export const FAST_PX_PER_MS = 0.5;
/** Rest on a mark before any work is done: most crossings are over by then. */
export const ASK_AFTER_MS = 150;
/** Further rest before the card shows: 400 ms in all. The answer is nearly always there by then. */
export const SHOW_AFTER_MS = 250;
/** On a link longer, 800 ms in all: who stops there reads where it leads, or is about to press it. */
export const SHOW_ON_LINK_AFTER_MS = 650;
/** Rest in the glance before it grows: a pointer that only crosses it is through by then. */
export const GROW_AFTER_MS = 200;
/** How long the card stays after the pointer has left mark and card: time to come back or to reach it. */
export const HIDE_AFTER_MS = 300;
/** The card goes when its mention has scrolled so far, in px, that it no longer explains what one reads. */
export const SCROLLED_AWAY_PX = 160;
