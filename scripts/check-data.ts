/**
 * `npm run check:data`: parses public/dataset and holds it against every check, prints each problem
 * with file, entity and what to do, then what the dataset holds. Ends with 1 if there is a problem.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { checkDataset, countDataset } from '@/lib/dataset/check';
import type { Reference } from '@/lib/dataset/check-writing';
import { unreadable } from '@/lib/dataset/load';
import { checkBars, lookForNext, measure } from '@/lib/dataset/measure';
import { type DatasetProblem, describeProblem, parseDataset } from '@/lib/dataset/parse';
import { LIST_OF } from '@/lib/dataset/schema';
import type { Dataset } from '@/lib/model/dataset';
import { OWNED_KINDS } from '@/lib/model/entity';

const FOLDER = fileURLToPath(new URL('../public/dataset/', import.meta.url));

/** OpenCC's standard, Hong Kong and Taiwan spellings; pinyin-pro with the sandhi of 一 and 不. */
export function conversionLibraries(): Reference {
  const converters = (['hk', 'tw', 't'] as const).map((to) => OpenCC.Converter({ from: 'cn', to }));
  return {
    traditional: (simplified) => converters.map((convert) => convert(simplified)),
    pinyin: (simplified) => pinyin(simplified, { nonZh: 'consecutive' }),
  };
}

/** A folder's files as parsed JSON by name, without schema.json; those that are no JSON are problems. */
function readFolder(folder: string): { files: Record<string, unknown>; broken: DatasetProblem[] } {
  const files: Record<string, unknown> = {};
  const broken: DatasetProblem[] = [];
  for (const file of readdirSync(folder).filter((name) => name !== 'schema.json')) {
    try {
      files[file] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    } catch (error) {
      broken.push(unreadable(file, error));
    }
  }
  return { files, broken };
}

/** The committed dataset as parsed JSON by file name, without schema.json. */
export function readDatasetFiles(): Record<string, unknown> {
  return readFolder(FOLDER).files;
}

/** The dataset of a folder, null when it does not parse, and all that is wrong with it. */
export function checkFolder(folder: string): {
  dataset: Dataset | null;
  problems: DatasetProblem[];
} {
  const { files, broken } = readFolder(folder);
  if (broken.length > 0) return { dataset: null, problems: broken };
  const parsed = parseDataset(files);
  if (!parsed.ok) return { dataset: null, problems: parsed.error };
  const today = new Date().toISOString().slice(0, 10);
  const problems = checkDataset(parsed.value, today, conversionLibraries());
  return { dataset: parsed.value, problems };
}

function main(): number {
  const { dataset, problems: found } = checkFolder(FOLDER);
  const problems = [...found, ...(dataset ? checkBars(measure(dataset)) : [])];
  for (const problem of problems) console.error(describeProblem(problem));
  if (dataset) {
    const counts = countDataset(dataset);
    console.log(
      `Dataset ${dataset.version}: ${counts.kinds.division} divisions, ` +
        `${OWNED_KINDS.map((kind) => `${counts.kinds[kind]} ${LIST_OF[kind]}`).join(', ')}; ` +
        `${counts.facts} facts ` +
        `(${counts.claims} of them claims), none unsourced or undated; ${counts.metrics} metrics, ` +
        `${counts.rankings} rankings, ${counts.sources} sources.`,
    );
    const m = measure(dataset);
    console.log(
      `A source of ${m.traceable} % of the facts can be opened; ${m.recent} % are of 2023 or later; ` +
        `${m.texts} % of the numbered documents have their text; ` +
        `${m.inSeries} % of the figures are in series; ${m.lineage} edges join documents.`,
    );
    const next = lookForNext(dataset, new Date().toISOString().slice(0, 10));
    console.log(['To look for next:', ...next].join('\n  '));
  }
  console.log(problems.length === 0 ? 'All checks passed.' : `Problems: ${problems.length}.`);
  return problems.length === 0 ? 0 : 1;
}

if (argv[1] === fileURLToPath(import.meta.url)) exit(main());
