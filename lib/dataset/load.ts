import type { Dataset } from '@/lib/model/dataset';
import { err, type Result } from '@/lib/model/result';
import { type DatasetFiles, type DatasetProblem, parseDataset } from './parse';

/** Reads one file of the dataset by name, parsed from JSON; rejects when it cannot. */
export type ReadFile = (name: string) => Promise<unknown>;

/** The problem that a file which could not be read or is no JSON makes. */
export function unreadable(file: string, error: unknown): DatasetProblem {
  const message =
    error instanceof SyntaxError
      ? `the file is not JSON (${error.message}); correct it there`
      : `the file cannot be read (${String(error)})`;
  return { file, entity: null, path: '', message };
}

function fileNames(index: unknown): string[] {
  const files =
    typeof index === 'object' && index !== null && 'files' in index ? index.files : undefined;
  return Array.isArray(files) ? files.filter((name) => typeof name === 'string') : [];
}

/** Reads index.json and the files it names, side by side, and parses them all. Never rejects. */
export async function loadDataset(read: ReadFile): Promise<Result<Dataset, DatasetProblem[]>> {
  const files: Record<string, unknown> = {};
  const problems: DatasetProblem[] = [];
  const take = async (name: string) => {
    try {
      files[name] = await read(name);
    } catch (error) {
      problems.push(unreadable(name, error));
    }
  };
  await take('index.json');
  await Promise.all(fileNames(files['index.json']).map(take));
  return problems.length > 0 ? err(problems) : parseDataset(files satisfies DatasetFiles);
}

/** Parses a dataset from the texts of its files, by name. Never rejects. */
export function loadTexts(
  texts: Readonly<Record<string, string>>,
): Promise<Result<Dataset, DatasetProblem[]>> {
  return loadDataset(async (name) => JSON.parse(texts[name] ?? '') as unknown);
}
