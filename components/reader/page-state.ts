import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import type { EntityBrief, HighlightPlace, PageReport } from '@/lib/model/views';

/** One entity the page names. */
export interface PageEntry {
  brief: EntityBrief;
  count: number;
  /** What else its mentions may mean. */
  rivals: EntityBrief[];
}

/** What the page names of one division, the most named first. */
export interface PageGroup {
  division: EntityBrief['division'];
  count: number;
  entries: PageEntry[];
}

/** Something that only menus, footers and the like of the page name. */
export interface AsideEntry {
  brief: EntityBrief;
  count: number;
}

export interface PageHighlight {
  highlight: Highlight;
  /** Absent when no frame of the page answers for it. */
  place: HighlightPlace | null;
}

/** What 'this page' shows. */
export type PageState =
  | { state: 'loading' }
  /** A page no extension may read: the browser's own, a store's, a PDF viewer. */
  | { state: 'closed' }
  /** A page of ours to mark that does not answer: opened before the extension was, or broken. */
  | { state: 'silent' }
  /** A site outside the default list that the reader may add, or asked for and did not get. */
  | { state: 'unmarked'; host: string; site: string; origin: string; refused: boolean }
  | {
      state: 'open';
      host: string;
      reading: boolean;
      /** What the page needs to be marked could not be had; it asks again. */
      failed: boolean;
      paused: boolean;
      /** It sees nothing of what the reader kept there, and of their own entries. */
      hidesMine: boolean;
      /** The division the site speaks for. */
      home: EntityBrief | null;
      /** The document whose own page this is. */
      document: EntityBrief | null;
      groups: PageGroup[];
      asides: AsideEntry[];
      highlights: PageHighlight[];
    };

/** The reports of a page's frames as one: counts add up, rivals join, highlights are found or not. */
export function mergeReports(reports: PageReport[]): PageReport | null {
  const [top, ...frames] = reports;
  if (!top) return null;
  const entities = new Map<EntityId, PageReport['entities'][number]>();
  for (const entity of reports.flatMap((report) => report.entities)) {
    const seen = entities.get(entity.id);
    entities.set(entity.id, {
      ...entity,
      count: entity.count + (seen?.count ?? 0),
      aside: entity.aside + (seen?.aside ?? 0),
      rivals: [...new Set([...(seen?.rivals ?? []), ...entity.rivals])],
    });
  }
  const places = new Map<string, HighlightPlace>();
  for (const place of reports.flatMap((report) => report.highlights)) {
    const seen = places.get(place.id);
    if (!seen || RANK[place.state] < RANK[seen.state]) places.set(place.id, place);
  }
  return {
    ...top,
    entities: [...entities.values()],
    highlights: [...places.values()],
    state: frames.some((frame) => frame.state === 'reading') ? 'reading' : top.state,
  };
}

/** A highlight belongs to the frame that knows most of it. */
const RANK = { found: 0, ambiguous: 1, looking: 2, missing: 3 } as const;

/**
 * Groups what a page names by division: the page's own division first, then by how often each is
 * named, the national level last among equals. Within a group the division itself leads.
 */
export function groupByDivision(
  entities: PageReport['entities'],
  briefs: Map<EntityId, EntityBrief>,
  home: EntityId | null,
): PageGroup[] {
  const groups = new Map<EntityId, PageGroup>();
  for (const { id, count: all, aside, rivals } of entities) {
    const brief = briefs.get(id);
    const count = all - aside;
    if (!brief || count === 0) continue;
    const group = groups.get(brief.division.id) ?? {
      division: brief.division,
      count: 0,
      entries: [],
    };
    group.count += count;
    group.entries.push({
      brief,
      count,
      rivals: rivals.flatMap((rival) => briefs.get(rival) ?? []),
    });
    groups.set(brief.division.id, group);
  }
  for (const group of groups.values()) {
    group.entries.sort(
      (a, b) =>
        Number(b.brief.kind === 'division') - Number(a.brief.kind === 'division') ||
        b.count - a.count,
    );
  }
  const leads = (group: PageGroup) => (group.division.id === home ? 2 : 0);
  const trails = (group: PageGroup) => (group.division.id === 'CN' ? 1 : 0);
  return [...groups.values()].sort(
    (a, b) => leads(b) - leads(a) || b.count - a.count || trails(a) - trails(b),
  );
}

/** What the page names in menus, footers and the like alone, the most named first. */
export function namedAside(
  entities: PageReport['entities'],
  briefs: Map<EntityId, EntityBrief>,
): AsideEntry[] {
  return entities
    .flatMap(({ id, count, aside }) => {
      const brief = briefs.get(id);
      return brief && count === aside ? [{ brief, count }] : [];
    })
    .sort((a, b) => b.count - a.count);
}

/** One frame of a page and what it answered. */
export interface FrameReport {
  frameId: number;
  report: PageReport;
}

/**
 * Which frame holds the nth mention (0-based, counted through all frames) of an entity, and which
 * one it is there; past the last it begins again. Null when no frame names it.
 */
export function frameOfMention(
  frames: FrameReport[],
  id: EntityId,
  nth: number,
): { frameId: number; nth: number } | null {
  const counts = frames.map(({ frameId, report }) => ({
    frameId,
    count: report.entities.find((entity) => entity.id === id)?.count ?? 0,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  let left = nth % total;
  for (const { frameId, count } of counts) {
    if (left < count) return { frameId, nth: left };
    left -= count;
  }
  return null;
}
