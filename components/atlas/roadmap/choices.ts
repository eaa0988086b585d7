import type { EntityId } from '@/lib/model/entity';
import { nameKey } from '@/lib/text/name-key';
import { ARTICLE_2020 } from '../article-2020';
import type { Choices } from '../atlas-route';
import { type Entry, ROADMAP_KINDS, type RoadmapKind } from './entries';
import type { TimeSpan } from './view';

/** Rankings and figures are a second look. */
const AT_FIRST: readonly RoadmapKind[] = ['platform', 'event', 'policy'];

/** What of the roadmap is shown; its address says it. */
export interface RoadmapChoices {
  divisions: readonly EntityId[];
  kinds: readonly RoadmapKind[];
  words: string;
  /** In years; null for all of it. */
  span: TimeSpan | null;
  /** The key of the entry whose card is open. */
  open: string | null;
}

export function parseRoadmapChoices(given: Choices): RoadmapChoices {
  const [from = Number.NaN, to = Number.NaN] = (given.t ?? '').split('-').map(Number);
  const kinds = given.k?.split(',');
  return {
    divisions: given.d === undefined ? ARTICLE_2020 : given.d.split(',').filter(Boolean),
    kinds: kinds ? ROADMAP_KINDS.filter((kind) => kinds.includes(kind)) : AT_FIRST,
    words: given.q ?? '',
    span: from < to ? { from, to } : null,
    open: given.on ?? null,
  };
}

export function roadmapChoices(of: RoadmapChoices): Choices {
  const { divisions, kinds, words, span, open } = of;
  return {
    ...(divisions.join() === ARTICLE_2020.join() ? {} : { d: divisions.join(',') }),
    ...(kinds.join() === AT_FIRST.join() ? {} : { k: kinds.join(',') }),
    ...(words ? { q: words } : {}),
    ...(span ? { t: `${span.from.toFixed(2)}-${span.to.toFixed(2)}` } : {}),
    ...(open ? { on: open } : {}),
  };
}

/** The entries of the chosen kinds that speak of every word. */
export function filterEntries(
  entries: readonly Entry[],
  { kinds, words }: Pick<RoadmapChoices, 'kinds' | 'words'>,
): Entry[] {
  const wanted = words.split(/\s+/).map(nameKey).filter(Boolean);
  return entries.filter(
    (entry) =>
      kinds.includes(entry.kind) &&
      (wanted.length === 0 || speaksOf(nameKey(`${entry.label} ${entry.text}`), wanted)),
  );
}

function speaksOf(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
