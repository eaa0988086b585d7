import type { FirefoxBrowser } from '@/tests/browser/driver/firefox';
import type { TestTab } from '@/tests/browser/driver/test-browser';
import { makeArticle, servePage } from './article';
import {
  type BenchOptions,
  type BenchPart,
  plainLine,
  ratioLine,
  timesLessLine,
} from './bench-line';
import { withBrowser } from './builds';
import { todaysGazetteer } from './gazetteers';
import { marked, openAtRest, pause, startMarking } from './page-run';
import { loadPeer, PEERS, runPeer, timedFloor } from './peers';
import { median } from './scan-measure';

interface Taken {
  /** Time the page did not have, ms on the clock. */
  total: number;
  /** The longest stretch of it. */
  longest: number;
}

/**
 * Sends the page messages to itself as fast as they arrive: what lies between two that are far
 * apart was taken from it. Firefox tells nobody how long its tasks are.
 */
function startMeter(): void {
  const GAP_MS = 1;
  const taken = { total: 0, longest: 0, isOver: false };
  Reflect.set(window, 'taken', taken);
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    const gap = now - last;
    last = now;
    if (gap > GAP_MS) {
      taken.total += gap;
      taken.longest = Math.max(taken.longest, gap);
    }
    if (!taken.isOver) port2.postMessage(0);
  };
  port2.postMessage(0);
}

async function measure(tab: TestTab, work: () => Promise<unknown>): Promise<Taken> {
  await tab.evaluate(startMeter);
  await pause(200);
  await tab.evaluate(() => Object.assign(Reflect.get(window, 'taken'), { total: 0, longest: 0 }));
  await work();
  return tab.evaluate(() => Object.assign(Reflect.get(window, 'taken') as Taken, { isOver: true }));
}

/** A page of a million units in Firefox, beside the floor and the peers. */
export async function firefoxCost({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const body = await makeArticle(quick ? 100_000 : 1_000_000);
  const names = (await todaysGazetteer()).forms;
  const rounds = quick ? 1 : 5;
  return withBrowser('firefox', builds.atCall, async (browser: FirefoxBrowser) => {
    const settle = () => pause(1200);
    // By its own clock: it is less than what the meter's idle time varies by.
    const floors: number[] = [];
    const all: { name: string; run(tab: TestTab, url: string): Promise<unknown> }[] = [
      { name: 'nothing', run: settle },
      {
        name: 'floor',
        run: async (tab) => {
          floors.push(await tab.evaluate(timedFloor));
          await settle();
        },
      },
      { name: 'GovGloss', run: (tab, url) => startMarking(browser, url).then(() => marked(tab)) },
      ...PEERS.map((peer) => ({
        name: peer.name,
        run: (tab: TestTab) => runPeer(tab, peer, names).then(settle),
      })),
    ];
    const taken: Taken[][] = all.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (const [index, { name, run }] of all.entries()) {
        const url = servePage(browser, body);
        const tab = await openAtRest(browser, url);
        const peer = PEERS.find((one) => one.name === name);
        if (peer) await loadPeer(tab, peer);
        taken[index]?.push(await measure(tab, () => run(tab, url)));
        await tab.close();
      }
    const idle = median((taken[0] as Taken[]).map(({ total }) => total));
    const cost = (index: number) =>
      (taken[index] as Taken[]).map(({ total }) => Math.max(0.1, total - idle));
    const what = 'page of 1 M units, 5,000 text nodes: time taken from the page';
    return {
      lines: [
        ratioLine({
          what,
          against: 'TreeWalker + bare loop, first run',
          ours: cost(2),
          theirs: floors,
          bar: 3,
          unit: 'ms',
        }),
        ...PEERS.map(({ name }, i) =>
          timesLessLine({
            what,
            against: name,
            ours: cost(2),
            theirs: cost(i + 3),
            bar: i === 0 ? 5 : 4,
            unit: 'ms',
          }),
        ),
        plainLine({
          what: 'longest stretch taken from the page',
          values: (taken[2] as Taken[]).map(({ longest }) => longest),
          bar: 50,
          unit: 'ms',
        }),
      ],
    };
  });
}
