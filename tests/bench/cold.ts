import { ChromiumTab } from '@/tests/browser/driver/chromium-tab';
import type { BrowserName, TestTab } from '@/tests/browser/driver/test-browser';
import { makeArticle, servePage } from './article';
import {
  type BenchLine,
  type BenchOptions,
  type BenchPart,
  type PlotPoint,
  plainLine,
  ratioLine,
} from './bench-line';
import { withBrowser } from './builds';
import { todaysWire, wireOfPlaces } from './gazetteers';
import { bundleLab, inLab, loadLab } from './lab/bundle';
import { rest } from './page-run';
import { loadPeer, PEERS, runPeer, timedFloor } from './peers';
import { median } from './scan-measure';
import { cpuBetween, traced } from './trace';

const MILLION = 1_000_000;
const FORMS = [300, 1000, 3000, 10_000, 100_000];
/** Regular expressions of more names than this take a page minutes. */
const MOST_FORMS_FOR_PEERS = 3000;

/** Processor time in Chromium; Firefox tells only what its clock says. */
async function cost(tab: TestTab, work: () => Promise<number>): Promise<number> {
  if (!(tab instanceof ChromiumTab)) return work();
  const trace = await traced(tab, async () => {
    await work();
  });
  return cpuBetween(trace, 'lab-start', 'lab-end');
}

/** First runs in fresh pages: reading and scanning beside the bare loop; unpacking; pointing. */
export async function cold({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const [code, wire] = [await bundleLab(), await todaysWire()];
  const rounds = quick ? 2 : 11;
  const body = await makeArticle(quick ? MILLION / 10 : MILLION);
  const lines: BenchLine[] = [];
  for (const name of ['chromium', 'firefox'] as BrowserName[])
    await withBrowser(name, builds.atCall, async (browser) => {
      const open = async (html: string) => {
        const tab = await browser.open(servePage(browser, html, 'www.example.org'));
        await rest(tab);
        return tab;
      };
      const [loops, scans, unpacks]: [number[], number[], number[]] = [[], [], []];
      for (let round = 0; round < rounds; round++) {
        const plain = await open(body);
        loops.push(await cost(plain, () => plain.evaluate(timedFloor)));
        await plain.close();
        const tab = await open(body);
        await loadLab(tab, code);
        unpacks.push(await cost(tab, () => inLab(tab, (lab, text) => lab.unpack(text), wire)));
        scans.push(await cost(tab, () => inLab(tab, (lab) => lab.readAndScan(), null)));
        await tab.close();
      }
      const tab = await open(await makeArticle(100_000));
      await loadLab(tab, code);
      await inLab(tab, (lab, text) => lab.unpack(text), wire);
      await inLab(tab, (lab) => lab.markPage(), null);
      const points = await inLab(tab, (lab) => lab.pointing(), null);
      await tab.close();
      const inBrowser = `first run in a fresh page, ${name}`;
      lines.push(
        ratioLine({
          what: `reading and scanning 1 M units, ${inBrowser}`,
          against: 'the cold loop per node',
          ours: scans,
          theirs: loops,
          bar: 1.3,
          unit: 'ms',
        }),
        plainLine({
          what: `unpacking the gazetteer, ${inBrowser}`,
          values: unpacks,
          bar: 5,
          unit: 'ms',
        }),
        ratioLine({
          what: `pointer move over marked text, ${name}`,
          against: 'elementFromPoint',
          ours: [points.ours],
          theirs: [points.theirs],
          bar: 1.5,
          unit: 'µs',
        }),
      );
    });
  lines.push(
    plainLine({
      what: 'gazetteer on the wire',
      values: [Buffer.byteLength(wire) / 1000],
      bar: 150,
      unit: 'kB',
    }),
  );
  return { lines };
}

/** Cost against the number of names, in a page of 100,000 units; for the picture. */
export async function forms({ quick, builds }: BenchOptions): Promise<BenchPart> {
  const code = await bundleLab();
  const body = await makeArticle(100_000);
  const rounds = quick ? 1 : 3;
  const points: PlotPoint[] = [];
  await withBrowser('chromium', builds.atCall, async (browser) => {
    const cost = async (
      prepare: (tab: ChromiumTab) => Promise<void>,
      work: (tab: ChromiumTab) => Promise<unknown>,
    ) => {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const url = servePage(browser, body, 'www.example.org');
        const tab = (await browser.open(url)) as ChromiumTab;
        await rest(tab);
        await prepare(tab);
        const trace = await traced(tab, async () => {
          await work(tab);
          await rest(tab);
        });
        times.push(trace.cpu);
        await tab.close();
      }
      return median(times);
    };
    for (const count of quick ? FORMS.slice(0, 2) : FORMS) {
      const { wire, names } = wireOfPlaces(count);
      const ms = await cost(
        async (tab) => {
          await loadLab(tab, code);
          await inLab(tab, (lab, text) => lab.unpack(text), wire);
        },
        (tab) => inLab(tab, (lab) => lab.markPage(), null),
      );
      points.push({ series: 'GovGloss', x: count, ms });
      if (count > MOST_FORMS_FOR_PEERS) continue;
      for (const peer of PEERS)
        points.push({
          series: peer.name,
          x: count,
          ms: await cost(
            (tab) => loadPeer(tab, peer),
            (tab) => runPeer(tab, peer, names),
          ),
        });
    }
  });
  return { lines: [], plots: { forms: points } };
}
