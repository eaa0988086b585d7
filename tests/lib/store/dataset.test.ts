import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownEntity } from '@/lib/dataset/own-entries';
import type { Dataset } from '@/lib/model/dataset';
import {
  type Installation,
  installDataset,
  installOwnEntries,
  readInstalled,
  readTexts,
} from '@/lib/store/dataset';
import { GovGlossDb } from '@/lib/store/db';
import { keepDerived, readDerived } from '@/lib/store/derived';
import { readOwnEntries } from '@/lib/store/own-entries';
import { cardOf } from '@/lib/store/queries';
import { storedSource } from '@/lib/store/source';
import { installedVersion, readEdition, refusedVersion } from '@/lib/store/versions';

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
  return { dataset, texts: { 'index.json': version } };
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
  expect(await readInstalled(db)).toBeNull();
  expect(await readTexts(db, 'files')).toBeNull();
});

describe('installing', () => {
  test('replaces the dataset whole and keeps the one before', async () => {
    await installDataset(db, installation('2026.01.01', '旧'));
    await installDataset(db, installation('2026.02.01', '新'));
    expect(await installedVersion(db)).toBe('2026.02.01');
    const installed = await readInstalled(db);
    expect(installed?.dataset.entities.map(({ names }) => names.zhHans)).toEqual(['新', '新']);
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
    expect((await readInstalled(db))?.dataset.version).toBe('2026.01.01');
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

/** Keeps something derived from what is in the store now. */
async function derive(data: unknown, edition?: string): Promise<void> {
  const current = edition ?? (await readEdition(db))?.id ?? '';
  await keepDerived(db, 'search-index', { edition: current, key: `build ${current}`, data });
}

async function derivedNow(): Promise<unknown> {
  return readDerived(db, 'search-index', `build ${(await readEdition(db))?.id}`);
}

describe('what is derived', () => {
  beforeEach(() => installDataset(db, installation('2026.01.01', '旧')));

  test('is answered as it was kept, and not when it is not that', async () => {
    for (const data of ['text', new Uint32Array([7, 8, 9]), { forms: ['浙里办'], counts: [1] }]) {
      await derive(data);
      expect(await derivedNow()).toEqual(data);
      const row = await db.artefacts.get('search-index');
      await db.artefacts.put({ ...row!, data: ['torn'] });
      expect(await derivedNow()).toBeNull();
    }
  });

  test('goes with the dataset and the own entries it was made from', async () => {
    for (const replace of [
      () => installDataset(db, installation('2026.02.01', '新')),
      () => installDataset(db, installation('2026.02.01', '新')),
      () => installOwnEntries(db, { entities: [], forms: [] }),
    ]) {
      await derive('of the old');
      await replace();
      expect(await derivedNow()).toBeNull();
    }
  });

  test('is not kept when something else was installed while it was made', async () => {
    const old = (await readEdition(db))?.id;
    await installDataset(db, installation('2026.02.01', '新'));
    await derive('of the new');
    await derive('late', old);
    expect(await derivedNow()).toBe('of the new');
  });

  test('is answered to the build that made it, and to no other', async () => {
    await derive('of this build');
    const edition = (await readEdition(db))?.id;
    expect(await readDerived(db, 'search-index', `other build ${edition}`)).toBeNull();
  });

  test('is nothing to 0.1.0, which takes any text there for what it made itself', async () => {
    await derive('of this build');
    expect(await db.artefacts.get('search-index')).not.toMatchObject({ data: expect.any(String) });
  });
});

test.each<[string, () => Promise<unknown>]>([
  ['an entity is missing', () => db.entities.delete('CN/x')],
  [
    'an entity says something else',
    () => db.entities.update('CN/x', { 'entity.names': {} } as never),
  ],
  ['a source was added', () => db.sources.put({ id: 's' } as never)],
])('a dataset of which %s is not taken for whole', async (_, tear) => {
  await installDataset(db, installation('2026.01.01', '旧'));
  expect(await readInstalled(db)).not.toBeNull();
  await tear();
  expect(await readInstalled(db)).toBeNull();
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
    await installOwnEntries(db, own);
    await installDataset(db, installation('2026.02.01', '新'));
    expect(await readOwnEntries(db)).toEqual(own);
    const card = await cardOf(storedSource(db, '2026.02.01'), 'CN/own-moushitong', []);
    expect(card.ok && card.value.entity.names.zhHans).toBe('某市通');
  });

  test('carry a revision each; one that is deleted leaves a tombstone, and none is a highlight', async () => {
    await installDataset(db, installation('2026.01.01', '旧'));
    await installOwnEntries(db, own);
    const [entity] = own.entities;
    if (!entity) throw new Error('there is no own entity');
    const renamed = { ...entity, aliases: ['某通'] };
    await installOwnEntries(db, { ...own, entities: [renamed] });
    const revisions = async () =>
      (await db.ownRevisions.toArray()).map(({ id, revision }) => [id, revision]);
    expect(await revisions()).toEqual([
      ['CN/own-moushitong', 2],
      ['CN/x 某写法', 1],
    ]);
    await installOwnEntries(db, { entities: [], forms: own.forms });
    expect(await revisions()).toEqual([['CN/x 某写法', 1]]);
    expect(await db.tombstones.toArray()).toMatchObject([
      { id: 'CN/own-moushitong', kind: 'own-entry', revision: 3 },
    ]);
    await installOwnEntries(db, own);
    expect(await revisions()).toContainEqual(['CN/own-moushitong', 4]);
    expect(await db.tombstones.count()).toBe(0);
    expect(await readOwnEntries(db)).toEqual(own);
  });
});
