import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteCalls } from '@/entrypoints/background/note-calls';
import { passageCalls } from '@/entrypoints/background/passages';
import { forgetPrivate } from '@/entrypoints/background/private-shelf';
import type { Sender } from '@/lib/messages/server';
import { GovGlossDb } from '@/lib/store/db';

const db = new GovGlossDb('note-calls-test');
vi.mock('@/lib/library/database', () => ({ database: async () => db }));
vi.mock('@/lib/library/prepare', () => ({
  preparedLibrary: async () => ({ ok: false, error: 'no-dataset' }),
}));

const PAGE: Sender = {
  ...{ tabId: 7, frameId: 0, url: 'http://www.zj.gov.cn/a.html', origin: 'http://www.zj.gov.cn' },
};
const PRIVATE: Sender = { ...PAGE, isPrivate: true };
const ELSEWHERE: Sender = {
  ...{ tabId: 8, frameId: 0, url: 'http://www.gd.gov.cn/b', origin: 'http://www.gd.gov.cn' },
};
const frameIn = ({ tabId, isPrivate }: Sender): Sender => ({
  ...{ tabId, frameId: 3, url: fakeBrowser.runtime.getURL('/note.html'), origin: '' },
  isPrivate: isPrivate ?? false,
});
const FRAME = frameIn(PAGE);

let nth = 0;
let pageKey = '';
const about = () => ({
  ...{
    pageKey,
    url: `http://www.${pageKey}`,
    title: '',
    colour: 'yellow' as const,
    note: '',
    tags: [],
  },
});
const PASSAGE = { text: '浙江的浙里办很好。', span: { start: 3, end: 6 } };
const TYPED = { colour: 'green' as const, note: '与上海对照', tags: ['改革'] };

beforeEach(() => {
  fakeBrowser.reset();
  pageKey = `zj.gov.cn/${++nth}`;
});

async function begin(sender = PAGE, id: string = crypto.randomUUID()) {
  const begun = await noteCalls.beginNote(
    { id, fresh: { passage: PASSAGE, about: about() } },
    sender,
  );
  if (!begun.ok) throw new Error(begun.error.detail);
  return begun.value.token;
}

async function kept(sender = PAGE, id: string = crypto.randomUUID()) {
  const done = await passageCalls.keepPassage({ id, passage: PASSAGE, about: about() }, sender);
  if (!done.ok) throw new Error(done.error.detail);
  return done.value;
}

async function noteOn(id: string, sender = PAGE) {
  const begun = await noteCalls.beginNote({ id }, sender);
  return begun.ok ? begun.value.token : null;
}

const listed = async (sender = PAGE) => {
  const placed = await passageCalls.placePassages({ pageKey, search: null }, sender);
  return placed.ok ? placed.value.map(({ highlight }) => highlight) : null;
};

const REFUSED = { ok: false, error: { code: 'bad-request' } };

describe('the frame of a note', () => {
  test('is given the note once', async () => {
    const token = await begin();
    expect(await noteCalls.openNote({ token }, FRAME)).toMatchObject({
      value: { kept: null, isDraft: false },
    });
    expect(await noteCalls.openNote({ token }, FRAME)).toMatchObject(REFUSED);
  });

  test.each([
    ['in another tab', { ...FRAME, tabId: 8 }],
    ['of a web page', { ...PAGE, frameId: 3 }],
  ])('one %s is given nothing, and changes nothing', async (_, sender) => {
    const token = await begin();
    expect(await noteCalls.openNote({ token }, sender)).toMatchObject(REFUSED);
    expect(await noteCalls.saveNote({ token, choice: TYPED }, sender)).toMatchObject(REFUSED);
    expect(await noteCalls.deleteNote({ token }, sender)).toMatchObject(REFUSED);
    expect(await noteCalls.dropNote({ token }, sender)).toMatchObject(REFUSED);
    expect(await listed()).toEqual([]);
  });

  test('with a token nobody gave is given nothing', async () => {
    const token = crypto.randomUUID();
    expect(await noteCalls.openNote({ token }, FRAME)).toMatchObject(REFUSED);
  });

  test('is not to be had by a page for what is kept on another site', async () => {
    const { id } = await kept();
    expect(await noteCalls.beginNote({ id }, ELSEWHERE)).toMatchObject(REFUSED);
    expect(await noteCalls.findDraft({ pageKey }, ELSEWHERE)).toMatchObject(REFUSED);
  });
});

