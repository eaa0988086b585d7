import type { EntityId } from '@/lib/model/entity';

/** What the atlas shows; its address's fragment says which. */
export type AtlasRoute =
  | { view: 'map' }
  | { view: 'compare' }
  | { view: 'roadmap' }
  | { view: 'library'; panel: 'export' | 'import' | null }
  | { view: 'profile'; id: EntityId };

/** The views that stand in the head of the atlas, in their order. */
export const ATLAS_VIEWS = ['map', 'compare', 'roadmap', 'library'] as const;

/** Reads a fragment such as `#/profile/CN-ZJ/zheliban`; the map for what it does not know. */
export function parseAtlasRoute(fragment: string): AtlasRoute {
  const [view, ...rest] = fragment.replace(/^#?\/?/, '').split('/');
  switch (view) {
    case 'compare':
    case 'roadmap':
      return { view };
    case 'library': {
      const panel = rest[0] === 'export' || rest[0] === 'import' ? rest[0] : null;
      return { view, panel };
    }
    case 'profile':
      return rest[0] ? { view, id: decoded(rest.join('/')) } : { view: 'map' };
    default:
      return { view: 'map' };
  }
}

/** The fragment that leads to a route. */
export function atlasFragment(route: AtlasRoute): string {
  switch (route.view) {
    case 'library':
      return route.panel ? `#/library/${route.panel}` : '#/library';
    case 'profile':
      return `#/profile/${route.id}`;
    default:
      return `#/${route.view}`;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
