import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GovGlossDb } from '@/lib/store/db';

let db: GovGlossDb;

/** As Firefox does: who met a full disk may only delete in the next transaction of that connection. */
beforeEach(() => {
  const open = IDBDatabase.prototype.transaction;
  const forDeleting = new WeakSet<IDBDatabase>();
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    tables,
    mode,
    options,
  ) {
    const opened = open.call(this, tables, mode, options);
    if (mode !== 'readwrite') return opened;
    if (forDeleting.delete(this)) {
      const store = opened.objectStore.bind(opened);
      vi.spyOn(opened, 'objectStore').mockImplementation((name) => {
        const found = store(name);
        vi.spyOn(found, 'put').mockImplementation(() => {
          throw new DOMException('did not allow mutations', 'InvalidStateError');
        });
        return found;
      });
    }
    opened.addEventListener('abort', () => forDeleting.add(this));
    return opened;
  });
  db = new GovGlossDb('after-full', null);
});

afterEach(() => {
  db.close();
  vi.restoreAllMocks();
});

const write = (value: number) =>
  db.transaction('rw', db.meta, () => db.meta.put({ key: 'a', value }).then(() => {}));

test('what is written once there is room again is taken, after any number of refusals', async () => {
  await write(0);
  for (const refusals of [1, 2, 3]) {
    for (let nth = 0; nth < refusals; nth++) {
      const full = db.transaction('rw', db.meta, async () => {
        await db.meta.put({ key: 'a', value: -1 });
        throw new DOMException('no room', 'QuotaExceededError');
      });
      await expect(full).rejects.toThrow('no room');
    }
    await write(refusals);
    expect((await db.meta.get('a'))?.value).toBe(refusals);
  }
});

test('a database that was closed while the disk was full opens again', async () => {
  await write(0);
  const full = db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: 'a', value: -1 });
    db.close({ disableAutoOpen: false });
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(full).rejects.toThrow();
  await write(1);
  expect((await db.meta.get('a'))?.value).toBe(1);
});
