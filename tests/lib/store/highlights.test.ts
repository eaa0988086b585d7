import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HighlightDraft } from '@/lib/model/highlight';
import {
  addHighlight,
  changeHighlight,
  removeHighlight,
  restoreHighlight,
} from '@/lib/store/change-highlights';
import { GovGlossDb } from '@/lib/store/db';
import { allHighlights, highlightsOfEntity, highlightsOfPage } from '@/lib/store/highlights';

const NOW = new Date('2026-11-23T08:00:00Z');
const LATER = new Date('2026-11-24T08:00:00Z');
const ID = '0b0e7a4e-6f0e-4f6e-9d57-0d7f1f1d0001';

function draft(change: Partial<HighlightDraft> = {}): HighlightDraft {
  return {
    pageKey: 'zj.gov.cn/art/1.html',
    url: 'https://www.zj.gov.cn/art/1.html',
    title: '浙里办上线',
    selectors: {
      quote: { type: 'TextQuoteSelector', exact: '掌上办事“浙里办”', prefix: '推广', suffix: '。' },
      position: { type: 'TextPositionSelector', start: 10, end: 19 },
    },
    colour: 'yellow',
    note: '',
    tags: [],
    entities: ['CN-ZJ/zheliban'],
    ...change,
  };
}

let db: GovGlossDb;
let count = 0;

/** Every highlight, as it is listed. */
async function kept() {
  const all = await allHighlights(db);
  return all.ok ? all.value.highlights : [];
}

beforeEach(async () => {
  db = new GovGlossDb(`highlights-${count++}`);
  await db.open();
});
afterEach(() => db.delete());

describe('a saved highlight', () => {
  test('is there for its page and for the entity it names', async () => {
    const saved = await addHighlight(db, ID, draft(), NOW);
    expect(saved).toMatchObject({ ok: true, value: { id: ID, createdAt: NOW.toISOString() } });
    expect(await highlightsOfPage(db, 'zj.gov.cn/art/1.html')).toEqual({
      ok: true,
      value: [saved.ok && saved.value],
    });
    const about = await highlightsOfEntity(db, 'CN-ZJ/zheliban');
    expect(about.ok && about.value.map(({ id }) => id)).toEqual([ID]);
    expect(await highlightsOfPage(db, 'zj.gov.cn/other')).toEqual({ ok: true, value: [] });
  });

  test('sent twice, because the worker died before it answered, is one record', async () => {
    const first = await addHighlight(db, ID, draft({ note: 'first' }), NOW);
    const second = await addHighlight(db, ID, draft({ note: 'second' }), LATER);
    expect(second).toEqual(first);
    const all = await allHighlights(db);
    expect(all.ok && all.value.highlights).toHaveLength(1);
  });

  test('saved by two tabs at once are two records, none lost', async () => {
    const other = new GovGlossDb(db.name);
    await other.open();
    const ids = Array.from({ length: 40 }, () => crypto.randomUUID());
    await Promise.all(
      ids.map((id, at) => addHighlight(at % 2 ? db : other, id, draft({ note: String(at) }), NOW)),
    );
    const all = await allHighlights(db);
    expect(new Set(all.ok ? all.value.highlights.map(({ id }) => id) : [])).toEqual(new Set(ids));
    other.close();
  });

  test('keeps what is not changed', async () => {
    await addHighlight(db, ID, draft({ note: '甲', tags: ['平台'] }), NOW);
    const changed = await changeHighlight(db, ID, { colour: 'blue' }, LATER);
    expect(changed).toMatchObject({
      ok: true,
      value: { colour: 'blue', note: '甲', tags: ['平台'], modifiedAt: LATER.toISOString() },
    });
  });

  test('two changes at once both hold', async () => {
    await addHighlight(db, ID, draft(), NOW);
    await Promise.all([
      changeHighlight(db, ID, { note: '记' }, LATER),
      changeHighlight(db, ID, { colour: 'pink' }, LATER),
    ]);
    const [row] = await kept();
    expect(row).toMatchObject({ note: '记', colour: 'pink' });
  });

  test('deleted comes back as it was', async () => {
    const saved = await addHighlight(db, ID, draft({ note: '记' }), NOW);
    const removed = await removeHighlight(db, ID, LATER);
    expect(removed).toEqual(saved);
    expect(await kept()).toEqual([]);
    if (!removed.ok) throw new Error('it was not removed');
    await restoreHighlight(db, removed.value);
    // As it was; but newer than its deletion.
    expect(await kept()).toEqual([{ ...removed.value, revision: 3 }]);
    expect(await db.tombstones.toArray()).toEqual([]);
  });

  test('that is not there cannot be changed or removed', async () => {
    expect(await changeHighlight(db, ID, { note: 'x' }, NOW)).toEqual({
      ok: false,
      error: 'unknown-id',
    });
    expect(await removeHighlight(db, ID, NOW)).toEqual({ ok: false, error: 'unknown-id' });
  });
});

