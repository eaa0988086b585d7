import type { EntityId } from '@/lib/model/entity';

/** What the reader has open. */
export type Route =
  | { view: 'page' }
  | { view: 'highlights' }
  | { view: 'search'; query: string }
  | { view: 'profile'; id: EntityId };

/** Where the reader has been; `at` is the index of what is open. */
export interface Trail {
  entries: readonly Route[];
  at: number;
}

/** A trail that begins at `route`. */
export function startTrail(route: Route): Trail {
  return { entries: [route], at: 0 };
}

/** What is open. */
export function routeOf(trail: Trail): Route {
  return trail.entries[trail.at] ?? { view: 'page' };
}

/**
 * Goes on to `route` and forgets what lay ahead. A search that changes takes its own place, so
 * that back leads to what was open before the first letter.
 */
export function follow(trail: Trail, route: Route): Trail {
  const open = routeOf(trail);
  if (sameRoute(open, route)) return trail;
  const replaces = open.view === 'search' && route.view === 'search';
  const kept = trail.entries.slice(0, replaces ? trail.at : trail.at + 1);
  return { entries: [...kept, route], at: kept.length };
}

export function canGoBack(trail: Trail): boolean {
  return trail.at > 0;
}

export function canGoForward(trail: Trail): boolean {
  return trail.at < trail.entries.length - 1;
}

/** One step back (-1) or forward (1); the same trail where there is none. */
export function step(trail: Trail, by: -1 | 1): Trail {
  const at = trail.at + by;
  return trail.entries[at] ? { ...trail, at } : trail;
}

function sameRoute(a: Route, b: Route): boolean {
  if (a.view === 'profile' && b.view === 'profile') return a.id === b.id;
  if (a.view === 'search' && b.view === 'search') return a.query === b.query;
  return a.view === b.view;
}
