import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Route, routeOf, type Trail } from './route';

/**
 * Keeps what a browser keeps between pages: how far each view of the trail was scrolled, and the
 * focus, which goes to the new view when the reader followed a link in the old one. Typing in the
 * search field keeps the focus there. Answers the ref of the scrolling element.
 */
export function useKeptPlace(trail: Trail): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const places = useRef(new Map<Route, number>());
  /** Where the view is to be scrolled to once it is long enough; null when it is there. */
  const wanted = useRef<number | null>(null);
  const route = routeOf(trail);

  useLayoutEffect(() => {
    const element = main.current;
    if (!element) return;
    const typing = element.ownerDocument.activeElement?.matches('input');
    if (!typing && places.current.size > 0) element.focus({ preventScroll: true });
    wanted.current = places.current.get(route) ?? 0;
    const remember = () => {
      if (wanted.current === null) places.current.set(route, element.scrollTop);
    };
    places.current.set(route, wanted.current);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [route]);

  // After every drawing: what the view shows may arrive later than the view.
  useLayoutEffect(() => {
    const element = main.current;
    if (!element || wanted.current === null) return;
    element.scrollTop = wanted.current;
    if (element.scrollTop >= wanted.current) wanted.current = null;
  });
  return main;
}
