/**
 * `npm run check:coverage FILE…`: what news names and the dataset does not know. Reads UTF-8 text,
 * runs the detector over it and lists names that look like those of systems and documents, occur
 * often enough and are no entity, newest first. A line's date is the last one seen before or in it
 * (2026-08-09, 20260809, 2026年8月9日), the file's name first.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describeProblem, parseDataset } from '@/lib/dataset/parse';
import { createDetector, type Detector } from '@/lib/detect/detect';
import { readGazetteer } from '@/lib/detect/gazetteer';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { readDatasetFiles } from './check-data';

/** A name that is no entity. */
export interface Unknown {
  name: string;
  count: number;
  /** The newest date it was met at, YYYY-MM-DD; '' when the text bears none. */
  newest: string;
  /** Some text around one place. */
  example: string;
}

/** What systems and documents are called: in quotation marks by their ends, or by brackets. */
const LOOKS_LIKE = [
  /《([^《》\n]{6,60}(?:条例|办法|规定|意见|方案|规划|计划|行动|指南|指引|通知|纲要|法))》/gu,
  /([\p{Script=Han}]{2,8}〔20\d\d〕\d+号)/gu,
  /[“「]([\p{Script=Han}A-Za-z0-9@·+]{2,10}(?:办|通|码|网|云|大脑|平台|系统|[Aa][Pp][Pp]))[”」]/gu,
  /[“「](数字[\p{Script=Han}]{2,8})[”」]/gu,
  /((?:国家|全国)[\p{Script=Han}]{2,14}(?:平台|系统|数据库|公共服务))/gu,
];
const DATE =
  /(20\d\d)(?:-|年)?(0[1-9]|1[0-2]|[1-9](?=月))(?:-|月)?(0[1-9]|[12]\d|3[01]|[1-9](?=日))/;
const AROUND = 24;

/** The first date of a text as YYYY-MM-DD, or null. */
export function dateIn(text: string): string | null {
  const [, year, month = '', day = ''] = DATE.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** Names of one text that are no entity, counted into `found`. `date` holds for lines without one. */
export function collectUnknown(
  text: string,
  date: string | null,
  detector: Pick<Detector, 'detect'>,
  found: Map<string, Unknown>,
): void {
  let day = date ?? '';
  for (const line of text.split('\n')) {
    day = dateIn(line) ?? day;
    const known = detector.detect(line);
    for (const pattern of LOOKS_LIKE) {
      for (const match of line.matchAll(pattern)) {
        const name = match[1] ?? '';
        const start = match.index + match[0].indexOf(name);
        const end = start + name.length;
        if (known.some((mention) => mention.start < end && start < mention.end)) continue;
        const seen = found.get(name) ?? { name, count: 0, newest: '', example: '' };
        seen.count++;
        if (day >= seen.newest) {
          seen.newest = day;
          seen.example = line.slice(Math.max(0, start - AROUND), end + AROUND).trim();
        }
        found.set(name, seen);
      }
    }
  }
}

/** Those that occur at least `least` times, the newest first, then the most frequent. */
export function listUnknown(found: ReadonlyMap<string, Unknown>, least: number): Unknown[] {
  return [...found.values()]
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.newest.localeCompare(a.newest) || b.count - a.count);
}

/** The detector of the committed dataset. */
function committedDetector(): Detector {
  const parsed = parseDataset(readDatasetFiles());
  if (!parsed.ok) throw new Error(parsed.error.map(describeProblem).join('\n'));
  const gazetteer = readGazetteer(compileForPages(parsed.value));
  if (!gazetteer.ok) throw new Error(`The gazetteer cannot be read: ${gazetteer.error}`);
  return createDetector(gazetteer.value);
}

const LEAST = 2;

function main(files: string[]): number {
  if (files.length === 0) {
    console.error('usage: npm run check:coverage FILE… (UTF-8 text with dates)');
    return 2;
  }
  const detector = committedDetector();
  const found = new Map<string, Unknown>();
  for (const file of files)
    collectUnknown(readFileSync(file, 'utf8'), dateIn(basename(file)), detector, found);
  const unknown = listUnknown(found, LEAST);
  for (const { name, count, newest, example } of unknown)
    console.log(`${newest || 'no date'}\t${count}\t${name}\t${example}`);
  console.log(`${unknown.length} names met at least ${LEAST} times are no entity.`);
  return 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) exit(main(argv.slice(2)));
