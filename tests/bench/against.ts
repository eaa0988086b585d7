import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChromiumBrowser } from '@/tests/browser/driver/chromium';
import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import { makeArticle, servePage } from './article';
import type { BenchOptions } from './bench-line';
import { startAtCall, withBrowser } from './builds';
import { marked, openAtRest, pause, startMarking, startNothing } from './page-run';
import { median } from './scan-measure';
import { type Trace, traced } from './trace';

/** 100 kB of HTML as it is sent: three bytes a character. */
const TYPICAL_UNITS = 32_000;
const MILLION = 1_000_000;
const LINKS = 450;
const FRAMES = 90;

/** Something pages do, measured bare and with each build. */
interface Scene {
  name: string;
  body: string;
  /** The page holds names: it is waited for them. Else the script has a second. */
  hasNames: boolean;
  /** What the page does once it is marked; without it the marking itself is measured. */
  does?: (frames: number) => Promise<void>;
}

/** A text that changes in each frame. */
async function tick(frames: number): Promise<void> {
  const line = document.createElement('p');
  document.body.prepend(line);
  for (let frame = 0; frame < frames; frame++) {
    line.textContent = `今天是2026年11月28日，第${frame}帧`;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** A headline that moves in each frame. */
async function slide(frames: number): Promise<void> {
  const line = document.createElement('p');
  line.textContent = '滚动新闻';
  document.body.prepend(line);
  for (let frame = 0; frame < frames; frame++) {
    line.style.marginLeft = `${frame}px`;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function scroll(frames: number): Promise<void> {
  for (let frame = 0; frame < frames; frame++) {
    scrollBy(0, 300);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function change(): Promise<void> {
  const list = document.createElement('ul');
  document.body.prepend(list);
  for (let i = 0; i < 1000; i++) {
    const line = document.createElement('li');
    line.textContent = `第${i}条消息`;
    list.append(line);
    if (list.children.length > 50) list.firstElementChild?.remove();
    if (i % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function scenes(quick: boolean): Promise<Scene[]> {
  const typical = await makeArticle(TYPICAL_UNITS);
  const long = await makeArticle(quick ? MILLION / 10 : MILLION);
  const latin = typical.replace(/[\u2e80-\u9fff\uff00-\uffef]/g, 'a');
  const links = Array.from(
    { length: LINKS },
    (_, i) => `<li><a href="#${i}">浙江“浙里办”与广东第${i}项服务</a></li>`,
  );
  const list = `<!doctype html><meta charset="utf-8"><title>列表</title><ul>${links.join('')}</ul>`;
  return [
    { name: 'page without Chinese text', body: latin, hasNames: false },
    { name: 'page of 100 kB', body: typical, hasNames: true },
    { name: `page of ${quick ? '0.1' : '1'} M units`, body: long, hasNames: true },
    {
      name: `list of ${LINKS} links with a ticker, ${FRAMES} frames`,
      body: list,
      hasNames: true,
      does: slide,
    },
    {
      name: `text that changes in each of ${FRAMES} frames`,
      body: typical,
      hasNames: true,
      does: tick,
    },
    { name: `scrolling a long page, ${FRAMES} frames`, body: long, hasNames: true, does: scroll },
    { name: '1,000 changes in a second', body: typical, hasNames: true, does: change },
  ];
}

/** Who is measured: a build, and what is started in the page; nothing on the bare one. */
interface Contender {
  build: string;
  start: typeof startMarking | null;
}

/** The main thread's work in a scene. */
async function play(
  browser: ChromiumBrowser,
  scene: Scene,
  start: Contender['start'],
): Promise<Trace> {
  const url = servePage(browser, scene.body);
  const tab = (await openAtRest(browser, url)) as ChromiumTab;
  const mark = async () => {
    await start?.(browser, url);
    if (scene.hasNames && start === startMarking) await marked(tab);
    else await pause(1000);
  };
  const { does } = scene;
  if (does) await mark();
  const trace = await traced(tab, async () => {
    if (!does) return mark();
    await tab.evaluate(does, FRAMES);
    await pause(500);
  });
  await tab.close();
  return trace;
}

/**
 * `npm run bench -- --against BUILD`: this build and another, a folder with `chrome-mv3` in it, in
 * turn in the same run, beside the bare page. Ratios count: machines are noisy.
 */
export async function against(other: string, { quick, builds }: BenchOptions): Promise<void> {
  const before = mkdtempSync(join(tmpdir(), 'govgloss-against-'));
  cpSync(other, before, { recursive: true });
  startAtCall(before, ['chrome-mv3']);
  const all = await scenes(quick);
  const contenders: Record<string, Contender> = {
    bare: { build: builds.atCall, start: null },
    nothing: { build: builds.atCall, start: startNothing },
    before: { build: before, start: startMarking },
    now: { build: builds.atCall, start: startMarking },
  };
  const traces = new Map<string, Trace[]>();
  for (let round = 0; round < (quick ? 3 : 7); round++)
    for (const [who, { build, start }] of Object.entries(contenders))
      await withBrowser('chromium', build, async (browser) => {
        // What a script costs that does nothing is told by pages that hold nothing to read.
        for (const scene of all.filter(({ hasNames }) => who !== 'nothing' || !hasNames)) {
          const trace = await play(browser, scene, start);
          const key = `${who} ${scene.name}`;
          traces.set(key, [...(traces.get(key) ?? []), trace]);
        }
      });
  for (const { name } of all) console.log(line(name, (who) => traces.get(`${who} ${name}`) ?? []));
}

function line(name: string, of: (who: string) => Trace[]): string {
  const cpu = (who: string) => median(of(who).map((trace) => trace.cpu));
  const longest = (who: string) =>
    median(of(who).map(({ tasks }) => Math.max(0, ...tasks.map(({ wall }) => wall))));
  const [bare, before, now] = ['bare', 'before', 'now'].map(cpu) as [number, number, number];
  const ranges = ['before', 'now'].map((who) => {
    const values = of(who).map((trace) => trace.cpu);
    return `${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}`;
  });
  const nothing = of('nothing').length > 0 ? cpu('nothing') : null;
  return [
    name.padEnd(48),
    `bare ${bare.toFixed(1)}`,
    ...(nothing === null
      ? []
      : [`${(now / nothing).toFixed(2)} × a script that does nothing (${nothing.toFixed(1)})`]),
    `before ${before.toFixed(1)} (${ranges[0]})`,
    `now ${now.toFixed(1)} (${ranges[1]}) ms`,
    `${(now / before).toFixed(2)} × before`,
    `beyond the bare page ${((now - bare) / (before - bare)).toFixed(2)} ×`,
    `longest task ${longest('before').toFixed(1)} → ${longest('now').toFixed(1)}`,
  ].join('  ');
}
