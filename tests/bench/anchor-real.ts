/**
 * How surely a highlight is found again after edits that real editors made, beside Hypothesis's
 * approach with its own contexts: `npx tsx tests/bench/anchor-real.ts [file]`. The edits are no part of
 * the project; they lie beside it, as lines of JSON: a document before and after, and where each of its
 * passages stands now. Without them there is nothing to measure, and that is said.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { createAnchorer } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import type { Span } from '@/lib/model/span';
import { anchorAsHypothesis, describeAsHypothesis } from './anchor-hypothesis';

const FILE = '../shared/edits/real-edits-dev.jsonl.gz';
/** Most units by which an edge may be off where the passage itself changed, and the share of it. */
const SLACK_UNITS = 3;
const SLACK_SHARE = 0.2;

const pair = v.object({
  old: v.string(),
  new: v.string(),
  cases: v.array(
    v.object({
      a: v.number(),
      b: v.number(),
      /** What the edit did to the passage. */
      cls: v.string(),
      /** Where it stands now; null where it was deleted. */
      t: v.nullable(v.tuple([v.number(), v.number()])),
    }),
  ),
});
type Case = v.InferOutput<typeof pair>['cases'][number];
type Verdict = 'right' | 'edge' | 'wrong' | 'missing';

const bare = (text: string) => text.replace(/[\s\u200b]/gu, '');

function judge(found: Span | null, text: string, { a, b, cls, t }: Case): Verdict {
  if (!found) return t ? 'missing' : 'right';
  if (!t) return 'wrong';
  const [start, end] = t;
  const shared = Math.min(found.end, end) - Math.max(found.start, start);
  if (shared <= 0) return 'wrong';
  const off = (x: number, y: number) => bare(text.slice(Math.min(x, y), Math.max(x, y))).length;
  const slack = cls === 'intact' ? 0 : Math.max(SLACK_UNITS, Math.floor(SLACK_SHARE * (b - a)));
  if (off(found.start, start) <= slack && off(found.end, end) <= slack) return 'right';
  return shared * 2 > end - start ? 'edge' : 'wrong';
}

const newTally = () => ({ right: 0, edge: 0, wrong: 0, missing: 0 });
const rows = new Map<
  string,
  { cases: number; ours: Record<Verdict, number>; theirs: Record<Verdict, number> }
>();

function run(line: string): void {
  const { old, new: now, cases } = v.parse(pair, JSON.parse(line));
  const find = createAnchorer(now);
  for (const each of cases) {
    // Words that went and stand elsewhere: nobody can say whether they are the passage.
    if (each.cls.startsWith('deleted, words')) continue;
    const span = { start: each.a, end: each.b };
    const anchoring = find(describe(old, span));
    const ours = judge(anchoring.state === 'found' ? anchoring.span : null, now, each);
    const theirs = judge(anchorAsHypothesis(now, describeAsHypothesis(old, span)), now, each);
    const row = rows.get(each.cls) ?? { cases: 0, ours: newTally(), theirs: newTally() };
    row.cases++;
    row.ours[ours]++;
    row.theirs[theirs]++;
    rows.set(each.cls, row);
  }
}

const cells = (tally: Record<Verdict, number>, cases: number) =>
  `${((tally.right / cases) * 100).toFixed(2).padStart(8)} % ${Object.values(tally)
    .slice(1)
    .map((n) => String(n).padStart(8))
    .join('')}`;

const file = process.argv[2] ?? FILE;
if (!existsSync(file)) {
  console.log(`No real edits at ${file}: nothing was measured.`);
} else {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  for (const line of lines) run(line);
  console.log(
    'right, edge, wrong, missing; left GovGloss, right Hypothesis with contexts of its own',
  );
  for (const [cls, { cases, ours, theirs }] of [...rows].sort())
    console.log(
      `${cls.padEnd(16)}${String(cases).padStart(6)} ${cells(ours, cases)}   | ${cells(theirs, cases)}`,
    );
}
