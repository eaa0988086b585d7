import { describe, expect, it } from 'vitest';
import {
  canGoBack,
  canGoForward,
  follow,
  type Route,
  routeOf,
  startTrail,
  step,
} from '@/components/reader/route';

const page: Route = { view: 'page' };
const zhejiang: Route = { view: 'profile', id: 'CN-ZJ' };
const search = (query: string): Route => ({ view: 'search', query });

describe('follow', () => {
  it('leads back the way the reader came', () => {
    const trail = follow(follow(startTrail(page), zhejiang), { view: 'profile', id: 'CN-SH' });
    expect(routeOf(step(trail, -1))).toEqual(zhejiang);
    expect(routeOf(step(step(trail, -1), -1))).toEqual(page);
  });

  it('goes back from a search to what was open before its first letter', () => {
    const typed = ['z', 'zl', 'zlb'].reduce(
      (at, query) => follow(at, search(query)),
      startTrail(page),
    );
    expect(routeOf(typed)).toEqual(search('zlb'));
    expect(routeOf(step(typed, -1))).toEqual(page);
  });

  it('forgets what lay ahead', () => {
    const back = step(follow(startTrail(page), zhejiang), -1);
    expect(canGoForward(back)).toBe(true);
    expect(canGoForward(follow(back, search('a')))).toBe(false);
  });

  it('adds nothing when it is open already', () => {
    const trail = follow(startTrail(page), zhejiang);
    expect(follow(trail, { ...zhejiang })).toBe(trail);
  });
});

describe('step', () => {
  it('stays where there is nothing further', () => {
    const trail = startTrail(page);
    expect(canGoBack(trail)).toBe(false);
    expect(step(trail, -1)).toBe(trail);
    expect(step(trail, 1)).toBe(trail);
  });
});
