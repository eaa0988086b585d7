import type { ChromiumBrowser } from '@/tests/browser/driver/chromium';
import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import { makeArticle, servePage } from './article';
import {
  type BenchLine,
  type BenchOptions,
  type BenchPart,
  plainLine,
  ratioLine,
  timesLessLine,
} from './bench-line';
import { withBrowser } from './builds';
import { todaysGazetteer } from './gazetteers';
import { marked, openAtRest, pause, startMarking } from './page-run';
import { floor, loadPeer, PEERS, runPeer } from './peers';
import { median } from './scan-measure';
import { type Trace, traced } from './trace';

const MILLION = 1_000_000;

/** What is done to a page that has come to rest. */
interface Contender {
  name: string;
  prepare?(tab: ChromiumTab): Promise<void>;
  run(tab: ChromiumTab, url: string): Promise<void>;
}

function contenders(browser: ChromiumBrowser, names: readonly string[]): Contender[] {
  return [
    {
      name: 'floor',
      run: async (tab) => {
        await tab.evaluate(floor);
        await pause(1000);
      },
    },
    {
      name: 'GovGloss',
      run: async (tab, url) => {
        await startMarking(browser, url);
        await marked(tab);
      },
    },
    ...PEERS.map((peer) => ({
      name: peer.name,
      prepare: (tab: ChromiumTab) => loadPeer(tab, peer),
      run: async (tab: ChromiumTab) => {
        await runPeer(tab, peer, names);
        await pause(1000);
      },
    })),
  ];
}

async function sample(
  browser: ChromiumBrowser,
  body: string,
  { prepare, run }: Contender,
): Promise<Trace> {
  const url = servePage(browser, body);
  const tab = (await openAtRest(browser, url)) as ChromiumTab;
  await prepare?.(tab);
  const trace = await traced(tab, () => run(tab, url));
  await tab.close();
  return trace;
}

/** A page of a million units, from start to painted, beside the floor and the peers. */
export async function pageCost({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const body = await makeArticle(quick ? MILLION / 10 : MILLION);
  const names = (await todaysGazetteer()).forms;
  const rounds = quick ? 1 : 7;
  return withBrowser('chromium', builds.atCall, async (browser) => {
    const all = contenders(browser, names);
    const traces: Trace[][] = all.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (let step = 0; step < all.length; step++) {
        const index = (step + round) % all.length;
        traces[index]?.push(await sample(browser, body, all[index] as Contender));
      }
    const cost = (index: number) => (traces[index] as Trace[]).map(({ cpu }) => cpu);
    return { lines: costLines(all, cost, traces[1] as Trace[]) };
  });
}

function costLines(
  all: readonly Contender[],
  cost: (index: number) => number[],
  ours: readonly Trace[],
): BenchLine[] {
  const what = 'page of 1 M units, 5,000 text nodes: start to painted, main thread';
  const peers = all.slice(2).map(({ name }, i) => ({ name, times: cost(i + 2) }));
  const best = Math.min(...peers.map(({ times }) => median(times)));
  return [
    ratioLine({
      what,
      against: 'TreeWalker + bare loop, first run',
      ours: cost(1),
      theirs: cost(0),
      bar: 3,
      unit: 'ms',
      note: `of ours ${median(ours.map(({ rendering }) => rendering)).toFixed(1)} ms are rendering`,
    }),
    ...peers.map(({ name, times }, i) =>
      timesLessLine({
        what,
        against: name,
        ours: cost(1),
        theirs: times,
        bar: i === 0 ? 5 : median(times) === best ? 4 : null,
        unit: 'ms',
      }),
    ),
    plainLine({
      what: `longest task, ${what.split(':')[0]}, on the clock`,
      values: ours.map(({ tasks }) => Math.max(...tasks.map(({ wall }) => wall))),
      bar: 50,
      unit: 'ms',
    }),
  ];
}
