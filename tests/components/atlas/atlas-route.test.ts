import { describe, expect, it } from 'vitest';
import { type AtlasRoute, atlasFragment, parseAtlasRoute } from '@/components/atlas/atlas-route';

describe('atlas routes', () => {
  it.each<[string, AtlasRoute]>([
    ['#/map', { view: 'map' }],
    ['#/compare', { view: 'compare' }],
    ['#/roadmap', { view: 'roadmap' }],
    ['#/library', { view: 'library', panel: null }],
    ['#/library/import', { view: 'library', panel: 'import' }],
    ['#/profile/CN-ZJ/zheliban', { view: 'profile', id: 'CN-ZJ/zheliban' }],
  ])('%s leads there and back', (fragment, route) => {
    expect(parseAtlasRoute(fragment)).toEqual(route);
    expect(atlasFragment(route)).toBe(fragment);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/profile', '#/profile/'])(
    'opens at the map for %j',
    (fragment) => {
      expect(parseAtlasRoute(fragment)).toEqual({ view: 'map' });
    },
  );

  it('survives an address that is not well escaped', () => {
    expect(parseAtlasRoute('#/profile/%E0%A4%A')).toEqual({ view: 'profile', id: '%E0%A4%A' });
  });
});
