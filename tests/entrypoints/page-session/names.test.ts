import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Names } from '@/entrypoints/page-session/names';
import type { NameQuestion } from '@/lib/detect/find-names';
import { packFound } from '@/lib/messages/found-names';
import { ok } from '@/lib/model/result';

/** What the background's names stand on. */
let version: string;
let askedFor: string[];
let calls: string[];
let renewed: number;
let names: Names;

/** A text names what its first character says. */
const mentionOf = (text: string) => ({
  ...{ start: 0, end: 1, entity: `CN/${text[0]}`, kind: 'concept' as const },
  ...{ rivals: [], reasons: [] },
});
const under = (...texts: string[]) => [{ heading: '', texts }];
const found = async (...texts: string[]) =>
  (await names.find(under(...texts)))?.map((mentions) => mentions.map(({ entity }) => entity));

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('location', new URL('http://www.zj.gov.cn/'));
  vi.stubGlobal('document', { title: '题', baseURI: 'http://www.zj.gov.cn/' });
  version = '1';
  askedFor = [];
  calls = [];
  renewed = 0;
  names = new Names({ refused: () => [], onRenewed: () => renewed++, onError: () => {} });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: unknown) => {
    const { govgloss, input } = message as { govgloss: string; input: NameQuestion };
    calls.push(govgloss);
    if (govgloss === 'getGazetteer') return ok({ version, gazetteer: version });
    if (govgloss !== 'findNames') return ok(null);
    const texts = input.sections.flatMap((section) => section.texts);
    askedFor.push(...texts);
    const mentions = texts.map((text) => [mentionOf(text)]);
    return ok(packFound(mentions, { version, hostDivision: null }));
  }) as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  globalThis.govglossNames = undefined;
});

test('what is known is there also when so much is remembered that it has to be forgotten', async () => {
  await found('甲', `乙${'长'.repeat(500_000)}`);
  expect(await found('甲', '丙')).toEqual([['CN/甲'], ['CN/丙']]);
  const long = Array.from({ length: 30 }, (_, i) => `丁${i}${'长'.repeat(20_000)}`);
  for (const text of long) expect(await found('甲', text)).toEqual([['CN/甲'], ['CN/丁']]);
  expect(await found('甲', '戊')).toEqual([['CN/甲'], ['CN/戊']]);
});

test('names that changed meanwhile are asked for again, what was known too', async () => {
  await found('甲');
  version = '2';
  expect(await found('甲', '乙')).toEqual([['CN/甲'], ['CN/乙']]);
  expect([askedFor, renewed]).toEqual([['甲', '乙', '甲', '乙'], 1]);
});

test('a page that is long, and then rests, finds no names itself', async () => {
  for (let piece = 0; piece < 40; piece++) await found(`甲${piece}`);
  names.rest();
  expect(calls).not.toContain('getGazetteer');
});

test('one that never rests does, asks again when that failed, and has the names of after a change', async () => {
  const find = ({ sections }: NameQuestion) =>
    sections.flatMap(({ texts }) => texts.map((text) => [mentionOf(text)]));
  let made: unknown[] = [];
  const change = async (text: string) => {
    await found(text);
    names.rest();
    await vi.waitFor(() => expect(calls.at(-1)).not.toBe('loadScript'));
  };
  vi.spyOn(performance, 'now').mockImplementation(() => calls.length * 10_000);
  for (let tick = 0; tick < 14; tick++) await found(`甲${tick}`).then(() => names.rest());
  // The script could not be had; the page goes on asking.
  expect(calls).toContain('loadScript');
  expect(await found('乙')).toEqual([['CN/乙']]);
  globalThis.govglossNames = {
    createFinder(gazetteer) {
      made.push(gazetteer);
      return { find, divisionOfHost: () => null };
    },
  };
  await change('丙');
  await vi.waitFor(() => expect(made).toEqual(['1']));
  const before = askedFor.length;
  expect(await found('丁')).toEqual([['CN/丁']]);
  version = '2';
  made = [];
  names.renew();
  expect(await found('戊')).toEqual([['CN/戊']]);
  expect([made, renewed, askedFor.length]).toEqual([['2'], 1, before]);
});
