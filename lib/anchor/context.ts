import { PAGE_END, PAGE_START } from './normal-text';

/** Units of a run: shorter agreements say little, as 人民政府 or "tion" stand everywhere. */
const GRAM_UNITS = 4;
/** Places of one gram in a context that are followed; of more, a repetition, these say as much. */
const MAX_PLACES = 8;
/** Units that may have been put in beside a quote with its context still recognised behind them. */
export const WIDE_UNITS = 768;
/** The same where only what stands right at a place is asked for. */
export const NEAR_UNITS = 64;

/** What to be the first or the last thing on a page counts, in units: as much as two words. */
const PAGE_EDGE_UNITS = 8;
const PAGE_EDGE = new RegExp(`[${PAGE_START}${PAGE_END}]{${PAGE_EDGE_UNITS},}`);

/** A stretch that context and page have in common, by its distance from the edge of the quote in each. */
interface Run {
  inContext: number;
  inPage: number;
  units: number;
}

/** How much of a context stands beside a place, and how far from it its nearest stretch is. */
export interface Standing {
  units: number;
  gap: number;
}

/** One side's stored context, ready to be looked for beside any number of places. */
export class Context {
  private readonly places = new Map<string, number[]>();
  /** The context as read away from the quote. */
  private readonly units: string;

  constructor(
    context: string,
    private readonly side: 'before' | 'after',
  ) {
    const away = side === 'before' ? reversed(context) : context;
    this.units = away.replace(PAGE_EDGE, (edge) => edge.slice(0, PAGE_EDGE_UNITS));
    for (let at = 0; at + GRAM_UNITS <= this.units.length; at++) {
      const gram = this.units.slice(at, at + GRAM_UNITS);
      const known = this.places.get(gram);
      if (!known) this.places.set(gram, [at]);
      else if (known.length < MAX_PLACES) known.push(at);
    }
  }

  /** Units of it there are. */
  get length(): number {
    return this.units.length;
  }

  /**
   * Units of the context that stand beside `edge` in their order, less what it costs to explain
   * what was put in or taken out between them: 0 where nothing of it is there. Where they come
   * nearest to the edge is `gap` units away from it. Up to `slack` more units than the context has
   * are looked at. What stands `ownShift` units nearer to the
   * edge than in the context is left out.
   */
  standing(text: string, edge: number, slack: number, ownShift?: number): Standing {
    const reach = this.units.length + slack;
    const page =
      this.side === 'after'
        ? text.slice(edge, edge + reach)
        : reversed(text.slice(Math.max(0, edge - reach), edge));
    const runs = this.runs(page);
    const foreign = ({ inContext, inPage }: Run) => inContext - inPage !== ownShift;
    return best(ownShift === undefined ? runs : runs.filter(foreign));
  }

  private runs(page: string): Run[] {
    const runs: Run[] = [];
    const first = runLength(this.units, page, 0, 0);
    if (first > 0) runs.push({ inContext: 0, inPage: 0, units: first });
    for (let inPage = 0; inPage + GRAM_UNITS <= page.length; inPage++) {
      for (const inContext of this.places.get(page.slice(inPage, inPage + GRAM_UNITS)) ?? []) {
        const goesOn =
          inContext > 0 && inPage > 0 && this.units[inContext - 1] === page[inPage - 1];
        if (goesOn || (inContext === 0 && inPage === 0)) continue;
        const units = runLength(this.units, page, inContext, inPage);
        runs.push({ inContext, inPage, units });
      }
    }
    return runs;
  }
}

/** The most that runs amount to which stand in one order in both: each is followed by one further out. */
function best(runs: readonly Run[]): Standing {
  const chains: Standing[] = [];
  let most: Standing = { units: 0, gap: 0 };
  for (const [i, run] of runs.entries()) {
    const shift = run.inContext - run.inPage;
    const chain = { units: run.units - costOfShift(shift), gap: run.inPage };
    for (let j = 0; j < i; j++) {
      const nearer = runs[j]!;
      const overlap = Math.max(
        0,
        nearer.inContext + nearer.units - run.inContext,
        nearer.inPage + nearer.units - run.inPage,
      );
      if (overlap >= run.units) continue;
      const cost = costOfShift(shift - (nearer.inContext - nearer.inPage));
      const units = chains[j]!.units + run.units - overlap - cost;
      if (units > chain.units) Object.assign(chain, { units, gap: chains[j]!.gap });
    }
    chains.push(chain);
    if (chain.units > most.units) most = chain;
  }
  return most;
}

/** What it costs, in units, that so many were put in or taken out: any number is one edit, a large one a rare one. */
function costOfShift(shift: number): number {
  return shift === 0 ? 0 : 1 + Math.log2(1 + Math.abs(shift));
}

function runLength(context: string, page: string, inContext: number, inPage: number): number {
  const limit = Math.min(context.length - inContext, page.length - inPage);
  let units = 0;
  while (
    units < limit &&
    context.charCodeAt(inContext + units) === page.charCodeAt(inPage + units)
  ) {
    units++;
  }
  return units;
}

function reversed(text: string): string {
  let reverse = '';
  for (let at = text.length - 1; at >= 0; at--) reverse += text[at];
  return reverse;
}
