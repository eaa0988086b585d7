/**
 * How surely a highlight is found again on an edited page, beside Hypothesis's published approach,
 * and what looking costs: `npx tsx tests/bench/anchor.ts [cases] [first seed]`. The same seeds and
 * dataset give the same table; seeds in which something was put on wrong words are named.
 */
import type { Expectation } from './anchor-cases';
import { costLines } from './anchor-cost';
import { type AnchorRow, type Outcome, runCases } from './anchor-run';

/** Least share found rightly, by what the edits left of the quote. */
const BARS: Record<Expectation, number> = { unchanged: 1, intact: 0.995, inside: 0.95, gone: 1 };
const SAID: Record<Expectation, string> = {
  unchanged: 'page unchanged',
  intact: 'quote left intact',
  inside: 'up to a fifth of the quote changed',
  gone: 'quote deleted (right: not put anywhere)',
};
const COLUMNS: readonly Outcome[] = ['right', 'edge', 'wrong', 'ambiguous', 'missing'];

function cells(tally: AnchorRow['ours'], cases: number): string {
  const share = `${((tally.right / cases) * 100).toFixed(2)} %`;
  const rest = COLUMNS.slice(1).map((outcome) => String(tally[outcome]).padStart(10));
  return share.padStart(10) + rest.join('');
}

function line({ expect, part, cases, ours, hypothesis }: AnchorRow): string {
  const name = part === '' ? `${SAID[expect]}, bar ${BARS[expect] * 100} %` : `  ${part}`;
  return `${name.padEnd(54)}${String(cases).padStart(6)} ${cells(ours, cases)}   |${cells(hypothesis, cases)}`;
}

const [count = 3000, firstSeed = 1] = process.argv.slice(2).map(Number);
const bad: string[] = [];
const rows = runCases(count, firstSeed, (seed, { kind, selection }, outcome) => {
  if (outcome === 'wrong') bad.push(`seed ${seed}: ${kind}, ${selection} selected`);
});
const heads = COLUMNS.map((column) => column.padStart(10)).join('');
console.log(`${count} edits from seed ${firstSeed}; left GovGloss, right Hypothesis's approach`);
console.log(`${'what the edit left'.padEnd(54)}${'edits'.padStart(6)} ${heads}   |${heads}`);
for (const row of rows) console.log(line(row));
console.log(`put on wrong words: ${bad.length === 0 ? 'none' : bad.join('; ')}`);
for (const cost of costLines()) console.log(cost);
