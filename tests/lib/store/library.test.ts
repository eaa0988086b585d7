import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GovGlossDb } from '@/lib/store/db';
import {
  backupState,
  changeLibrary,
  isBackupDue,
  noteBackup,
  postponeReminder,
  REMIND_AFTER,
} from '@/lib/store/library';
import { kept } from '../../components/fixtures/library';

let db: GovGlossDb;
beforeEach(() => {
  db = new GovGlossDb(`library-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const keep = (count: number, day: string) =>
  db.highlights.bulkAdd(
    Array.from({ length: count }, (_, at) =>
      kept(`${day}-${at}`, '浙里办', { createdAt: `${day}T08:00:00.000Z` }),
    ),
  );
const state = async () => {
  const result = await backupState(db);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('backupState', () => {
  it('says nothing to a reader with few highlights', async () => {
    await keep(REMIND_AFTER - 1, '2026-05-01');
    expect(await state()).toEqual({
      count: REMIND_AFTER - 1,
      lastBackup: null,
      newSince: REMIND_AFTER - 1,
      due: false,
    });
  });

  it('reminds after a hundred new highlights, and again a hundred after the last backup', async () => {
    await keep(REMIND_AFTER, '2026-05-01');
    expect((await state()).due).toBe(true);
    await noteBackup(db, new Date('2026-05-02T00:00:00Z'));
    expect(await state()).toMatchObject({ newSince: 0, due: false });
    await keep(REMIND_AFTER, '2026-06-01');
    expect(await state()).toMatchObject({ newSince: REMIND_AFTER, due: true });
  });

  it('keeps quiet after "later" until a hundred more are new, and still counts them all', async () => {
    await keep(REMIND_AFTER, '2026-05-01');
    await postponeReminder(db, new Date('2026-05-02T00:00:00Z'));
    await keep(5, '2026-05-03');
    expect(await state()).toMatchObject({ newSince: REMIND_AFTER + 5, due: false });
    await keep(REMIND_AFTER, '2026-06-01');
    expect((await state()).due).toBe(true);
  });
});

describe('isBackupDue', () => {
  const now = new Date('2026-06-08T08:00:00Z');
  it.each([
    ['no schedule, never backed up', 0, null, false],
    ['a schedule, never backed up', 7, null, true],
    ['backed up within the week', 7, '2026-06-01T08:00:01Z', false],
    ['backed up a week ago', 7, '2026-06-01T08:00:00Z', true],
  ])('%s', (_, everyDays, last, due) => {
    expect(isBackupDue(everyDays, last, now)).toBe(due);
  });
});

describe('changeLibrary', () => {
  const on = (signal = new AbortController().signal, onProgress = () => {}) => ({
    signal,
    onProgress,
  });
  const many = (count: number, exact = '浙里办') =>
    Array.from({ length: count }, (_, at) => kept(`many-${at}`, exact));
  const all = () => db.highlights.toArray();

  it('adds and replaces in one go', async () => {
    const before = kept('changed', '旧');
    await db.highlights.add(before);
    const after = kept('changed', '旧', { note: '新' });
    const change = { add: many(3), replace: [{ before, after }] };
    expect(await changeLibrary(db, change, on())).toEqual({ ok: true, value: 4 });
    expect(await db.highlights.get('changed')).toEqual(after);
    expect(await db.highlights.count()).toBe(4);
  });

  it('changes nothing the second time', async () => {
    const change = { add: many(3), replace: [] };
    await changeLibrary(db, change, on());
    const once = await all();
    expect(await changeLibrary(db, change, on())).toEqual({ ok: true, value: 3 });
    expect(await all()).toEqual(once);
  });

  it('writes nothing when the library changed after the change was planned', async () => {
    const before = kept('changed', '旧');
    await db.highlights.add({ ...before, note: '另一个窗口写的' });
    const change = {
      add: many(600),
      replace: [{ before, after: kept('changed', '旧', { note: '导入的' }) }],
    };
    expect(await changeLibrary(db, change, on())).toEqual({ ok: false, error: 'library-changed' });
    expect(await all()).toEqual([{ ...before, note: '另一个窗口写的' }]);
  });

  it('does not bring back a highlight that was deleted after the change was planned', async () => {
    const before = kept('deleted', '旧');
    const change = { add: [], replace: [{ before, after: { ...before, note: '导入的' } }] };
    expect(await changeLibrary(db, change, on())).toEqual({ ok: false, error: 'library-changed' });
    expect(await all()).toEqual([]);
  });

  it('keeps another record of the same id rather than writing over it', async () => {
    await db.highlights.add(kept('many-0', '我的'));
    const result = await changeLibrary(db, { add: many(2), replace: [] }, on());
    expect(result).toEqual({ ok: false, error: 'library-changed' });
    expect(await all()).toEqual([kept('many-0', '我的')]);
  });

  it('leaves nothing behind when it is cancelled at the last record', async () => {
    const cancelling = new AbortController();
    const stop = (done: number, total: number) => done === total && cancelling.abort();
    const result = await changeLibrary(
      db,
      { add: many(3), replace: [] },
      { signal: cancelling.signal, onProgress: stop },
    );
    expect(result).toEqual({ ok: false, error: 'cancelled' });
    expect(await all()).toEqual([]);
  });

  it('leaves nothing behind when it is cancelled halfway', async () => {
    const cancelling = new AbortController();
    const seen: number[] = [];
    const result = await changeLibrary(
      db,
      { add: many(2000), replace: [] },
      {
        signal: cancelling.signal,
        onProgress(done) {
          seen.push(done);
          if (done >= 500) cancelling.abort();
        },
      },
    );
    expect(result).toEqual({ ok: false, error: 'cancelled' });
    expect(seen.at(-1)).toBe(500);
    expect(await db.highlights.count()).toBe(0);
  });

  it('tells how far it is', async () => {
    const seen: [number, number][] = [];
    await changeLibrary(
      db,
      { add: many(600), replace: [] },
      {
        signal: new AbortController().signal,
        onProgress: (done, total) => seen.push([done, total]),
      },
    );
    expect(seen.at(-1)).toEqual([600, 600]);
    expect(seen.length).toBeGreaterThan(1);
  });
});
