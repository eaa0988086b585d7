import type { ChromiumBrowser } from '@/tests/browser/driver/chromium';
import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import { makeArticle, servePage } from './article';
import { type BenchOptions, type BenchPart, type PlotPoint, plainLine } from './bench-line';
import { withBrowser } from './builds';
import { todaysGazetteer } from './gazetteers';
import { marked, openAtRest, pause, startMarking } from './page-run';
import { floor, loadPeer, PEERS, runPeer } from './peers';
import { median } from './scan-measure';
import { type Trace, traced } from './trace';

const SIZES = [0.1, 1, 5, 10].map((millions) => millions * 1_000_000);
/** Peers would take minutes on the largest page. */
const LARGEST_FOR_PEERS = 5_000_000;
const KEY_EVERY_MS = 40;

/** A page of our own host, at rest; `work` is traced. */
async function tracedOn(
  browser: ChromiumBrowser,
  body: string,
  work: (tab: ChromiumTab, url: string) => Promise<void>,
  prepare: (tab: ChromiumTab) => Promise<void> = async () => {},
): Promise<Trace> {
  const url = servePage(browser, body);
  const tab = (await openAtRest(browser, url)) as ChromiumTab;
  await prepare(tab);
  const trace = await traced(tab, () => work(tab, url));
  await tab.close();
  return trace;
}

/** Presses keys while the page is being marked; how long each waited to be heard, in ms. */
async function keyDelays(browser: ChromiumBrowser, body: string): Promise<number[]> {
  const url = servePage(browser, body);
  const tab = (await openAtRest(browser, url)) as ChromiumTab;
  await tab.activate();
  await tab.evaluate(() => {
    const delays: number[] = [];
    Reflect.set(window, 'delays', delays);
    addEventListener('keydown', (event) => delays.push(performance.now() - event.timeStamp));
  });
  let isDone = false;
  const press = async () => {
    while (!isDone) {
      await tab.press('a');
      await pause(KEY_EVERY_MS);
    }
  };
  const pressing = press();
  await startMarking(browser, url);
  await marked(tab);
  isDone = true;
  await pressing;
  const delays = await tab.evaluate(() => Reflect.get(window, 'delays') as number[]);
  await tab.close();
  return delays;
}

/** Slope of cost over size, both as logarithms: 1 is linear. */
function exponent(points: readonly PlotPoint[]): number {
  const xs = points.map(({ x }) => Math.log(x));
  const ys = points.map(({ ms }) => Math.log(ms));
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] as number) - my), 0);
  return over / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

/** Pages from 0.1 to 10 million units: longest task, input, growth; peers for the picture. */
export async function pageSize({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const sizes = quick ? SIZES.slice(0, 2) : SIZES;
  const names = (await todaysGazetteer()).forms;
  const lines: BenchPart['lines'] = [];
  const points: PlotPoint[] = [];
  await withBrowser('chromium', builds.atCall, async (browser) => {
    for (const units of sizes) {
      const body = await makeArticle(units);
      const rounds = quick ? 1 : units <= 1_000_000 ? 5 : 3;
      const runs: Trace[] = [];
      const floors: number[] = [];
      for (let round = 0; round < rounds; round++) {
        floors.push(
          (
            await tracedOn(browser, body, async (tab) => {
              await tab.evaluate(floor);
              await pause(500);
            })
          ).cpu,
        );
        runs.push(
          await tracedOn(browser, body, async (tab, url) => {
            await startMarking(browser, url);
            await marked(tab);
          }),
        );
      }
      const name = `page of ${units / 1e6} M units`;
      const longest = (time: 'wall' | 'cpu') =>
        runs.map(({ tasks }) => Math.max(...tasks.map((task) => task[time])));
      lines.push(
        plainLine({
          what: `longest task, ${name}`,
          values: longest('cpu'),
          bar: 50,
          unit: 'ms',
          note: `${median(longest('wall')).toFixed(1)} ms on the clock`,
        }),
        plainLine({
          what: `keys while it is marked, longest wait, ${name}`,
          values: [Math.max(...(await keyDelays(browser, body)))],
          bar: 16.7,
          unit: 'ms',
        }),
      );
      points.push({
        series: 'GovGloss',
        x: units,
        ms: median(runs.map(({ cpu }) => cpu)),
      });
      points.push({
        series: 'TreeWalker + bare loop',
        x: units,
        ms: median(floors),
      });
      if (units > LARGEST_FOR_PEERS) continue;
      for (const peer of PEERS) {
        const { cpu } = await tracedOn(
          browser,
          body,
          async (tab) => {
            await runPeer(tab, peer, names);
            await pause(1000);
          },
          (tab) => loadPeer(tab, peer),
        );
        points.push({ series: peer.name, x: units, ms: cpu });
      }
    }
  });
  lines.push(growthLine(points.filter(({ series }) => series === 'GovGloss')));
  return { lines, plots: { 'page-size': points } };
}

function growthLine(points: readonly PlotPoint[]): BenchPart['lines'][number] {
  return {
    ...plainLine({
      what: 'growth with page size',
      values: [exponent(points)],
      bar: 1.05,
      unit: '',
    }),
    against: 'linear',
    absolute: points.map(({ x, ms }) => `${x / 1e6} M: ${ms.toFixed(0)} ms`).join(', '),
  };
}
