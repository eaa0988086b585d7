/** What the whole detection costs beside scanning alone: `npx tsx tests/bench/detect.ts`, rows as JSON. */
import { createDetector } from '@/lib/detect/detect';
import { scan } from '@/lib/detect/scan';
import { todaysGazetteer } from './gazetteers';
import { newsNames, todaysDataset } from './scan';
import { type BenchRow, interleave, median, medianRatio } from './scan-measure';
import { makeText } from './scan-text';

/** As much text as a page hands over in one go. */
const PIECE_UNITS = 16_384;

const gazetteer = await todaysGazetteer();
const names = newsNames(await todaysDataset());
const text = makeText({ units: 1_000_000, seed: 1, names, perMillion: 3200 });
const pieces = Array.from({ length: Math.ceil(text.length / PIECE_UNITS) }, (_, i) =>
  text.slice(i * PIECE_UNITS, (i + 1) * PIECE_UNITS),
);
const detector = createDetector(gazetteer);
const page = { host: 'www.zj.gov.cn', title: '' };
const sum = (count: (piece: string) => number) =>
  pieces.reduce((total, piece) => total + count(piece), 0);
const [scans = [], whole = []] = interleave(
  [
    { name: 'scan', run: () => sum((piece) => scan(piece, gazetteer).length) },
    { name: 'detect', run: () => sum((piece) => detector.detect(piece, page).length) },
  ],
  15,
);
const ns = (times: number[]) => (median(times) * 1e6) / text.length;
const row: BenchRow = {
  what: 'whole detection (fold, scan, judge, link) on news',
  against: 'scan alone',
  bar: 2,
  direction: 'at-most',
  ratio: medianRatio(whole, scans),
  oursNs: ns(whole),
  theirsNs: ns(scans),
  note: `${sum((piece) => detector.detect(piece, page).length)} mentions`,
};
console.log(JSON.stringify(row));
