import { PageContent } from '@/entrypoints/page-session/page-content';
import { createNameFinder } from '@/lib/detect/find-names';
import { readGazetteer } from '@/lib/detect/gazetteer';
import { createScanner } from '@/lib/detect/scan';
import type { Block } from '@/lib/dom/block';
import { BlockReader } from '@/lib/dom/block-reader';
import { markAt } from '@/lib/dom/mark-at';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';

/** As much text as the product hands to the detector in one piece, UTF-16 units. */
const PIECE_UNITS = 16_384;

/** Runs something between two marks that a trace shows; ms on the clock. */
function timed<T>(work: () => T): { time: number; result: T } {
  performance.mark('lab-start');
  const start = performance.now();
  const result = work();
  const time = performance.now() - start;
  performance.mark('lab-end');
  return { time, result };
}

/** Expands a gazetteer as it comes by message; ms. */
function unpack(wire: string): number {
  const { time, result: read } = timed(() => readGazetteer(wire));
  if (!read.ok) throw new Error(read.error);
  gazetteer = read.value;
  return time;
}

let gazetteer: Parameters<typeof createNameFinder>[0] | null = null;
let content: PageContent | null = null;

function held(): NonNullable<typeof gazetteer> {
  if (!gazetteer) throw new Error('unpack comes first');
  return gazetteer;
}

/** Reads the page by blocks and scans it, piece by piece; ms. */
function readAndScan(): number {
  const scan = createScanner(held());
  const { time, result } = timed(() => {
    const reader = new BlockReader(document.body, {
      isOurs: () => false,
      onHost: () => {},
      onError: (error) => {
        throw error;
      },
    });
    let found = 0;
    for (let state = 'more'; state === 'more'; ) {
      const blocks: Block[] = [];
      state = reader.read(blocks, PIECE_UNITS, 2000);
      found += scan(blocks.map(({ text }) => text).join('\n\n')).length;
    }
    return found;
  });
  document.documentElement.dataset.found = String(result);
  return time;
}

/** Reads, finds and paints as a page does that finds its names itself: messages left out. */
function markPage(): Promise<number> {
  const finder = createNameFinder(held());
  const page = { host: '', title: '', refused: [] };
  return new Promise((resolve) => {
    content = new PageContent(DEFAULT_SETTINGS, {
      isMarking: true,
      onChanged: () => {},
      onRead: () => {},
      onMarked: () => resolve(content?.marksInOrder().length ?? 0),
      onMarkMoved: () => {},
      onMarkGone: () => {},
      onFramesWent: () => {},
    });
    content.names.find = async (sections) =>
      finder.find({ ...page, sections }, (error) => {
        throw error;
      });
    content.start();
  });
}

/** Median µs of finding what is under a point, and of `elementFromPoint`, in batches of a hundred. */
function pointing(): { ours: number; theirs: number } {
  if (!content) throw new Error('markPage comes first');
  const { index } = content.marks;
  const points = Array.from({ length: 100 }, (_, i) => ({
    x: innerWidth * (0.3 + ((i * 37) % 40) / 100),
    y: innerHeight * (0.1 + ((i * 61) % 80) / 100),
  }));
  const batch = (look: (x: number, y: number) => unknown) => {
    const start = performance.now();
    for (const { x, y } of points) look(x, y);
    return ((performance.now() - start) / points.length) * 1000;
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 40; round++) {
    ours.push(batch((x, y) => markAt(x, y, index, [])));
    theirs.push(batch((x, y) => document.elementFromPoint(x, y)));
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[20] as number;
  return { ours: middle(ours), theirs: middle(theirs) };
}

const lab = { unpack, readAndScan, markPage, pointing };
export type Lab = typeof lab;
Reflect.set(globalThis, 'lab', lab);
