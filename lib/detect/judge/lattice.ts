import { beginsWord, CLASS_COST, findNode, type Words } from '../words';
import { isWordUnit, type Window } from './window';

/** What comparing the two readings found. */
export interface Margin {
  /** Log odds (natural) of the reading with the name as a word against the best one that cuts it. */
  value: number;
  /** The word that crosses an edge of the name in the latter, for the reader of `--explain`. */
  crossing: string;
}

const NONE = Number.NEGATIVE_INFINITY;
/** Characters looked at on either side of the name: enough for the longest word and its rival. */
const REACH = 5;

/**
 * The two readings of the characters around a name, each as the most probable sequence of
 * dictionary words: one keeps the name whole, the other has a word that crosses one of its edges
 * (隆重|庆祝 against 隆|重庆|祝). A Viterbi pass with three states a place: name whole so far,
 * inside the name without having crossed, crossed.
 */
export class Lattice {
  private readonly whole = new Float64Array(64);
  private readonly inside = new Float64Array(64);
  private readonly crossed = new Float64Array(64);
  /** Start and end of the word by which the crossed state was first reached. */
  private readonly crossedBy = new Int32Array(64);

  constructor(private readonly words: Words) {}

  /** True when some dictionary word crosses an edge of the name: most names need no comparison. */
  mayCross(window: Window): boolean {
    const { start, end } = window;
    const crossesStart =
      isWordUnit(window.before(0)) &&
      this.crosses(window, start, Math.max(window.from, start - 3)) &&
      !window.isCounted();
    if (crossesStart) return true;
    return isWordUnit(window.after(0)) && this.crosses(window, end, Math.max(start + 1, end - 3));
  }

  /** True when a word that begins with the name's last character crosses its end. */
  mayCrossEnd(window: Window): boolean {
    return isWordUnit(window.after(0)) && this.crosses(window, window.end, window.end - 1);
  }

  /** True when some word begins with the two characters at `at` of the window. */
  beginsAt({ ids, to }: Window, at: number): boolean {
    return at + 1 < to && beginsWord(this.words, ids[at]!, ids[at + 1]!);
  }

  /** Log probability of the two characters at `at` as a word; minus infinity where there is none. */
  private pairCost({ ids, to }: Window, at: number): number {
    const id = ids[at]!;
    if (at + 1 >= to || id === 0) return NONE;
    const { first, levels } = this.words;
    const { nodes } = levels[0];
    const node = findNode(nodes, first[id]!, first[id + 1]!, ids[at + 1]!);
    const frequency = node < 0 ? 0 : nodes[node]! & 15;
    return frequency > 0 ? CLASS_COST[frequency]! : NONE;
  }

  /** True when the three characters at `at` are a word. */
  private isLongWord({ ids }: Window, at: number): boolean {
    const { first, levels } = this.words;
    const [{ nodes, childStart }, third] = levels;
    const node = findNode(nodes, first[ids[at]!]!, first[ids[at]! + 1]!, ids[at + 1]!);
    if (node < 0) return false;
    const last = findNode(third.nodes, childStart[node]!, childStart[node + 1]!, ids[at + 2]!);
    return last >= 0 && (third.nodes[last]! & 15) !== 0;
  }

  /** True when of the three characters at `at` the last two are likelier a word than the first two or all. */
  prefersNext(window: Window, at: number): boolean {
    const { single } = this.words;
    const { ids, to } = window;
    if (at + 2 >= to || ids[at] === 0 || ids[at + 2] === 0) return false;
    if (this.isLongWord(window, at)) return false;
    const apart = single[ids[at]!]! + single[ids[at + 1]!]!;
    const first = Math.max(this.pairCost(window, at), apart) + single[ids[at + 2]!]!;
    return single[ids[at]!]! + this.pairCost(window, at + 1) > first;
  }

  /** True when a word begins at `low` or later, before `edge`, ends after it and holds no whole name. */
  private crosses({ ids, start, end, to }: Window, edge: number, low: number): boolean {
    const { first, levels } = this.words;
    for (let at = edge - 1; at >= low; at--) {
      const id = ids[at]!;
      if (id === 0) return false;
      let from = first[id]!;
      let before = first[id + 1]!;
      for (let depth = 0; depth < levels.length && from < before; depth++) {
        const last = at + depth + 1;
        if (last >= to) break;
        const { nodes, childStart } = levels[depth]!;
        const node = findNode(nodes, from, before, ids[last]!);
        if (node < 0) break;
        const isWord = (nodes[node]! & 15) !== 0;
        if (isWord && last >= edge && !(at <= start && last + 1 >= end)) return true;
        from = childStart[node]!;
        before = childStart[node + 1]!;
      }
    }
    return false;
  }

