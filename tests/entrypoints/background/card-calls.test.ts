import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { cardCalls } from '@/entrypoints/background/card-calls';
import { issueToken } from '@/entrypoints/background/frame-tokens';
import { ownEntity } from '@/lib/dataset/own-entries';
import type { Sender } from '@/lib/messages/server';
import { memorySource } from '@/lib/store/source';
import { smallDataset } from '../../lib/dataset/small-dataset';

const SECRET = '线人的原话';
const OWN = ownEntity(
  { kind: 'concept', name: '某某通', en: 'Source', what: SECRET, link: '', note: SECRET },
  'source',
);
const { entities, ...rest } = smallDataset();
const country = entities
  .filter(({ kind }) => kind === 'division')
  .map((division) => ({ ...division, id: 'CN' }));
const source = memorySource({ ...rest, entities: [...entities, ...country, OWN] });
vi.mock('@/lib/library/prepare', () => ({
  preparedLibrary: async () => ({ ok: true, value: { source } }),
}));
vi.mock('@/lib/library/library', () => ({ asked: (_: unknown, work: () => unknown) => work() }));

const PAGE: Sender = {
  ...{ tabId: 7, frameId: 0, url: 'http://www.zj.gov.cn/a.html', origin: 'http://www.zj.gov.cn' },
};
const FRAME: Sender = {
  ...{ tabId: 7, frameId: 3, url: fakeBrowser.runtime.getURL('/note.html'), origin: '' },
};
const script = 'zh-Hans';
const REFUSED = { ok: false, error: { code: 'bad-request' } };

beforeEach(() => fakeBrowser.reset());

const card = (id: string, rivals: string[] = [], sender = PAGE) =>
  cardCalls.getCard({ id, rivals, script }, sender);

async function token(): Promise<string> {
  const answer = await card(OWN.id);
  if (!answer.ok || !('token' in answer.value)) throw new Error('no token');
  return answer.value.token;
}

test('a page’s script is told nothing of what the reader wrote, as what is meant or what else may be', async () => {
  for (const answer of [await card(OWN.id, ['CN-ZJ']), await card('CN-ZJ', [OWN.id])]) {
    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).not.toMatch(/线人|Source|某某通/);
    expect(JSON.stringify(answer)).toContain('浙江');
  }
});

test('our frame is told all of it, once, in the tab that the token was given for', async () => {
  const given = await token();
  expect(await cardCalls.openEntry({ token: given, script }, { ...FRAME, tabId: 8 })).toMatchObject(
    REFUSED,
  );
  expect(await cardCalls.openEntry({ token: given, script }, PAGE)).toMatchObject(REFUSED);
  expect(await cardCalls.openEntry({ token: given, script }, FRAME)).toMatchObject({
    value: { entity: { summary: { zh: SECRET } } },
  });
  expect(await cardCalls.openEntry({ token: given, script }, FRAME)).toMatchObject(REFUSED);
});

test('a token of a note opens no entry, and is not used up by many cards', async () => {
  const note = await issueToken('note', 'a', 7);
  for (let nth = 0; nth < 60; nth++) await token();
  expect(await cardCalls.openEntry({ token: note, script }, FRAME)).toMatchObject(REFUSED);
  const { heldBy } = await import('@/entrypoints/background/frame-tokens');
  expect(await heldBy(note, 'note', 7)).toBe('a');
});
