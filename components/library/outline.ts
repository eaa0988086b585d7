import { HIGHLIGHT_COLOURS, type Highlight } from '@/lib/model/highlight';
import {
  divisionOfId,
  FACETS,
  type Facet,
  type LibraryFilter,
  type Order,
  valuesOf,
} from './filter';

/** One value of a facet with the number of highlights that have it. */
export interface FacetGroup {
  key: string;
  count: number;
}

/**
 * What is known of the library without reading a record: which highlights there are, in the order in
 * which they were kept, and what groups they form. A highlight's rank is its place in that order;
 * lists of ranks ascend. One that is deleted leaves its rank free, for when it is put back.
 */
export class Outline {
  /** Another when an order or a group is another than before. */
  version = 0;
  readonly #ids: string[];
  readonly #ranks = new Map<string, number>();
  readonly #gone = new Set<number>();
  readonly #groups = new Map<Facet, Map<string, number[]>>();
  /** Places on their pages, by rank; none for what has no known place. */
  #places: Map<number, number> | null = null;
  #newest: string;

  /**
   * @param ids oldest first
   * @param newest when the last of them was kept, ISO 8601; '' where there is none
   */
  constructor(ids: readonly string[], newest: string) {
    this.#ids = [...ids];
    this.#newest = newest;
    for (const [rank, id] of ids.entries()) this.#ranks.set(id, rank);
  }

  /** Highlights in all. */
  get count(): number {
    return this.#ids.length - this.#gone.size;
  }

  /** What is to be told by `divide` before the facet can be asked for. */
  isDivided(facet: Facet): boolean {
    return this.#groups.has(facet);
  }

  /** Takes in the groups of a facet; those of entities are those of divisions too. */
  divide(facet: Exclude<Facet, 'division'>, groups: ReadonlyMap<string, readonly string[]>): void {
    this.version++;
    this.#groups.set(facet, ranked(groups, this.#ranks));
    if (facet !== 'entity') return;
    const divisions = new Map<string, Set<string>>();
    for (const [entity, ids] of groups) {
      const division = divisionOfId(entity);
      const there = divisions.get(division) ?? new Set();
      for (const id of ids) there.add(id);
      divisions.set(division, there);
    }
    this.#groups.set('division', ranked(divisions, this.#ranks));
  }

  get isPlaced(): boolean {
    return this.#places !== null;
  }

  /** Takes in the order in which highlights stand on their pages. */
  place(ids: readonly string[]): void {
    this.version++;
    this.#places = new Map();
    for (const [place, id] of ids.entries()) {
      const rank = this.#ranks.get(id);
      if (rank !== undefined) this.#places.set(rank, place);
    }
  }

  idOf(rank: number): string {
    return this.#ids[rank] ?? '';
  }

  has(id: string): boolean {
    const rank = this.#ranks.get(id);
    return rank !== undefined && !this.#gone.has(rank);
  }

  rankOf(id: string): number | undefined {
    return this.#ranks.get(id);
  }