describe('of two states of one highlight', () => {
  test('the later has the greater revision, whatever the clock said', async () => {
    await addHighlight(db, ID, draft(), LATER);
    const changed = await changeHighlight(db, ID, { note: '记' }, NOW);
    expect(changed).toMatchObject({
      value: { revision: 2, modifiedAt: LATER.toISOString(), note: '记' },
    });
  });

  test('a change to another than the one that is kept is a conflict, and writes nothing', async () => {
    const first = await addHighlight(db, ID, draft(), NOW);
    if (!first.ok) throw new Error(first.error);
    const second = await changeHighlight(db, ID, { note: '新' }, LATER, first.value.revision);
    if (!second.ok) throw new Error('it was not changed');
    expect(await changeHighlight(db, ID, { note: '旧' }, LATER, first.value.revision)).toEqual({
      ok: false,
      error: { code: 'conflict', current: second.value },
    });
    expect(await kept()).toEqual([second.value]);
  });

  test('a deletion is one of them, and no highlight', async () => {
    await addHighlight(db, ID, draft(), NOW);
    await changeHighlight(db, ID, { note: '记' }, NOW);
    await removeHighlight(db, ID, LATER);
    expect(await kept()).toEqual([]);
    expect(await db.tombstones.toArray()).toMatchObject([
      { id: ID, kind: 'highlight', revision: 3, deletedAt: LATER.toISOString() },
    ]);
  });

  test('one that a later version wrote keeps what only that version knows', async () => {
    await addHighlight(db, ID, draft(), NOW);
    await db.highlights.update(ID, { anchors: ['later'] });
    await changeHighlight(db, ID, { note: '记' }, LATER);
    expect(await db.highlights.get(ID)).toMatchObject({ anchors: ['later'], note: '记' });
  });
});

describe('when the store fails', () => {
  test('a full disk is said, nothing is kept by half', async () => {
    const quota = new DOMException('full', 'QuotaExceededError');
    db.highlights.hook('creating', () => {
      throw quota;
    });
    expect(await addHighlight(db, ID, draft(), NOW)).toEqual({ ok: false, error: 'storage-full' });
    expect(await db.highlights.count()).toBe(0);
  });

  test('a closed database is said', async () => {
    db.close({ disableAutoOpen: true });
    expect(await addHighlight(db, ID, draft(), NOW)).toEqual({
      ok: false,
      error: 'store-unavailable',
    });
  });

  test('a row nobody can read is left where it is and does not hide the others', async () => {
    await addHighlight(db, ID, draft(), NOW);
    await db.highlights.put({ id: 'broken', pageKey: 'zj.gov.cn/art/1.html', createdAt: '2020' });
    const listed = await highlightsOfPage(db, 'zj.gov.cn/art/1.html');
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual([ID]);
    expect(await db.highlights.get('broken')).toBeDefined();
  });

  test('rows nobody can read are told, also those without a date', async () => {
    await addHighlight(db, ID, draft(), NOW);
    const rows = [{ id: 'dated', createdAt: '2020' }, { id: 'undated' }];
    await db.highlights.bulkPut(rows);
    const all = await allHighlights(db);
    expect(all.ok && all.value.unreadable).toEqual(rows);
    expect(all.ok && all.value.highlights.map(({ id }) => id)).toEqual([ID]);
  });
});
