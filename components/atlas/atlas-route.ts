import type { EntityId } from '@/lib/model/entity';

/** What a view is asked to show, by short names; each view knows its own. */
export type Choices = Readonly<Record<string, string>>;

/** Views of the dataset whose address holds every choice made in them. */
const CHOICE_VIEWS = ['roadmap', 'browse', 'compare', 'charts', 'map'] as const;
type ChoiceView = (typeof CHOICE_VIEWS)[number];

/** What the atlas shows; its address's fragment says which. */
export type AtlasRoute =
  | { view: ChoiceView; choices: Choices }
  | { view: 'library'; panel: 'export' | 'import' | null }
  | { view: 'profile'; id: EntityId };

/** The views that stand in the head of the atlas, in their order. */
export const ATLAS_VIEWS = [...CHOICE_VIEWS, 'library'] as const;

/** Where the atlas opens. */
const FIRST: AtlasRoute = { view: 'roadmap', choices: {} };

/** Reads a fragment such as `#/roadmap?d=CN-ZJ,CN-GD`; the roadmap for what it does not know. */
export function parseAtlasRoute(fragment: string): AtlasRoute {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [view, ...rest] = path.split('/');
  const known = CHOICE_VIEWS.find((each) => each === view);
  if (known) return { view: known, choices: Object.fromEntries(new URLSearchParams(query)) };
  switch (view) {
    case 'library': {
      const panel = rest[0] === 'export' || rest[0] === 'import' ? rest[0] : null;
      return { view, panel };
    }
    case 'profile':
      return rest[0] ? { view, id: decoded(rest.join('/')) } : FIRST;
    default:
      return FIRST;
  }
}

/** The fragment that leads to a route. */
export function atlasFragment(route: AtlasRoute): string {
  switch (route.view) {
    case 'library':
      return route.panel ? `#/library/${route.panel}` : '#/library';
    case 'profile':
      return `#/profile/${route.id}`;
    default: {
      const query = new URLSearchParams(route.choices).toString();
      const legible = query.replaceAll('%2C', ',').replaceAll('%2F', '/');
      return `#/${route.view}${legible && `?${legible}`}`;
    }
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
