import { readFile } from 'node:fs/promises';
import { loadDataset } from '@/lib/dataset/load';
import type { Dataset } from '@/lib/model/dataset';

/** The dataset as it lies in public/dataset; throws with its first problem when it has any. */
export async function readDataset(): Promise<Dataset> {
  const loaded = await loadDataset(async (name) =>
    JSON.parse(await readFile(new URL(`../../public/dataset/${name}`, import.meta.url), 'utf8')),
  );
  if (loaded.ok) return loaded.value;
  const problem = loaded.error[0];
  throw new Error(`public/dataset: ${problem?.file}: ${problem?.path} ${problem?.message}`);
}
