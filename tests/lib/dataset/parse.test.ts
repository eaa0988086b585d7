import { describe, expect, it } from 'vitest';
import { describeProblem, parseDataset } from '@/lib/dataset/parse';
import { readDatasetFiles } from '@/scripts/check-data';

type Json = Record<string, unknown>;

/** The committed files, deeply copied, with one of them changed. */
function filesWith(name: string, change: (file: Json) => void): Json {
  const files = structuredClone(readDatasetFiles());
  change(files[name] as Json);
  return files;
}

function firstOf(file: Json, list: string): Json {
  return (file[list] as Json[])[0]!;
}

function problemsOf(files: Json): string[] {
  const result = parseDataset(files);
  return result.ok ? [] : result.error.map(describeProblem);
}

describe('parseDataset', () => {
  it('reads the packaged dataset', () => {
    const result = parseDataset(readDatasetFiles());
    expect(result.ok).toBe(true);
  });

  it('names file, entity and path of a wrong value', () => {
    const files = filesWith('CN-ZJ.json', (file) => {
      firstOf(file, 'platforms').launched = '2019-13';
    });
    const id = firstOf(readDatasetFiles()['CN-ZJ.json'] as Json, 'platforms').id as string;
    const [problem] = problemsOf(files);
    expect(problem).toContain(`CN-ZJ.json · ${id} · platforms.0.launched: `);
  });

  it('reports every problem of every file, not the first only', () => {
    const files = filesWith('CN-ZJ.json', (file) => {
      firstOf(file, 'platforms').status = 'gone';
    });
    firstOf(files['CN-GD.json'] as Json, 'policies').date = 'May 2018';
    const problems = problemsOf(files);
    expect(problems.some((line) => line.startsWith('CN-ZJ.json'))).toBe(true);
    expect(problems.some((line) => line.startsWith('CN-GD.json'))).toBe(true);
  });

  it.each<[string, (platform: Json) => void, string]>([
    [
      'a misspelt key',
      (p) => Object.assign(p, { launchd: '2019' }),
      'launchd: there is no key “launchd” here; correct its spelling or take it out',
    ],
    ['a missing key', (p) => delete p.summary, 'summary: “summary” is missing; add it'],
    [
      'a wrong date',
      (p) => Object.assign(p, { launched: 'June 2019' }),
      '"June 2019" will not do: write a date such as 2023',
    ],
    [
      'a word of no list',
      (p) => Object.assign(p, { types: ['aap'] }),
      '"aap" is not one of "app", "mini-program"',
    ],
    [
      'no source',
      (p) => Object.assign(firstOf(p, 'facts'), { sources: [] }),
      'facts.0.sources: the list is empty; put in at least one',
    ],
    [
      'a figure in words',
      (p) => Object.assign(firstOf(p, 'metrics'), { value: '28 million' }),
      'value: it should be number, not "28 million"; correct it',
    ],
  ])('says what to do about %s', (_what, change, said) => {
    const files = filesWith('CN-ZJ.json', (file) => change(firstOf(file, 'platforms')));
    expect(problemsOf(files)).toEqual([expect.stringContaining(said)]);
  });

  it('says which file the index does not name', () => {
    const files = filesWith('index.json', (file) => {
      file.files = (file.files as string[]).filter((name) => name !== 'CN-ZJ.json');
    });
    expect(problemsOf(files)).toEqual([
      'CN-ZJ.json: index.json does not name the file; add it there or delete the file',
    ]);
  });

  it('says which file is missing', () => {
    const files = structuredClone(readDatasetFiles());
    delete files['CN-GZ.json'];
    expect(problemsOf(files)).toContainEqual(
      expect.stringContaining('CN-GZ.json: the file is missing'),
    );
  });

  it('refuses an id that belongs to another file', () => {
    const files = filesWith('CN-ZJ.json', (file) => {
      firstOf(file, 'platforms').id = 'CN-GD/zheliban';
    });
    expect(problemsOf(files)).toContainEqual(
      expect.stringMatching(/CN-ZJ\.json · CN-GD\/zheliban/),
    );
  });

  it('refuses an id used twice', () => {
    const files = filesWith('CN-ZJ.json', (file) => {
      (file.platforms as Json[]).push(structuredClone(firstOf(file, 'platforms')));
    });
    expect(problemsOf(files)).toContainEqual(expect.stringContaining('used twice'));
  });

  it.each([null, 7, 'text', [], {}])('refuses %j as index.json', (index) => {
    expect(parseDataset({ 'index.json': index }).ok).toBe(false);
  });
});
