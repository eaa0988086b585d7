import { anchor } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import type { HighlightSelectors } from '@/lib/model/highlight';
import type { Span } from '@/lib/model/span';
import { type Case, type Expectation, makeCase } from './anchor-cases';
import { anchorAsHypothesis, describeAsHypothesis } from './anchor-hypothesis';
import { readCorpus } from './anchor-pages';
import { charactersOf } from './anchor-track';

/**
 * `right`: on the tracked words, within the slack of edits that touch an edge, or not found where
 * nothing is left. `edge`: on the words, but an edge is elsewhere. `wrong`: on other words.
 */
export type Outcome = 'right' | 'edge' | 'wrong' | 'ambiguous' | 'missing';
type Tally = Record<Outcome, number>;
export interface AnchorRow {
  expect: Expectation;
  /** An edit or a length of quote; '' for all of the expectation. */
  part: string;
  cases: number;
  ours: Tally;
  hypothesis: Tally;
}

function charactersBetween(text: string, a: number, b: number): number {
  return [...charactersOf(text.slice(Math.min(a, b), Math.max(a, b)))].length;
}

function judge(found: Span | null, { after, slack }: Case): Outcome {
  if (!found) return after.span ? 'missing' : 'right';
  if (!after.span) return 'wrong';
  const { start, end } = after.span;
  const startOff = charactersBetween(after.text, found.start, start) > slack.start;
  const endOff = charactersBetween(after.text, found.end, end) > slack.end;
  if (!startOff && !endOff) return 'right';
  const shared = Math.min(found.end, end) - Math.max(found.start, start);
  return shared * 2 > end - start ? 'edge' : 'wrong';
}

function judgeOurs(each: Case, selectors: HighlightSelectors): Outcome {
  const anchoring = anchor(each.after.text, selectors);
  if (anchoring.state === 'found') return judge(anchoring.span, each);
  if (!each.after.span) return 'right';
  return anchoring.state;
}

const newRow = (expect: Expectation, part: string): AnchorRow => ({
  expect,
  part,
  cases: 0,
  ours: tally(),
  hypothesis: tally(),
});

const tally = (): Tally => ({ right: 0, edge: 0, wrong: 0, ambiguous: 0, missing: 0 });

/** Runs `count` cases from `firstSeed` on; a row for each expectation, edit and length of quote. */
export function runCases(
  count: number,
  firstSeed: number,
  onBad: (seed: number, each: Case, outcome: Outcome) => void,
): AnchorRow[] {
  const corpus = readCorpus();
  const rows = new Map<string, AnchorRow>();
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const each = makeCase(seed, corpus);
    const selectors = describe(each.before.text, each.before.span);
    const ours = judgeOurs(each, selectors);
    const { before, after } = each;
    const kept = describeAsHypothesis(before.text, before.span);
    const theirs = judge(anchorAsHypothesis(after.text, kept), each);
    if (ours !== 'right') onBad(seed, each, ours);
    for (const part of ['', each.kind, `${each.selection} selected`, `on ${each.page}`]) {
      const key = `${each.expect} ${part}`;
      const row = rows.get(key) ?? newRow(each.expect, part);
      row.cases++;
      row.ours[ours]++;
      row.hypothesis[theirs]++;
      rows.set(key, row);
    }
  }
  const keys = [...rows.keys()].sort();
  return keys.flatMap((key) => rows.get(key) ?? []);
}
