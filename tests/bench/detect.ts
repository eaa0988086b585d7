/**
 * `npx tsx tests/bench/detect.ts scan|detect` prints as JSON what scanning alone, or the whole
 * detection, costs. Each in a process of its own, as scan.ts says; whoever compares the two runs
 * them in turn.
 */
import { createDetector } from '@/lib/detect/detect';
import { createScanner } from '@/lib/detect/scan';
import { todaysGazetteer } from './gazetteers';
import { newsNames, todaysDataset } from './scan';
import { interleave, median } from './scan-measure';
import { makeText } from './scan-text';

/** As much text as a page hands over in one go. */
const PIECE_UNITS = 16_384;

/** What is printed. */
export interface DetectCost {
  /** Nanoseconds a UTF-16 unit. */
  ns: number;
  /** Candidates or mentions. */
  found: number;
}

/** The work on one piece; returns how much it found. */
async function workOf(part: string): Promise<(piece: string) => number> {
  const gazetteer = await todaysGazetteer();
  if (part === 'scan') {
    const scan = createScanner(gazetteer);
    return (piece) => scan(piece).length;
  }
  const detector = createDetector(gazetteer);
  const page = { host: 'www.zj.gov.cn', title: '' };
  return (piece) => detector.detect(piece, page).length;
}

const names = newsNames(await todaysDataset());
const text = makeText({ units: 1_000_000, seed: 1, names, perMillion: 3200 });
const pieces = Array.from({ length: Math.ceil(text.length / PIECE_UNITS) }, (_, i) =>
  text.slice(i * PIECE_UNITS, (i + 1) * PIECE_UNITS),
);
const sum = (count: (piece: string) => number) =>
  pieces.reduce((total, piece) => total + count(piece), 0);
const work = await workOf(process.argv[2] ?? 'detect');
const [times = []] = interleave([{ name: 'ours', run: () => sum(work) }], 30);
const cost: DetectCost = { ns: (median(times) * 1e6) / text.length, found: sum(work) };
console.log(JSON.stringify(cost));
