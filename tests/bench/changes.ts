import type { ChromiumBrowser } from '@/tests/browser/driver/chromium';
import type { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import { makeArticle, servePage } from './article';
import { type BenchOptions, type BenchPart, ratioLine } from './bench-line';
import { withBrowser } from './builds';
import { marked, openAtRest, pause, startMarking } from './page-run';
import { median } from './scan-measure';
import { traced } from './trace';

/** 352,660 units with names strewn so densely that about 18,000 are marked. */
const DENSE_UNITS = 352_660;
const DENSE_RATE = 56_000;

const CONTENDERS = ['nobody', 'GovGloss', 'a bare MutationObserver', 'fifty bare ranges'] as const;
type Who = (typeof CONTENDERS)[number];

/** What no highlight can undercut: fifty ranges in the first lines, and no script. */
function addRanges(): void {
  const highlight = new Highlight();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text && highlight.size < 50; text = texts.nextNode())
    for (let at = 0; at + 3 < (text as Text).length && highlight.size < 50; at += 25)
      highlight.add(
        new StaticRange({
          ...{ startContainer: text, startOffset: at },
          ...{ endContainer: text, endOffset: at + 3 },
        }),
      );
  CSS.highlights.set('govgloss-division', highlight);
}

/** A dense page at rest, with nothing done to it, or what the name says. */
async function openWatched(
  browser: ChromiumBrowser,
  body: string,
  who: Who,
): Promise<{ tab: ChromiumTab; marks: number }> {
  const url = servePage(browser, body);
  const tab = (await openAtRest(browser, url)) as ChromiumTab;
  let marks = 0;
  if (who === 'GovGloss') {
    await startMarking(browser, url);
    marks = await marked(tab);
  } else if (who === 'fifty bare ranges') {
    await tab.evaluate(addRanges);
  } else if (who === 'a bare MutationObserver') {
    await tab.evaluate(() => {
      const observer = new MutationObserver((records) => records.length);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
  }
  return { tab, marks };
}

/** Median µs of one insertion and removal of an element, in batches too short to be interrupted. */
function insertAndRemove(): Promise<number> {
  const element = document.createElement('i');
  const times: number[] = [];
  const batch = () => {
    const start = performance.now();
    for (let i = 0; i < 200; i++) {
      document.body.append(element);
      element.remove();
    }
    times.push(((performance.now() - start) / 200) * 1000);
  };
  return new Promise((resolve) => {
    const next = () => {
      if (times.length === 60) {
        resolve(times.sort((a, b) => a - b)[30] as number);
        return;
      }
      batch();
      setTimeout(next, 2);
    };
    next();
  });
}

/** Ten thousand changes as live pages make them: lines of a list come and go, fifty in a task. */
async function manyChanges(): Promise<void> {
  const list = document.createElement('ul');
  document.body.prepend(list);
  for (let i = 0; i < 200; i++) {
    for (let k = 0; k < 25; k++) {
      const line = document.createElement('li');
      line.textContent = `第${i * 25 + k}条消息`;
      list.append(line);
      if (list.children.length > 50) list.firstElementChild?.remove();
    }
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

/** A page that moves something in every frame, as carousels and tickers do. */
async function animate(): Promise<void> {
  const line = document.createElement('p');
  line.textContent = '滚动';
  document.body.prepend(line);
  for (let i = 0; i < 60; i++) {
    line.style.color = i % 2 ? 'red' : 'blue';
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** What the page's own changes cost with many marks on it. */
export async function changes({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const rounds = quick ? 1 : 5;
  const dense = await makeArticle(DENSE_UNITS, DENSE_RATE);
  const inserts: Record<string, number[]> = {};
  const burst: Record<string, number[]> = {};
  const frames: Record<string, number[]> = {};
  let count = 0;
  await withBrowser('chromium', builds.atCall, async (browser) => {
    for (let round = 0; round < rounds; round++)
      for (const who of CONTENDERS) {
        const { tab, marks } = await openWatched(browser, dense, who);
        count = Math.max(count, marks);
        const put = (into: Record<string, number[]>, value: number) => {
          into[who] ??= [];
          into[who].push(value);
        };
        put(inserts, await tab.evaluate(insertAndRemove));
        await pause(1000);
        const run = (work: () => Promise<void>) =>
          traced(tab, async () => {
            await tab.evaluate(work);
            await pause(1000);
          });
        put(frames, (await run(animate)).cpu / 60);
        put(burst, (await run(manyChanges)).cpu);
        await tab.close();
      }
  });
  const than = (of: Record<string, number[]>, who: Who) =>
    `${who}: ${(median(of[who] as number[]) / median(of.nobody as number[])).toFixed(2)} ×`;
  const line = (what: string, of: Record<string, number[]>, bar: number | null, unit: string) =>
    ratioLine({
      what,
      against: 'the same page without us',
      ours: of.GovGloss as number[],
      theirs: of.nobody as number[],
      bar,
      unit,
      note: [
        `${count} names near the window`,
        than(of, 'a bare MutationObserver'),
        than(of, 'fifty bare ranges'),
      ].join('; '),
    });
  return {
    lines: [
      line('DOM insert + remove on a page with 18,000 names', inserts, 1.1, 'µs'),
      line('10,000 mutations on that page, main thread', burst, 1.3, 'ms'),
      line('a page that changes something in every frame, main thread a frame', frames, 1.3, 'ms'),
    ],
  };
}
