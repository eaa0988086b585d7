import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { describeProblem, parseDataset } from '@/lib/dataset/parse';
import { readDatasetFiles } from '@/scripts/check-data';

const FOLDER = 'public/dataset/';

function git(...words: string[]): string {
  return execFileSync('git', words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** Every state of the dataset that was ever committed; none where there is no history. */
function earlier(): { commit: string; files: Record<string, unknown> }[] {
  let commits: string[];
  try {
    commits = git('rev-list', 'HEAD', '--', FOLDER).trim().split('\n');
  } catch {
    return [];
  }
  return commits.filter(Boolean).map((commit) => {
    const names = git('ls-tree', '--name-only', commit, FOLDER).trim().split('\n');
    const kept = names.filter((name) => name.endsWith('.json') && !name.endsWith('schema.json'));
    const files = kept.map((name): [string, unknown] => [
      name.slice(FOLDER.length),
      JSON.parse(git('show', `${commit}:${name}`)),
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