  /**
   * The same for the end of a long name only (政务服务|网上 against 政务服务网|上): its last two
   * characters and what follows. Infinite when no word crosses the end.
   */
  compareEnd(window: Window): Margin {
    const { start, end, ids } = window;
    const low = Math.max(start, end - 2);
    if (low === start || !this.mayCrossEnd(window))
      return { value: Number.POSITIVE_INFINITY, crossing: '' };
    const cost = this.words.single[ids[low]!]! + this.words.single[ids[low + 1]!]!;
    window.start = low;
    const margin = this.compare(window, cost, 0);
    window.start = start;
    return margin;
  }

  /** The same as compare() for what stands before the name only: 泰山|东 against 山东. */
  compareStart(window: Window, nameCost: number): Margin {
    const { to } = window;
    window.to = window.end;
    const margin = this.compare(window, nameCost);
    window.to = to;
    return margin;
  }

  /** Compares the readings; `nameCost` is the log probability of the name as a word. */
  compare(window: Window, nameCost: number, reachLeft = REACH): Margin {
    const { units, ids } = window;
    let from = window.start;
    const reach = window.isCounted() ? 0 : reachLeft;
    while (from > window.from && window.start - from < reach && isWordUnit(units[from - 1]!))
      from--;
    let to = window.end;
    while (to < window.to && to - window.end < REACH && isWordUnit(units[to]!)) to++;
    const { whole, inside, crossed, crossedBy, words } = this;
    const length = to - from;
    // A dozen numbers: a call of fill() for each array takes longer.
    for (let at = 0; at <= length; at++) whole[at] = inside[at] = crossed[at] = NONE;
    whole[0] = 0;
    const start = window.start - from;
    const end = window.end - from;
    for (let at = 0; at < length; at++) {
      if (at === start) whole[end] = whole[at]! + nameCost;
      const id = ids[from + at]!;
      this.step(at, at + 1, words.single[id]!, start, end);
      let low = words.first[id]!;
      let high = id === 0 ? low : words.first[id + 1]!;
      for (let depth = 0; depth < 3 && low < high && at + depth + 2 <= length; depth++) {
        const level = words.levels[depth]!;
        const node = findNode(level.nodes, low, high, ids[from + at + depth + 1]!);
        if (node < 0) break;
        const frequency = level.nodes[node]! & 15;
        if (frequency > 0) this.step(at, at + depth + 2, CLASS_COST[frequency]!, start, end);
        low = level.childStart[node]!;
        high = level.childStart[node + 1]!;
      }
    }
    const by = crossedBy[length]!;
    // Two to four characters: a view of the array to spread costs more than the comparison.
    let crossing = '';
    for (let at = by >> 8; at < (by & 255); at++)
      crossing += String.fromCharCode(units[from + at]!);
    return { value: whole[length]! - crossed[length]!, crossing };
  }

  /** Lets a word from `at` to `next` (cost in log probability) go on from all states it may. */
  private step(at: number, next: number, cost: number, start: number, end: number): void {
    const { whole, inside, crossed, crossedBy } = this;
    if (at <= start && next >= end) {
      // 北京城, 上海滩: such a word has the name in it whole.
      if (at === start) whole[next] = Math.max(whole[next]!, whole[at]! + cost);
      return;
    }
    const crosses = (at < start && next > start) || (at < end && next > end);
    const within = at >= start && next <= end;
    const reached = crossed[at]! + cost;
    if (reached > crossed[next]!) {
      crossed[next] = reached;
      crossedBy[next] = crossedBy[at]!;
    }
    if (crosses) {
      const before = Math.max(whole[at]!, inside[at]!) + cost;
      if (before > crossed[next]!) {
        crossed[next] = before;
        crossedBy[next] = (at << 8) | next;
      }
    } else if (within) {
      const before = (at === start ? whole[at]! : inside[at]!) + cost;
      if (before > inside[next]!) inside[next] = before;
    } else whole[next] = Math.max(whole[next]!, whole[at]! + cost);
  }
}
