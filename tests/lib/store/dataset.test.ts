import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownEntity } from '@/lib/dataset/own-entries';
import type { Dataset } from '@/lib/model/entity';
import {
  type Installation,
  installDataset,
  installOwnEntries,
  keepSearchIndex,
  readArtefact,
  readDataset,
  readTexts,
} from '@/lib/store/dataset';
import { GovGlossDb } from '@/lib/store/db';
import { readOwnEntries } from '@/lib/store/own-entries';
import { cardOf } from '@/lib/store/queries';
import { storedSource } from '@/lib/store/source';
import { installedVersion, refusedVersion } from '@/lib/store/versions';

function installation(version: string, name: string): Installation {
  const entity = {
    ...ownEntity({ kind: 'concept', name, en: '', what: '', link: '', note: '' }, 'x'),
    id: 'CN/x',
  };
  const nation = { ...entity, id: 'CN', kind: 'division' };
  const dataset = {
    version,
    entities: [entity, nation],
    rankings: [],
    sources: [],
  } as unknown as Dataset;
  return {
    dataset,
    texts: { 'index.json': version },
    gazetteer: `gazetteer of ${version}`,
  };
}

let db: GovGlossDb;
let count = 0;

beforeEach(async () => {
  db = new GovGlossDb(`dataset-${count++}`);
  await db.open();
});
afterEach(() => db.delete());

test('before the first install there is nothing', async () => {
  expect(await installedVersion(db)).toBeNull();
  expect(await readArtefact(db, 'gazetteer')).toBeNull();
  expect(await readTexts(db, 'files')).toBeNull();
});

describe('installing', () => {
  test('replaces the dataset whole and keeps the one before', async () => {
    await installDataset(db, installation('2026.01.01', '旧'));
    await installDataset(db, installation('2026.02.01', '新'));
    expect(await installedVersion(db)).toBe('2026.02.01');
    expect((await readDataset(db))?.entities.map(({ names }) => names.zhHans)).toEqual([
      '新',
      '新',
    ]);
    expect((await readArtefact(db, 'gazetteer'))?.data).toBe('gazetteer of 2026.02.01');
    expect(await readTexts(db, 'previous-files')).toEqual({
      version: '2026.01.01',
      texts: { 'index.json': '2026.01.01' },
    });
  });

  test('that fails in the middle leaves the old dataset whole', async () => {
    await installDataset(db, installation('2026.01.01', '旧'));
    const broken = installation('2026.02.01', '新');
    broken.dataset.entities.push(broken.dataset.entities[0]!);
    await expect(installDataset(db, broken)).rejects.toThrow();
    expect(await installedVersion(db)).toBe('2026.01.01');
    expect((await readArtefact(db, 'gazetteer'))?.data).toBe('gazetteer of 2026.01.01');
    const card = await cardOf(storedSource(db, '2026.01.01'), 'CN/x', []);
    expect(card.ok && card.value.entity.names.zhHans).toBe('旧');
  });

  test('the same version again does not lose the one before', async () => {
    await installDataset(db, installation('2026.01.01', '旧'));
    await installDataset(db, installation('2026.02.01', '新'));
    await installDataset(db, installation('2026.02.01', '新'));
    expect((await readTexts(db, 'previous-files'))?.version).toBe('2026.01.01');
  });

  test('a rollback is remembered until something newer is installed', async () => {
    await installDataset(db, { ...installation('2026.01.01', '旧'), refuse: '2026.02.01' });
    expect(await refusedVersion(db)).toBe('2026.02.01');
    await installDataset(db, installation('2026.03.01', '更新'));
    expect(await refusedVersion(db)).toBeNull();
  });
});

test('a search index is kept beside the dataset it was built from, and no other', async () => {
  await installDataset(db, installation('2026.01.01', '旧'));
  await keepSearchIndex(db, { version: '2026.01.01', data: 'index of the old' });
  await installDataset(db, installation('2026.02.01', '新'));
  await keepSearchIndex(db, { version: '2026.01.01', data: 'late' });
  expect(await readArtefact(db, 'search-index')).toEqual({
    version: '2026.01.01',
    data: 'index of the old',
  });
  await keepSearchIndex(db, { version: '2026.02.01', data: 'index of the new' });
  expect((await readArtefact(db, 'search-index'))?.version).toBe('2026.02.01');
});

describe('own entries', () => {
  const own = {
    entities: [
      ownEntity(
        {
          kind: 'platform',
          name: '某市通',
          en: '',
          what: '某市的应用',
          link: 'https://example.org/',
          note: '',
        },
        'moushitong',
      ),
    ],
    forms: [{ entity: 'CN/x', form: '某写法' }],
  };

  test('survive an update of the dataset', async () => {
    await installDataset(db, installation('2026.01.01', '旧'));
    await installOwnEntries(db, own, 'with own', 'm1');
    expect((await readArtefact(db, 'gazetteer'))?.version).toBe('2026.01.01+m1');
    await installDataset(db, installation('2026.02.01', '新'));
    expect(await readOwnEntries(db)).toEqual(own);
    const card = await cardOf(storedSource(db, '2026.02.01'), 'CN/own-moushitong', []);
    expect(card.ok && card.value.entity.names.zhHans).toBe('某市通');
  });

  test('carry a revision each; one that is deleted leaves a tombstone, and none is a highlight', async () => {
    await installDataset(db, installation('2026.01.01', '旧'));
    await installOwnEntries(db, own, 'g', 'm1');
    const [entity] = own.entities;
    if (!entity) throw new Error('there is no own entity');
    const renamed = { ...entity, aliases: ['某通'] };
    await installOwnEntries(db, { ...own, entities: [renamed] }, 'g', 'm2');
    const revisions = async () =>
      (await db.ownRevisions.toArray()).map(({ id, revision }) => [id, revision]);
    expect(await revisions()).toEqual([
      ['CN/own-moushitong', 2],
      ['CN/x 某写法', 1],
    ]);
    await installOwnEntries(db, { entities: [], forms: own.forms }, 'g', 'm3');
    expect(await revisions()).toEqual([['CN/x 某写法', 1]]);
    expect(await db.tombstones.toArray()).toMatchObject([
      { id: 'CN/own-moushitong', kind: 'own-entry', revision: 3 },
    ]);
    await installOwnEntries(db, own, 'g', 'm4');
    expect(await revisions()).toContainEqual(['CN/own-moushitong', 4]);
    expect(await db.tombstones.count()).toBe(0);
    expect(await readOwnEntries(db)).toEqual(own);
  });
});
