import { readFileSync } from 'node:fs';
import type { ChromiumBrowser } from '@/tests/browser/driver/chromium';
import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import { makeArticle, servePage } from './article';
import { type BenchOptions, type BenchPart, plainLine } from './bench-line';
import { withBrowser } from './builds';
import { marked, openAtRest, pause, startMarking, startNothing } from './page-run';
import { median } from './scan-measure';
import { traced } from './trace';

const MB = 1024 * 1024;

/** What only this process holds, in MB. Linux. */
function privateMemory(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return (kb('Private_Clean') + kb('Private_Dirty') + kb('Swap')) / 1024;
}

interface Heap {
  /** JavaScript's heap after collection, MB: all scripts of the page, ours too. */
  js: number;
  /** The process, MB. */
  process: number;
}

async function heapOf(tab: ChromiumTab, pid: number): Promise<Heap> {
  const session = await tab.page.context().newCDPSession(tab.page);
  for (let i = 0; i < 3; i++) {
    await session.send('HeapProfiler.collectGarbage');
    await pause(150);
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { js: usedSize / MB, process: privateMemory(pid) };
}

/** What is done to a page, until it is done. */
type Work = (browser: ChromiumBrowser, tab: ChromiumTab, url: string) => Promise<unknown>;

const mark: Work = async (browser, tab, url) => {
  await startMarking(browser, url);
  await marked(tab);
};

const doNothing: Work = async (browser, _, url) => {
  await startNothing(browser, url);
  await pause(1000);
};

/** Memory of a page after the work over that before. */
async function growthOf(units: number, work: Work, rounds: number, build: string): Promise<Heap[]> {
  const body = await makeArticle(units);
  const grown: Heap[] = [];
  await withBrowser('chromium', build, async (browser) => {
    for (let round = 0; round < rounds; round++) {
      const url = servePage(browser, body);
      const tab = (await openAtRest(browser, url)) as ChromiumTab;
      const { pid } = await traced(tab, async () => {});
      const before = await heapOf(tab, pid);
      await work(browser, tab, url);
      const after = await heapOf(tab, pid);
      grown.push({ js: after.js - before.js, process: after.process - before.process });
      await tab.close();
    }
  });
  return grown;
}

/** One tab through many pages: memory after each stretch. */
async function tour(pages: number, build: string): Promise<{ tab: number[]; worker: number[] }> {
  const body = await makeArticle(20_000);
  const seen = { tab: [] as number[], worker: [] as number[] };
  await withBrowser('chromium', build, async (browser) => {
    const tab = (await browser.open(servePage(browser, body))) as ChromiumTab;
    const { pid } = await traced(tab, async () => {});
    for (let page = 1; page <= pages; page++) {
      await tab.goto(servePage(browser, body));
      await tab.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const look = () =>
              CSS.highlights.size > 0 ? resolve() : void requestAnimationFrame(look);
            look();
          }),
      );
      if (page % Math.round(pages / 5) !== 0) continue;
      await pause(500);
      seen.tab.push((await heapOf(tab, pid)).js);
      seen.worker.push(
        await browser.inExtension(() => {
          const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
          return (memory?.usedJSHeapSize ?? 0) / 1048576;
        }),
      );
    }
  });
  return seen;
}

/** What pages hold because of us. */
export async function memory({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const rounds = quick ? 1 : 3;
  const large = await growthOf(quick ? 100_000 : 1_000_000, mark, rounds, builds.atCall);
  const small = await growthOf(32_000, mark, rounds, builds.atCall);
  const nothing = await growthOf(32_000, doNothing, rounds, builds.atCall);
  const pages = quick ? 20 : 300;
  const { tab } = await tour(pages, builds.asBuilt);
  const js = (heaps: Heap[]) => median(heaps.map((heap) => heap.js)).toFixed(1);
  return {
    lines: [
      plainLine({
        what: 'memory of a marked page of 1 M units over the unmarked, private to the process',
        values: large.map((heap) => heap.process),
        bar: 8,
        unit: 'MB',
        note: `JavaScript's heap: ${js(large)} MB; a script that does nothing: ${median(nothing.map((heap) => heap.process)).toFixed(1)} MB`,
      }),
      plainLine({
        what: 'the same, typical page of 100 kB',
        values: small.map((heap) => heap.process),
        bar: null,
        unit: 'MB',
        note: `JavaScript's heap: ${js(small)} MB; two hundred such tabs hold two hundred times that`,
      }),
      {
        ...plainLine({
          what: `one tab, ${pages} pages: growth of its heap from the first fifth to the last`,
          values: [(tab.at(-1) as number) - (tab[0] as number)],
          bar: 0.5,
          unit: 'MB',
        }),
        absolute: tab.map((mb) => mb.toFixed(1)).join(', '),
      },
    ],
  };
}
