import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import { makeArticle, servePage } from './article';
import { type BenchOptions, type BenchPart, plainLine } from './bench-line';
import { withBrowser } from './builds';
import { marked, openAtRest, pause, startMarking, startNothing } from './page-run';
import { median } from './scan-measure';
import { type Trace, traced } from './trace';

/** 100 kB of HTML as it is sent: three bytes a character. */
const TYPICAL_UNITS = 32_000;

/** Notes each frame until something is marked, on the page's own clock. */
const WATCH = `<script>
  window.frames_ = [];
  const look = (now) => {
    frames_.push(now);
    if (CSS.highlights.size === 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  performance.mark('clock');
</script>`;

/**
 * Frames drawn after the content script began, up to the first with marks; and the time in ms. Null
 * when the trace lost one of the events it takes.
 */
function framesUntilMarks(
  trace: Trace,
  frames: readonly number[],
): { count: number; ms: number } | null {
  const clock = trace.events.find(({ name }) => name === 'clock');
  const script = trace.events.find(
    ({ name, args }) =>
      name === 'EvaluateScript' && String(args.data?.url).endsWith('/annotator.js'),
  );
  if (!clock || !script) return null;
  const began = Number(clock.args.data?.startTime) + (script.ts - clock.ts) / 1000;
  const later = frames.filter((time) => time >= began);
  return { count: later.length, ms: (later.at(-1) ?? Number.NaN) - began };
}

/** What the reader sees first on a typical page, and what it costs. */
export async function firstView({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const rounds = quick ? 2 : 9;
  const body = await makeArticle(TYPICAL_UNITS);
  const first: { count: number; ms: number }[] = [];
  await withBrowser('chromium', builds.asBuilt, async (browser) => {
    for (let round = 0; round < rounds; round++) {
      const url = servePage(browser, body.replace('<title>', `${WATCH}<title>`));
      const tab = (await browser.open('about:blank')) as ChromiumTab;
      const trace = await traced(tab, async () => {
        await tab.goto(url);
        await marked(tab);
      });
      const frames = await tab.evaluate(() => Reflect.get(window, 'frames_') as number[]);
      const seen = framesUntilMarks(trace, frames);
      if (seen) first.push(seen);
      await tab.close();
    }
  });
  if (first.length === 0) throw new Error('No trace shows the content script.');
  const runs: Trace[] = [];
  const idle: number[] = [];
  await withBrowser('chromium', builds.atCall, async (browser) => {
    for (let round = 0; round < rounds; round++) {
      const url = servePage(browser, body);
      const tab = (await openAtRest(browser, url)) as ChromiumTab;
      runs.push(
        await traced(tab, async () => {
          await startMarking(browser, url);
          await marked(tab);
        }),
      );
      await tab.close();
      const other = (await openAtRest(browser, url)) as ChromiumTab;
      const trace = await traced(other, async () => {
        await startNothing(browser, url);
        await pause(500);
      });
      idle.push(trace.cpu);
      await other.close();
    }
  });
  const what = 'typical page of 100 kB';
  return {
    lines: [
      plainLine({
        what: `${what}: frames until marks are painted, from document_idle`,
        values: first.map(({ count }) => count),
        bar: 2,
        unit: '',
        note: `${median(first.map(({ ms }) => ms)).toFixed(0)} ms`,
      }),
      plainLine({
        what: `${what}: script in all, from its loading to the end`,
        values: runs.map(({ cpu, rendering }) => cpu - rendering),
        bar: 10,
        unit: 'ms',
        note: `rendering ${median(runs.map(({ rendering }) => rendering)).toFixed(1)} ms; a script that does nothing: ${median(idle).toFixed(1)} ms`,
      }),
    ],
  };
}
