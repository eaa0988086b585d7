import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { BenchLine, BenchOptions, BenchPart } from './bench-line';
import type { DetectCost } from './detect';
import { type BenchRow, median, medianRatio } from './scan-measure';

/** A bare loop slower than this was not compiled, or had not the core to itself. */
const USUAL_LOOP_NS = 3;

/** What a bench prints that runs in a process of its own: nothing else may warm or litter its heap. */
function output(file: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, file), ...args],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${file} ended with ${code}`)),
    );
  });
}

function lineOf(row: BenchRow): BenchLine {
  const { what, against, bar, direction, ratio, oursNs, theirsNs, note } = row;
  const loaded = against.startsWith('bare') && theirsNs > USUAL_LOOP_NS;
  return {
    what,
    against,
    figure: ratio,
    bar,
    direction,
    unit: '×',
    absolute: `${oursNs.toFixed(2)} ns against ${theirsNs.toFixed(2)} ns a unit`,
    note: loaded && !note.includes('slower') ? `measured under load; ${note}` : note,
  };
}

/** Parts of scan.ts. Those with a bar are run in several processes: each compiles its own way. */
const SCAN_PARTS = ['news', 'few', 'sentences', 'many', 'worst', 'worst-many', 'peers'];
const WITH_BAR = new Set(['news', 'few', 'many']);
const PROCESSES = 5;

async function rowsOf(part: string): Promise<BenchRow[]> {
  const printed = (await output('scan.ts', part)).trim();
  return printed === '' ? [] : printed.split('\n').map((row) => JSON.parse(row));
}

/** The row with the middle ratio of those that several processes give, of those with a usual loop if there are. */
async function middleRow(part: string, processes: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (let i = 0; i < processes; i++) rows.push(...(await rowsOf(part)));
  const usual = rows.filter(({ theirsNs }) => theirsNs <= USUAL_LOOP_NS);
  const kept = (usual.length > 0 ? usual : rows).sort((a, b) => a.ratio - b.ratio);
  return kept.slice(kept.length >> 1, (kept.length >> 1) + 1);
}

async function costOf(part: 'scan' | 'detect'): Promise<DetectCost> {
  return JSON.parse(await output('detect.ts', part));
}

/** Whole detection beside scanning, in turn. */
async function wholeRow(processes: number): Promise<BenchRow> {
  const scans: DetectCost[] = [];
  const wholes: DetectCost[] = [];
  for (let i = 0; i < processes; i++) {
    scans.push(await costOf('scan'));
    wholes.push(await costOf('detect'));
  }
  const ns = (costs: DetectCost[]) => costs.map((cost) => cost.ns);
  return {
    what: 'whole detection (fold, scan, judge, link) on news',
    against: 'scan alone',
    bar: 2,
    direction: 'at-most',
    ratio: medianRatio(ns(wholes), ns(scans)),
    oursNs: median(ns(wholes)),
    theirsNs: median(ns(scans)),
    note: `${wholes[0]!.found} mentions`,
  };
}

/** Scanning beside the bare loop and its peers; whole detection beside scanning. */
export async function detection({ quick }: BenchOptions): Promise<BenchPart> {
  const processes = quick ? 1 : PROCESSES;
  const rows: BenchRow[] = [];
  for (const part of SCAN_PARTS)
    rows.push(...(WITH_BAR.has(part) ? await middleRow(part, processes) : await rowsOf(part)));
  rows.push(await wholeRow(processes));
  return { lines: rows.map(lineOf) };
}

/** How surely highlights are found again; a table of its own. */
export async function anchoring({ quick }: BenchOptions): Promise<BenchPart> {
  const text = await output('anchor.ts', quick ? '200' : '2000');
  return { lines: [], text };
}
