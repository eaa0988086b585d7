/**
 * What scanning costs: `npx tsx tests/bench/scan.ts PART` prints a row a line as JSON.
 * Ratios, because the machine is never quiet; see scan-measure.ts. Each part is for a process of its
 * own: a page holds one gazetteer, and V8 compiles the scan for that one.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { loadDataset } from '@/lib/dataset/load';
import { describeProblem } from '@/lib/dataset/parse';
import type { Candidate } from '@/lib/detect/candidate';
import { type Gazetteer, readGazetteer } from '@/lib/detect/gazetteer';
import { createScanner } from '@/lib/detect/scan';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import type { Dataset } from '@/lib/model/dataset';
import type { Concept } from '@/lib/model/entity';
import type { Span } from '@/lib/model/span';
import { type BenchRow, bareLoop, interleave, median, medianRatio } from './scan-measure';
import { leftmostLongest, trieRegExp } from './scan-peers';
import { makeText, placeNames } from './scan-text';

const MILLION = 1_000_000;
/**
 * Names strewn into a million units, such that with those that lie inside others and those that
 * words form by chance about 4,400 occurrences are found (television news has 4,435) and about 500
 * (novels and microblogs have 512).
 */
const NEWS_RATE = 3200;
const FEW_RATE = 200;

/** The dataset in the repository. */
export async function todaysDataset(): Promise<Dataset> {
  const folder = path.join(import.meta.dirname, '../../public/dataset');
  const loaded = await loadDataset(async (name) =>
    JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
  );
  if (!loaded.ok) throw new Error(loaded.error.map(describeProblem).join('\n'));
  return loaded.value;
}

/** A dataset of bare names, each a concept of its own. */
export function datasetOfNames(names: readonly string[]): Dataset {
  const entities = names.map(
    (name, index): Concept => ({
      id: `CN/${index}`,
      kind: 'concept',
      names: { zhHans: name, zhHant: name, pinyin: '', en: '' },
      aliases: [],
      formerNames: [],
      summary: { zh: '', en: '' },
      description: { zh: '', en: '' },
      facts: [],
      metrics: [],
      relations: [],
      divisions: [],
    }),
  );
  return { version: 'bench', entities, rankings: [], sources: [] };
}

