import { describe, expect, it } from 'vitest';
import { type AtlasRoute, atlasFragment, parseAtlasRoute } from '@/components/atlas/atlas-route';

describe('atlas routes', () => {
  it.each<[string, AtlasRoute]>([
    ['#/map', { view: 'map', choices: {} }],
    ['#/compare', { view: 'compare', choices: {} }],
    ['#/roadmap?d=CN-ZJ,CN-GD', { view: 'roadmap', choices: { d: 'CN-ZJ,CN-GD' } }],
    ['#/roadmap?on=CN-ZJ/zheliban', { view: 'roadmap', choices: { on: 'CN-ZJ/zheliban' } }],
    ['#/library', { view: 'library', panel: null }],
    ['#/library/import', { view: 'library', panel: 'import' }],
    ['#/profile/CN-ZJ/zheliban', { view: 'profile', id: 'CN-ZJ/zheliban' }],
  ])('%s leads there and back', (fragment, route) => {
    expect(parseAtlasRoute(fragment)).toEqual(route);
    expect(atlasFragment(route)).toBe(fragment);
  });

  it('keeps words of any kind in an address', () => {
    const route: AtlasRoute = { view: 'roadmap', choices: { q: '一网通办 & “数据”?#/' } };
    expect(parseAtlasRoute(atlasFragment(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/profile', '#/profile/'])(
    'opens at the roadmap for %j',
    (fragment) => {
      expect(parseAtlasRoute(fragment)).toEqual({ view: 'roadmap', choices: {} });
    },
  );

  it('survives an address that is not well escaped', () => {
    expect(parseAtlasRoute('#/profile/%E0%A4%A')).toEqual({ view: 'profile', id: '%E0%A4%A' });
  });
});