  /**
   * What the picked values let through, and the search.
   * @param found what has the words that are looked for; null when none are
   * @param except this facet is left out
   */
  fitting(
    picked: LibraryFilter['picked'],
    found: ReadonlySet<number> | null,
    except?: Facet,
  ): number[] {
    const groups = FACETS.flatMap((facet) => {
      const key = picked[facet];
      return key === undefined || facet === except ? [] : [this.#groups.get(facet)?.get(key) ?? []];
    });
    const [first = this.#all(), ...others] = groups.sort((a, b) => a.length - b.length);
    const sets = others.map((ranks) => new Set(ranks));
    if (found) sets.push(new Set(found));
    return sets.length === 0 ? first : first.filter((rank) => sets.every((set) => set.has(rank)));
  }

  /**
   * The values of a facet among these with their counts: colours in their own order, times and pages
   * the newest first, the others by how many there are.
   */
  groupsAmong(ranks: readonly number[], facet: Facet): FacetGroup[] {
    const among = new Uint8Array(this.#ids.length);
    for (const rank of ranks) among[rank] = 1;
    const groups: (FacetGroup & { newest: number })[] = [];
    for (const [key, members] of this.#groups.get(facet) ?? []) {
      let [count, newest] = [0, -1];
      for (const rank of members) {
        if (among[rank] === 0) continue;
        count++;
        newest = rank;
      }
      if (count > 0) groups.push({ key, count, newest });
    }
    switch (facet) {
      case 'colour': {
        const place = ({ key }: FacetGroup) => HIGHLIGHT_COLOURS.map(String).indexOf(key);
        groups.sort((a, b) => place(a) - place(b));
        break;
      }
      case 'month':
      case 'day':
      case 'page':
        groups.sort((a, b) => b.newest - a.newest);
        break;
      default:
        groups.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
    }
    return groups.map(({ key, count }) => ({ key, count }));
  }

  /** Every value there is of a facet. */
  valuesOf(facet: Facet): string[] {
    return [...(this.#groups.get(facet)?.keys() ?? [])];
  }

  /** How many highlights have a value of a facet; 0 before it is divided. */
  countOf(facet: Facet, key: string): number {
    return this.#groups.get(facet)?.get(key)?.length ?? 0;
  }

  /** The newest highlight of a group, by which a page is named. */
  newestOf(facet: Facet, key: string): string | undefined {
    const newest = this.#groups.get(facet)?.get(key)?.at(-1);
    return newest === undefined ? undefined : this.#ids[newest];
  }

  /** Ids in the chosen order. `page`: the page kept from last first, its highlights as they stand on it. */
  ordered(ranks: readonly number[], order: Order): string[] {
    const ids = (some: readonly number[]) => some.map((rank) => this.idOf(rank));
    if (order === 'oldest') return ids(ranks);
    if (order === 'newest') return ids(ranks).reverse();
    const place = (rank: number) => this.#places?.get(rank) ?? -1;
    const among = new Set(ranks);
    return this.groupsAmong(ranks, 'page').flatMap(({ key }) => {
      const onPage = this.#groups.get('page')?.get(key) ?? [];
      return ids(onPage.filter((rank) => among.has(rank)).sort((a, b) => place(a) - place(b)));
    });
  }

  /**
   * Takes in a highlight as it is now; false where the outline is to be made anew: one came that is not
   * the newest.
   */
  take(highlight: Highlight): boolean {
    let rank = this.#ranks.get(highlight.id);
    if (rank === undefined) {
      if (highlight.createdAt < this.#newest) return false;
      rank = this.#ids.push(highlight.id) - 1;
      this.#ranks.set(highlight.id, rank);
      this.#newest = highlight.createdAt;
      this.#places = null;
      this.version++;
    }
    if (this.#gone.delete(rank)) this.version++;
    for (const [facet, groups] of this.#groups) {
      if (regroup(groups, rank, valuesOf(highlight, facet))) this.version++;
    }
    return true;
  }

  /** Leaves a deleted highlight out. */
  leave(id: string): void {
    const rank = this.#ranks.get(id);
    if (rank === undefined || this.#gone.has(rank)) return;
    this.version++;
    this.#gone.add(rank);
    for (const groups of this.#groups.values()) regroup(groups, rank, []);
  }

  #all(): number[] {
    const all = Array.from(this.#ids.keys());
    return this.#gone.size === 0 ? all : all.filter((rank) => !this.#gone.has(rank));
  }
}

/** Lists of ids as lists of ranks. */
function ranked(
  groups: ReadonlyMap<string, Iterable<string>>,
  ranks: ReadonlyMap<string, number>,
): Map<string, number[]> {
  const all = new Map<string, number[]>();
  for (const [key, ids] of groups) {
    const members: number[] = [];
    for (const id of ids) {
      const rank = ranks.get(id);
      if (rank !== undefined) members.push(rank);
    }
    all.set(
      key,
      members.sort((a, b) => a - b),
    );
  }
  return all;
}

/** Puts a rank into the groups of these values, and out of all others; false where it was so. */
function regroup(groups: Map<string, number[]>, rank: number, values: readonly string[]): boolean {
  const wanted = new Set(values);
  let isNew = false;
  for (const [key, members] of groups) {
    const isWanted = wanted.delete(key);
    if (isWanted === isAmong(members, rank)) continue;
    isNew = true;
    const others = members.filter((each) => each !== rank);
    groups.set(key, isWanted ? [...others, rank].sort((a, b) => a - b) : others);
  }
  for (const key of wanted) groups.set(key, [rank]);
  return isNew || wanted.size > 0;
}

function isAmong(members: readonly number[], rank: number): boolean {
  let [low, high] = [0, members.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((members[middle] ?? 0) < rank) low = middle + 1;
    else high = middle;
  }
  return members[low] === rank;
}