/** What a page would hold: written, sent and read again. */
export function received(dataset: Dataset): Gazetteer {
  const read = readGazetteer(compileForPages(dataset));
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** Names as people write them in news: provinces far more often than platforms. */
export function newsNames(dataset: Dataset): string[] {
  return dataset.entities.flatMap((entity) => {
    if (entity.kind !== 'division' || entity.type === 'nation') return [entity.names.zhHans];
    return [...Array(20).fill(entity.shortNames.zhHans), ...Array(8).fill(entity.names.zhHans)];
  });
}

/** Above this many nanoseconds a unit the loop was not compiled, or the core not ours: no verdict. */
const USUAL_LOOP_NS = 3;
const ATTEMPTS = 3;

function nanoseconds(times: readonly number[], text: string): number {
  return (median(times) * 1e6) / text.length;
}

/** A gazetteer with the one scanner of this process. */
interface Scanned {
  gazetteer: Gazetteer;
  scan: (text: string) => Candidate[];
}

function scanned(dataset: Dataset): Scanned {
  const gazetteer = received(dataset);
  return { gazetteer, scan: createScanner(gazetteer) };
}

function againstLoop(
  what: string,
  text: string,
  { gazetteer, scan }: Scanned,
  bar: number | null,
  rounds = 15,
): BenchRow {
  const contenders = [
    { name: 'loop', run: () => bareLoop(text) },
    { name: 'scan', run: () => scan(text).length },
  ];
  let [loop = [], ours = []] = interleave(contenders, rounds);
  for (let again = 1; again < ATTEMPTS && nanoseconds(loop, text) > USUAL_LOOP_NS; again++)
    [loop = [], ours = []] = interleave(contenders, rounds);
  const slow = nanoseconds(loop, text) > USUAL_LOOP_NS ? 'loop slower than usual; ' : '';
  return {
    what,
    against: 'bare charCodeAt loop',
    bar,
    direction: 'at-most',
    ratio: medianRatio(ours, loop),
    oursNs: nanoseconds(ours, text),
    theirsNs: nanoseconds(loop, text),
    note: `${slow}${scan(text).length} occurrences, ${gazetteer.forms.length} forms`,
  };
}

function againstPeer(
  name: string,
  text: string,
  { gazetteer, scan }: Scanned,
  bar: number | null,
  find: (text: string) => Span[],
  sameAs: (spans: Span[]) => Span[],
): BenchRow {
  const theirs = find(text);
  const ours = sameAs(scan(text));
  const key = (spans: Span[]) => new Set(spans.map(({ start, end }) => `${start}-${end}`));
  const [theirKeys, ourKeys] = [key(theirs), key(ours)];
  const missed = [...theirKeys].filter((span) => !ourKeys.has(span)).length;
  const more = [...ourKeys].filter((span) => !theirKeys.has(span)).length;
  const [peer = [], scanned = []] = interleave(
    [
      { name, run: () => find(text).length },
      { name: 'scan', run: () => scan(text).length },
    ],
    7,
  );
  return {
    what: `scan, ${gazetteer.forms.length} forms, news`,
    against: name,
    bar,
    direction: 'at-least',
    ratio: medianRatio(peer, scanned),
    oursNs: nanoseconds(scanned, text),
    theirsNs: nanoseconds(peer, text),
    note: `${ourKeys.size} spans; ${missed} only theirs, ${more} only ours`,
  };
}

/** Pages made to be slow: every unit an anchor, a hit, or noise to be read through. */
function worstTexts(gazetteer: Gazetteer): [string, string][] {
  const fill = (part: string) => part.repeat(Math.ceil(MILLION / part.length)).slice(0, MILLION);
  const { keys, keyStart } = gazetteer.matcher;
  const form = gazetteer.forms.findIndex((text) => text.length === 2);
  const units = [...gazetteer.matcher.classOf.entries()];
  const written = (unitClass: number) =>
    String.fromCharCode(units.find(([, other]) => other === unitClass)![0]);
  const anchor = written(keys[keyStart[form]!]!);
  return [
    ['page of names only', fill(gazetteer.forms.join(''))],
    ['one anchor repeated', fill(anchor)],
    ['anchor and 47 spaces', fill(anchor + ' '.repeat(47))],
    ['chain of glosses', fill(`${anchor}(shàng)(shang)`)],
    [
      'glossed names',
      fill(
        gazetteer.forms
          .filter((text) => text.length < 6)
          .map((text) => [...text].map((c) => `${c}(zì)`).join(''))
          .join(''),
      ),
    ],
  ];
}

function worst(ours: Scanned, size: string): BenchRow[] {
  return worstTexts(ours.gazetteer).map(([name, text]) =>
    againstLoop(`worst: ${name}, ${size}`, text, ours, null, 5),
  );
}

/** The labelled sentences, where they are at hand: five times in a row, so that they take a while. */
function sentences(ours: Scanned): BenchRow[] {
  const file = path.join(import.meta.dirname, '../../../shared/corpus/detection-dev.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const text = lines.map((line) => JSON.parse(line).text).join('\n');
  const what = 'scan, today’s gazetteer, labelled sentences';
  return [againstLoop(what, text.repeat(5), ours, null)];
}

function peers(text: string, ours: Scanned): BenchRow[] {
  const { forms } = ours.gazetteer;
  const matcher = new AhoCorasick([...forms]);
  const pattern = trieRegExp(forms);
  return [
    againstPeer(
      '@monyone/aho-corasick/fast',
      text,
      ours,
      8,
      (text) => matcher.matchInText(text).map(({ begin, end }) => ({ start: begin, end })),
      (spans) => spans,
    ),
    againstPeer(
      'RegExp trie',
      text,
      ours,
      8,
      (text) =>
        Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
          start: index,
          end: index + found.length,
        })),
      leftmostLongest,
    ),
  ];
}

const PLACES = 100_000;

async function rowsOf(part: string): Promise<BenchRow[]> {
  const dataset = await todaysDataset();
  const names = newsNames(dataset);
  const text = (seed: number, perMillion: number) =>
    makeText({ units: MILLION, seed, names, perMillion });
  const today = 'today’s gazetteer';
  const many = '100,000 forms';
  switch (part) {
    case 'news':
      return [againstLoop(`scan, ${today}, news`, text(1, NEWS_RATE), scanned(dataset), 2)];
    case 'few':
      return [againstLoop(`scan, ${today}, few names`, text(2, FEW_RATE), scanned(dataset), 1.4)];
    case 'many': {
      const places = scanned(datasetOfNames(placeNames(PLACES)));
      return [againstLoop(`scan, ${many}, news`, text(3, NEWS_RATE), places, 2.6)];
    }
    case 'sentences':
      return sentences(scanned(dataset));
    case 'worst':
      return worst(scanned(dataset), today);
    case 'worst-many':
      return worst(scanned(datasetOfNames(placeNames(PLACES))), many);
    case 'peers':
      return peers(text(1, NEWS_RATE), scanned(dataset));
    default:
      throw new Error(`No part of this bench is called ${part}.`);
  }
}

if (process.argv[1] === import.meta.filename)
  for (const row of await rowsOf(process.argv[2] ?? 'news')) console.log(JSON.stringify(row));
