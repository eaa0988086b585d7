import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { describeProblem, parseDataset } from '@/lib/dataset/parse';
import { readDatasetFiles } from '@/scripts/check-data';

const FOLDER = 'public/dataset/';

function git(words: string[], input = ''): Buffer {
  return execFileSync('git', words, { input, maxBuffer: 2 ** 28 });
}

/** The contents of files of a commit, all read by one process. */
function contents(commit: string, names: string[]): string[] {
  const wanted = names.map((name) => `${commit}:${name}\n`).join('');
  let rest = git(['cat-file', '--batch'], wanted);
  return names.map(() => {
    const line = rest.indexOf('\n');
    const size = Number(rest.toString('utf8', 0, line).split(' ')[2]);
    const content = rest.toString('utf8', line + 1, line + 1 + size);
    rest = rest.subarray(line + size + 2);
    return content;
  });
}

/** Every version of the dataset that was ever committed; none where there is no history. */
function earlier(): { commit: string; files: Record<string, unknown> }[] {
  let commits: string[];
  try {
    commits = git(['rev-list', 'HEAD', '--', `${FOLDER}index.json`])
      .toString()
      .trim()
      .split('\n');
  } catch {
    return [];
  }
  return commits.filter(Boolean).map((commit) => {
    const listed = git(['ls-tree', '--name-only', commit, FOLDER]).toString().trim().split('\n');
    const names = listed.filter((name) => /(?<!schema)\.json$/.test(name));
    const texts = contents(commit, names);
    const files = names.map((name, at): [string, unknown] => [
      name.slice(FOLDER.length),
      JSON.parse(texts[at] ?? ''),
    ]);
    return { commit, files: Object.fromEntries(files) };
  });
}

test('every earlier dataset can be read, and none of its ids is lost', { timeout: 60_000 }, () => {
  const now = parseDataset(readDatasetFiles());
  if (!now.ok) throw new Error(now.error.map(describeProblem).join('\n'));
  const ids = new Set(now.value.entities.map(({ id }) => id));
  for (const { commit, files } of earlier()) {
    const then = parseDataset(files);
    if (!then.ok) throw new Error(`${commit}: ${then.error.map(describeProblem).join('\n')}`);
    const lost = then.value.entities.map(({ id }) => id).filter((id) => !ids.has(id));
    expect(lost, commit).toEqual([]);
  }
});
