import { ASK_AFTER_MS, SHOW_AFTER_MS } from '@/lib/hover/timing';
import { waitForCard, waitForNoCard } from '@/tests/browser/card';
import type { BrowserName, TestBrowser, TestTab } from '@/tests/browser/driver/test-browser';
import { boxOfText, centreOf } from '@/tests/browser/place';
import { waitForRegistry } from '@/tests/browser/registry';
import { type BenchLine, type BenchOptions, type BenchPart, plainLine } from './bench-line';
import { withBrowser } from './builds';
import { pause } from './page-run';

const DEMO = 'http://www.mot.gov.cn/demo/simplified.html';
const NAME = '浙里办';

/** Notes the frame after the pointer's last move, and the first frame in which the card stands. */
function watchCard(): void {
  let looked = 0;
  let moved = false;
  let shown = false;
  const times = { card: 0 };
  Reflect.set(window, 'cardTimes', times);
  addEventListener('pointermove', () => {
    moved = true;
  });
  const frame = (now: number) => {
    if (moved) looked = now;
    moved = false;
    const card = document.querySelector('[popover="manual"]');
    if (card && !shown) times.card = now - looked;
    shown = card !== null;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Milliseconds from the end of the dwell to the frame with the card. */
async function hover(tab: TestTab): Promise<number> {
  await tab.movePointer({ x: 2, y: 2 });
  await waitForNoCard(tab);
  await tab.movePointer(centreOf(await boxOfText(tab, NAME)));
  await waitForCard(tab);
  await pause(100);
  const ms = await tab.evaluate(() => (Reflect.get(window, 'cardTimes') as { card: number }).card);
  return ms - ASK_AFTER_MS - SHOW_AFTER_MS;
}

async function cards(browser: TestBrowser, rounds: number): Promise<BenchLine[]> {
  const tab = await browser.open(DEMO);
  await waitForRegistry(tab);
  await tab.evaluate(watchCard);
  await hover(tab);
  const warm: number[] = [];
  const asleep: number[] = [];
  for (let round = 0; round < rounds; round++) {
    warm.push(await hover(tab));
    await tab.movePointer({ x: 2, y: 2 });
    await waitForNoCard(tab);
    await browser.killBackground();
    asleep.push(await hover(tab));
  }
  const what = `hover to card painted, after the dwell of ${ASK_AFTER_MS + SHOW_AFTER_MS} ms, ${browser.name}`;
  return [
    plainLine({ what: `${what}, background warm`, values: warm, bar: 16.7, unit: 'ms' }),
    plainLine({ what: `${what}, background asleep`, values: asleep, bar: 120, unit: 'ms' }),
  ];
}

/** From the popup's birth to its largest content painted. */
async function popups(browser: TestBrowser, rounds: number): Promise<BenchLine> {
  const tab = await browser.open(DEMO);
  await waitForRegistry(tab);
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    await tab.activate();
    const popup = await browser.openPopup();
    await pause(500);
    const ms = await popup.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(Math.max(...list.getEntries().map(({ startTime }) => startTime)));
          }).observe({ type: 'largest-contentful-paint', buffered: true });
          setTimeout(() => resolve(Number.NaN), 2000);
        }),
    );
    // The first opening is not warm.
    if (round > 0) times.push(ms);
    await popup.close();
    await pause(300);
  }
  return plainLine({
    what: `popup to its largest content painted, warm, ${browser.name}`,
    values: times,
    bar: 100,
    unit: 'ms',
  });
}

/** Nothing stored, nothing awake: until the gazetteer is answered. */
async function firstStart(browser: TestBrowser, rounds: number): Promise<BenchLine> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await browser.killBackground();
    times.push(
      await browser.inExtension(async (api) => {
        for (const { name } of await indexedDB.databases())
          await new Promise((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name ?? '');
            request.onsuccess = resolve;
            request.onerror = reject;
          });
        await api.storage.local.clear();
        await api.storage.session.clear();
        const start = performance.now();
        await api.runtime.sendMessage({ govgloss: 'getGazetteer', input: { version: null } });
        return performance.now() - start;
      }),
    );
  }
  return plainLine({
    what: `install to ready: nothing stored, background not running, ${browser.name}`,
    values: times,
    bar: 300,
    unit: 'ms',
  });
}

/** What the page's own eyes see of us: shifts of its layout, elements in its tree. */
async function untouched(browser: TestBrowser): Promise<BenchLine[]> {
  const countOn = async (url: string) => {
    const tab = await browser.open(url);
    if (url === DEMO) await waitForRegistry(tab);
    await pause(300);
    return tab.evaluate(() => {
      const kinds = PerformanceObserver.supportedEntryTypes;
      const elements = document.querySelectorAll('*').length;
      if (!kinds.includes('layout-shift')) return { elements, shift: null };
      return new Promise<{ elements: number; shift: number }>((resolve) => {
        let shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shift += (entry as { value?: number }).value ?? 0;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve({ elements, shift }), 300);
      });
    });
  };
  const plain = await countOn(DEMO.replace('www.mot.gov.cn', 'www.example.org'));
  const ours = await countOn(DEMO);
  const added = plainLine({
    what: `elements added to the page, ${browser.name}`,
    values: [ours.elements - plain.elements],
    bar: 0,
    unit: '',
  });
  if (ours.shift === null || plain.shift === null) return [added];
  return [
    added,
    plainLine({
      what: `layout shift over the page without us, ${browser.name}`,
      values: [Math.max(0, ours.shift - plain.shift)],
      bar: 0,
      unit: '',
    }),
  ];
}

/** Card, popup, first start, and that the page is left alone. */
export async function showing({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const rounds = quick ? 1 : 7;
  const lines: BenchLine[] = [];
  for (const name of ['chromium', 'firefox'] as BrowserName[])
    await withBrowser(name, builds.asBuilt, async (browser) => {
      lines.push(...(await untouched(browser)));
      lines.push(...(await cards(browser, rounds)));
      lines.push(await popups(browser, rounds));
      lines.push(await firstStart(browser, rounds));
    });
  return { lines };
}
