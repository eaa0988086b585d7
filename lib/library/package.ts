import { browser } from 'wxt/browser';
import { loadDataset } from '@/lib/dataset/load';
import { describeProblem } from '@/lib/dataset/parse';
import type { DatasetTexts } from '@/lib/dataset/update';
import { logError } from '@/lib/messages/error-log';
import type { Dataset } from '@/lib/model/dataset';

/** The packaged dataset does not parse: a broken package, or a hand-made one with a mistake. */
class PackagedDatasetError extends Error {
  override name = 'PackagedDatasetError';
}

async function readFile(name: string): Promise<string> {
  const response = await fetch(new URL(`/dataset/${name}`, browser.runtime.getURL('/popup.html')));
  return response.text();
}

/** The dataset of the package, with its files. Rejects when it cannot be used. */
export async function readPackage(): Promise<{ dataset: Dataset; texts: DatasetTexts }> {
  const texts: Record<string, string> = {};
  const loaded = await loadDataset(async (name) => {
    texts[name] = await readFile(name);
    return JSON.parse(texts[name]) as unknown;
  });
  if (loaded.ok) return { dataset: loaded.value, texts };
  throw new PackagedDatasetError(loaded.error.slice(0, 5).map(describeProblem).join('\n'));
}

/** The version in the package, without reading the rest of it; '' when it cannot be told. */
export async function packagedVersion(): Promise<string> {
  try {
    const index: unknown = JSON.parse(await readFile('index.json'));
    const version: unknown =
      typeof index === 'object' && index !== null && 'version' in index ? index.version : '';
    return typeof version === 'string' ? version : '';
  } catch (error) {
    logError(error, 'reading the version of the package');
    return '';
  }
}