describe('what is typed', () => {
  test('is kept with its passage when it is saved', async () => {
    const token = await begin();
    expect(await noteCalls.saveNote({ token, choice: TYPED }, FRAME)).toMatchObject({ ok: true });
    expect(await listed()).toMatchObject([TYPED]);
    expect(await noteCalls.findDraft({ pageKey }, PAGE)).toEqual({ ok: true, value: null });
  });

  test('and not saved is found again, and goes on where it was left', async () => {
    const token = await begin();
    await noteCalls.draftNote({ token, choice: TYPED }, FRAME);
    const found = await noteCalls.findDraft({ pageKey }, PAGE);
    const again = await noteOn((found.ok && found.value) || '');
    expect(await noteCalls.openNote({ token: again ?? '' }, FRAME)).toMatchObject({
      value: { choice: TYPED, isDraft: true },
    });
    expect(await listed()).toEqual([]);
  });

  test('on a passage selected once more is the same note', async () => {
    await noteCalls.draftNote({ token: await begin(), choice: TYPED }, FRAME);
    expect(await noteCalls.openNote({ token: await begin() }, FRAME)).toMatchObject({
      value: { choice: TYPED, isDraft: true },
    });
  });

  test('is not put an end to by pages that begin one note after another', async () => {
    const token = await begin();
    await noteCalls.draftNote({ token, choice: TYPED }, FRAME);
    const other = { pageKey: 'gd.gov.cn/b', url: 'http://www.gd.gov.cn/b' };
    for (let count = 0; count < 120; count++) {
      const text = `第${count}段`;
      const passage = { text, span: { start: 0, end: text.length } };
      const fresh = { passage, about: { ...about(), ...other } };
      await noteCalls.beginNote({ id: crypto.randomUUID(), fresh }, ELSEWHERE);
    }
    expect(await noteCalls.saveNote({ token, choice: TYPED }, FRAME)).toMatchObject({ ok: true });
    expect(await listed()).toMatchObject([TYPED]);
  });

  test('thrown away is gone', async () => {
    const token = await begin();
    await noteCalls.draftNote({ token, choice: TYPED }, FRAME);
    await noteCalls.dropNote({ token }, FRAME);
    expect(await noteCalls.findDraft({ pageKey }, PAGE)).toEqual({ ok: true, value: null });
  });

  test('changes only what the reader changed', async () => {
    const { id } = await kept();
    const token = (await noteOn(id)) ?? '';
    await noteCalls.saveNote({ token, choice: { ...TYPED, colour: 'yellow', tags: [] } }, FRAME);
    expect(await listed()).toMatchObject([{ note: TYPED.note, colour: 'yellow', revision: 2 }]);
  });

  test('where the passage was changed elsewhere meanwhile, is saved over that when told again', async () => {
    const { id } = await kept();
    const token = (await noteOn(id)) ?? '';
    await passageCalls.updateHighlight({ id, change: { note: '别处写的' } }, PAGE);
    expect(await noteCalls.saveNote({ token, choice: TYPED }, FRAME)).toMatchObject({
      value: { keptInstead: { note: '别处写的' } },
    });
    expect(await listed()).toMatchObject([{ note: '别处写的' }]);
    await noteCalls.saveNote({ token, choice: TYPED }, FRAME);
    expect(await listed()).toMatchObject([TYPED]);
  });
});

describe('in a private window', () => {
  test('what is kept is there, and never in the library', async () => {
    const { id } = await kept(PRIVATE);
    const token = (await noteOn(id, PRIVATE)) ?? '';
    await noteCalls.saveNote({ token, choice: TYPED }, frameIn(PRIVATE));
    expect(await listed(PRIVATE)).toMatchObject([TYPED]);
    expect(await listed()).toEqual([]);
    expect(await db.highlights.get(id)).toBeUndefined();
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(TYPED.note);
  });

  test('a draft is none of other windows, and theirs none of its', async () => {
    await noteCalls.draftNote({ token: await begin(PRIVATE), choice: TYPED }, frameIn(PRIVATE));
    expect(await noteCalls.findDraft({ pageKey }, PAGE)).toEqual({ ok: true, value: null });
    const { id } = await kept();
    expect(await noteOn(id, PRIVATE)).toBeNull();
  });

  test('everything goes with the last of them', async () => {
    await kept(PRIVATE);
    const open = vi.spyOn(fakeBrowser.windows, 'getAll');
    open.mockResolvedValue([{ incognito: true }] as never);
    await forgetPrivate();
    expect(await listed(PRIVATE)).toHaveLength(1);
    open.mockResolvedValue([{ incognito: false }] as never);
    await forgetPrivate();
    expect(await listed(PRIVATE)).toEqual([]);
  });

  test('nothing is kept where the reader wants that', async () => {
    await fakeBrowser.storage.sync.set({ 'settings.privateKeeping': 'refuse' });
    const input = { id: crypto.randomUUID() as string, passage: PASSAGE, about: about() };
    const refused = await passageCalls.keepPassage(input, PRIVATE);
    expect(refused).toMatchObject({ error: { code: 'private' } });
    const token = await begin(PRIVATE);
    expect(await noteCalls.saveNote({ token, choice: TYPED }, frameIn(PRIVATE))).toMatchObject({
      error: { code: 'private' },
    });
    expect(await listed(PRIVATE)).toEqual([]);
  });
});
