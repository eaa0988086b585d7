import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readAll } from '@/lib/store/highlights';
import { changeLibrary } from '@/lib/store/library';
import { renameTag } from '@/lib/store/rename-tag';
import { settle } from '@/lib/store/settle';
import { kept } from '../../components/fixtures/library';
import { Disk, type Worker } from './faults/disk';

const NOW = new Date('2026-11-23T08:00:00Z');

let disk: Disk;
let worker: Worker;
beforeEach(async () => {
  disk = new Disk();
  worker = await disk.start();
  const add = [
    kept('a', '浙里办', { tags: ['平台', '浙江'] }),
    kept('b', '粤省事', { tags: ['平台', '服务平台'] }),
    kept('c', '一网通办', { tags: ['改革'] }),
  ];
  const later = { ...kept('later', '后来的版本写的', { tags: ['平台'] }), colour: 'violet' };
  const unreadable = [{ id: 'later', row: later }];
  const options = { signal: new AbortController().signal, onProgress() {} };
  await changeLibrary(worker.db, { add, replace: [], unreadable }, options);
});

const tags = async () =>
  Object.fromEntries((await readAll(worker.db)).highlights.map(({ id, tags }) => [id, tags]));

describe('a tag', () => {
  test('has another name on all that had it, in its place, and on nothing else', async () => {
    expect(await renameTag(worker.db, '平台', '政务平台', NOW)).toEqual({ ok: true, value: 2 });
    expect(await tags()).toEqual({
      a: ['政务平台', '浙江'],
      b: ['政务平台', '服务平台'],
      c: ['改革'],
    });
    const { highlights, unreadable } = await readAll(worker.db);
    expect(highlights.map(({ id, revision }) => id + revision)).toEqual(['a2', 'b2', 'c1']);
    expect(highlights[0]?.modifiedAt).toBe(NOW.toISOString());
    expect(unreadable).toMatchObject([{ tags: ['平台'] }]);
  });

  test('is merged with one that is there, once on each', async () => {
    await renameTag(worker.db, '平台', '服务平台', NOW);
    expect(await tags()).toEqual({ a: ['服务平台', '浙江'], b: ['服务平台'], c: ['改革'] });
  });

  test('that nobody has, or that keeps its name, changes nothing', async () => {
    expect(await renameTag(worker.db, '无', '有', NOW)).toEqual({ ok: true, value: 0 });
    expect(await renameTag(worker.db, '平台', '平台', NOW)).toEqual({ ok: true, value: 0 });
    const { highlights } = await readAll(worker.db);
    expect(highlights.map(({ revision }) => revision)).toEqual([1, 1, 1]);
  });

  test('is renamed in both copies', async () => {
    await renameTag(worker.db, '平台', '政务平台', NOW);
    worker.end();
    await disk.wipe();
    worker = await disk.start();
    await settle(worker.db, true);
    expect(await tags()).toMatchObject({ a: ['政务平台', '浙江'] });
  });
});
