import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '@/lib/dataset/load';
import { createScanner } from '@/lib/detect/scan';
import { sensesOf } from '@/lib/detect/senses';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import type { Dataset } from '@/lib/model/dataset';
import { foldText } from '@/lib/text/fold';
import { conceptNamed, datasetWith, received } from '../detect/scan-fixture';

async function publicDataset(): Promise<Dataset> {
  const folder = path.join(import.meta.dirname, '../../../public/dataset');
  const loaded = await loadDataset(async (name) =>
    JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

describe('the gazetteer of the dataset that ships', () => {
  // Of it ordinary words are 83 kB, forms and what they mean 103, hosts 6, vocabulary 5, places 3.
  // Read once, by the background.
  it('takes at most 200 kB on the wire', async () => {
    const text = compileForPages(await publicDataset());
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(200_000);
  });

  it('finds each name of each entity in its own name', async () => {
    const dataset = await publicDataset();
    const gazetteer = received(dataset);
    const scan = createScanner(gazetteer);
    const lost = dataset.entities
      .filter((entity) => entity.id !== 'CN')
      .flatMap((entity) =>
        [entity.names.zhHans, entity.names.zhHant].map((name) => ({ entity, name })),
      )
      .filter(
        ({ entity, name }) =>
          !entity.surfaceRules?.some(
            ({ form, needs }) => foldText(form) === foldText(name) && needs === 'never',
          ),
      )
      .filter(({ entity, name }) => {
        const candidates = scan(name);
        return !candidates.some(({ form }) =>
          sensesOf(gazetteer, form).some((sense) => sense.entity.id === entity.id),
        );
      });
    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});

/** A real page kept beside the checkout, not in it: what it names, in its spelling, how often. */
const SHARED = path.join(import.meta.dirname, '../../../../shared');
const ARTICLE = path.join(SHARED, 'pages/roadmap-2020.txt');

interface ArticleRow {
  name: string;
  kind: string;
  spelling: string[];
  occurrences: number;
}

/** Occurrences in the article, those inside others of the same row left out. */
function countRows(rows: ArticleRow[]): number[] {
  const entities = rows.map((row, index) => ({
    ...conceptNamed(row.name.replace(/（.*）$/, ''), index),
    aliases: row.spelling,
  }));
  const gazetteer = received(datasetWith(entities));
  const scan = createScanner(gazetteer);
  const counts = rows.map(() => 0);
  const ends = rows.map(() => 0);
  for (const { start, end, form } of scan(readFileSync(ARTICLE, 'utf8')))
    for (const { entity } of sensesOf(gazetteer, form)) {
      const row = Number(entity.id.slice('CN/c'.length));
      if (start < ends[row]!) continue;
      ends[row] = end;
      counts[row]!++;
    }
  return counts;
}

describe.skipIf(!existsSync(ARTICLE))('the article of 2020, where it is at hand', () => {
  it('names each system as often as was counted', () => {
    const rows: ArticleRow[] = JSON.parse(
      readFileSync(path.join(SHARED, 'facts/roadmap-systems.json'), 'utf8'),
    );
    const counts = countRows(rows);
    // The count of 数字福建 leaves out the one inside 数字福建云计算中心, a row of its own.
    const expected = rows.map(
      ({ name, occurrences }) => occurrences + (name === '数字福建' ? 1 : 0),
    );
    expect(rows.map(({ name }, i) => `${name} ${counts[i]}`)).toEqual(
      rows.map(({ name }, i) => `${name} ${expected[i]}`),
    );
  });
});
