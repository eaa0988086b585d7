import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { BenchLine, BenchOptions, BenchPart } from './bench-line';
import type { BenchRow } from './scan-measure';

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

async function rowsOf(file: string): Promise<BenchPart> {
  const rows = (await output(file)).trim().split('\n');
  return { lines: rows.map((row) => lineOf(JSON.parse(row))) };
}

/** Scanning beside the bare loop and its peers; whole detection beside scanning. */
export async function detection(): Promise<BenchPart> {
  const [scans, whole] = [await rowsOf('scan.ts'), await rowsOf('detect.ts')];
  return { lines: [...scans.lines, ...whole.lines] };
}

/** How surely highlights are found again; a table of its own. */
export async function anchoring({ quick }: BenchOptions): Promise<BenchPart> {
  const text = await output('anchor.ts', quick ? '200' : '2000');
  return { lines: [], text };
}
