import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import { makeArticle, servePage } from './article';
import type { BenchOptions, BenchPart } from './bench-line';
import { readableBuild, withBrowser } from './builds';
import { flame } from './flame';
import { marked, openAtRest, startMarking } from './page-run';

/** A function as it was called from one place, with all it called in turn. */
export interface Frame {
  name: string;
  /** Where it is written, from the project's root; '' for the browser's own. */
  file: string;
  /** Milliseconds, those of its children included. */
  ms: number;
  children: Frame[];
}

/** As DevTools gives it; times in µs. */
interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: number[];
  }[];
  samples?: number[];
  timeDeltas?: number[];
}

const ROOT = resolve(import.meta.dirname, '../..');
const SAMPLE_US = 100;
/** What is not script: nothing to do, or the browser's own work between tasks. */
const NOT_SCRIPT = new Set(['(idle)', '(program)']);
/** Files that are listed; the rest is said in one line. */
const LISTED = 14;

/** Answers for a line of the script which file it comes from: the bundler says so in comments. */
function fileOfLine(script: string): (line: number) => string {
  let file = '';
  const files = script.split('\n').map((line) => {
    const begins = /^\s*\/\/ (\S+\.\w+)$/.exec(line);
    // An entry of WXT's own stands for a file whose whole path it names.
    if (begins) file = begins[1]!.split(`${ROOT}/`).at(-1)!;
    return file;
  });
  return (line) => files[line] ?? '';
}

/** The samples as a tree; calls of one function from one place are one frame. */
function treeOf(
  { nodes, samples = [], timeDeltas = [] }: CpuProfile,
  file: (line: number) => string,
): Frame {
  const own = new Map<number, number>();
  for (const [i, id] of samples.entries()) own.set(id, (own.get(id) ?? 0) + timeDeltas[i]! / 1000);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const frameOf = (id: number): Frame => {
    const { callFrame, children = [] } = byId.get(id)!;
    const inside = children.map(frameOf).filter(({ name, ms }) => ms > 0 && !NOT_SCRIPT.has(name));
    const isOurs = callFrame.url.endsWith('page-session.js');
    return {
      name: callFrame.functionName || '(anonymous)',
      file: isOurs ? file(callFrame.lineNumber) : '',
      ms: (own.get(id) ?? 0) + inside.reduce((sum, { ms }) => sum + ms, 0),
      children: inside,
    };
  };
  return frameOf(nodes[0]!.id);
}

/** Several runs as one: frames of the same name and file under the same caller are added up. */
function merged(frames: readonly Frame[]): Frame {
  const groups = new Map<string, Frame[]>();
  for (const child of frames.flatMap(({ children }) => children)) {
    const key = `${child.name}\n${child.file}`;
    groups.set(key, [...(groups.get(key) ?? []), child]);
  }
  const children = [...groups.values()].map(merged).sort((a, b) => b.ms - a.ms);
  const { name, file } = frames[0]!;
  return { name, file, ms: frames.reduce((sum, { ms }) => sum + ms, 0), children };
}

/** Time spent in each file itself. */
function byFile(frame: Frame, into = new Map<string, number>()): Map<string, number> {
  const own = frame.ms - frame.children.reduce((sum, { ms }) => sum + ms, 0);
  const where = frame.file === '' ? frame.name.replace('(anonymous)', '(browser)') : frame.file;
  into.set(where, (into.get(where) ?? 0) + own);
  for (const child of frame.children) byFile(child, into);
  return into;
}

function table(root: Frame): string {
  const files = [...byFile(root)].filter(([, ms]) => ms > 0).sort((a, b) => b[1] - a[1]);
  const share = (ms: number) => `${((ms / root.ms) * 100).toFixed(1).padStart(5)} %`;
  const rest = files.slice(LISTED).reduce((sum, [, ms]) => sum + ms, 0);
  return [
    ...files.slice(0, LISTED).map(([file, ms]) => `${share(ms)}  ${file}`),
    `${share(rest)}  ${files.length - LISTED} others, none above ${share(files[LISTED]?.[1] ?? 0).trim()}`,
  ].join('\n');
}

/**
 * Where the script's time goes on a page from its start to its last mark: the same code with its
 * names kept, sampled. Shares, for sampling makes all of it slower.
 */
export async function profile({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const build = readableBuild(builds.atCall);
  const file = fileOfLine(readFileSync(join(build, 'chrome-mv3/page-session.js'), 'utf8'));
  const rounds = quick ? 1 : 5;
  const flames: Record<string, string> = {};
  const texts: string[] = [];
  await withBrowser('chromium', build, async (browser) => {
    for (const [name, page, units] of [
      ['flame-1m', 'page of 1 M units', 1_000_000],
      ['flame-100k', 'page of 100 kB', 32_000],
    ] as const) {
      const body = await makeArticle(units);
      const trees: Frame[] = [];
      for (let round = 0; round < rounds; round++) {
        const url = servePage(browser, body);
        const tab = (await openAtRest(browser, url)) as ChromiumTab;
        const session = await tab.page.context().newCDPSession(tab.page);
        await session.send('Profiler.enable');
        await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
        await session.send('Profiler.start');
        await startMarking(browser, url);
        await marked(tab);
        trees.push(treeOf((await session.send('Profiler.stop')).profile, file));
        await tab.close();
      }
      const root = merged(trees);
      const title = `Script on a ${page}, start to last mark: shares of ${rounds} runs`;
      flames[name] = flame(title, root);
      texts.push(`${title}, each file by itself\n\n${table(root)}`);
    }
  });
  return { lines: [], text: texts.join('\n\n'), flames };
}
