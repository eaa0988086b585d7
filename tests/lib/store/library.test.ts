import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeHighlight, removeHighlight, restoreHighlight } from '@/lib/store/change-highlights';
import { GovGlossDb } from '@/lib/store/db';
import { readAll } from '@/lib/store/highlights';
import {
  backupState,
  changeLibrary,
  highlightsToBackUp,
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

const NOW = new Date('2026-05-02T00:00:00Z');
const OLD = '2020-01-01T08:00:00.000Z';

/** Highlights made long ago, as an import brings them. */
const bring = (count: number, name: string) =>
  changeLibrary(
    db,
    {
      add: Array.from({ length: count }, (_, at) =>
        kept(`${name}-${at}`, '浙里办', { createdAt: OLD, modifiedAt: OLD }),
      ),
      replace: [],
    },
    { signal: new AbortController().signal, onProgress() {} },
  );
const backUp = async () => {
  const backup = await highlightsToBackUp(db);
  if (!backup.ok) throw new Error(backup.error);
  await noteBackup(db, backup.value.mark, NOW);
};
const state = async () => {
  const result = await backupState(db);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('backupState', () => {
  it('says nothing to a reader with few highlights', async () => {
    await bring(REMIND_AFTER - 1, 'few');
    expect(await state()).toEqual({
      count: REMIND_AFTER - 1,
      lastBackup: null,
      newSince: REMIND_AFTER - 1,
      due: false,
    });
  });

  it('reminds after a hundred new highlights, and again a hundred after the last backup', async () => {
    await bring(REMIND_AFTER, 'before');
    expect((await state()).due).toBe(true);
    await backUp();
    expect(await state()).toMatchObject({ newSince: 0, due: false, lastBackup: NOW.toISOString() });
    await bring(REMIND_AFTER, 'after');
    expect(await state()).toMatchObject({ newSince: REMIND_AFTER, due: true });
  });

  it('keeps quiet after "later" until a hundred more are new, and still counts them all', async () => {
    await bring(REMIND_AFTER, 'before');
    await postponeReminder(db);
    await bring(5, 'a few');
    expect(await state()).toMatchObject({ newSince: REMIND_AFTER + 5, due: false });
    await bring(REMIND_AFTER, 'after');
    expect((await state()).due).toBe(true);
  });

  it('after a backup wants a hundred again, whatever was said before it', async () => {
    await bring(REMIND_AFTER, 'before');
    await postponeReminder(db);
    await bring(REMIND_AFTER, 'more');
    await backUp();
    expect((await state()).due).toBe(false);
  });

  describe('counts what the last backup has not got:', () => {
    beforeEach(async () => {
      await bring(3, 'old');
      await backUp();
    });
    const newSince = async () => (await state()).newSince;

    it('150 imported that were made long ago, and one edited', async () => {
      await bring(150, 'imported');
      await changeHighlight(db, 'old-0', { note: '记' }, NOW);
      expect(await newSince()).toBe(151);
    });

    it('one deleted', async () => {
      await removeHighlight(db, 'old-0', NOW);
      expect(await newSince()).toBe(1);
    });

    it('one deleted and put back, once', async () => {
      const removed = await removeHighlight(db, 'old-0', NOW);
      if (!removed.ok) throw new Error('it was not removed');
      await restoreHighlight(db, removed.value);
      expect(await newSince()).toBe(1);
    });

    it('one replaced by what an import brings', async () => {
      const before = kept('old-0', '浙里办', { createdAt: OLD, modifiedAt: OLD });
      const change = { add: [], replace: [{ before, after: { ...before, note: '导入的' } }] };
      const signal = new AbortController().signal;
      await changeLibrary(db, change, { signal, onProgress() {} });
      expect(await newSince()).toBe(1);
    });

    it('one changed while the backup was being written', async () => {
      const backup = await highlightsToBackUp(db);
      await changeHighlight(db, 'old-0', { note: '记' }, NOW);
      if (backup.ok) await noteBackup(db, backup.value.mark, NOW);
      expect(await newSince()).toBe(1);
    });

    it('one that 0.1.0 wrote, which counts nothing', async () => {
      await db.highlights.put(kept('old-0', '浙里办', { note: '旧版写的' }));
      expect(await newSince()).toBe(1);
    });

    it('nothing that an import found to be there already', async () => {
      await bring(3, 'old');
      expect(await newSince()).toBe(0);
    });
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
  const all = async () => {
    const read = await readAll(db);
    return read.highlights;
  };

  it('adds and replaces in one go', async () => {
    const before = kept('changed', '旧');
    await db.highlights.add(before);
    const after = kept('changed', '旧', { note: '新' });
    const change = { add: many(3), replace: [{ before, after }] };
    expect(await changeLibrary(db, change, on())).toEqual({ ok: true, value: 4 });
    expect(await db.highlights.get('changed')).toMatchObject({ ...after, revision: 2 });
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

  it('brings back what was deleted as newer than its deletion', async () => {
    await changeLibrary(db, { add: many(1), replace: [] }, on());
    await removeHighlight(db, 'many-0', NOW);
    await changeLibrary(db, { add: many(1), replace: [] }, on());
    expect(await all()).toMatchObject([{ id: 'many-0', revision: 3 }]);
    expect(await db.tombstones.count()).toBe(0);
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
