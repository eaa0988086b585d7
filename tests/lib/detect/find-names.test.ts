import { describe, expect, test, vi } from 'vitest';
import { loadTexts } from '@/lib/dataset/load';
import { createDetector } from '@/lib/detect/detect';
import { createNameFinder, type NameQuestion } from '@/lib/detect/find-names';
import { readGazetteer } from '@/lib/detect/gazetteer';
import { compileForPages } from '@/lib/gazetteer/compile-for-pages';
import { packFound, unpackFound } from '@/lib/messages/found-names';
import { packagedTexts } from '../dataset/feed-folder';

const loaded = await loadTexts(packagedTexts());
if (!loaded.ok) throw new Error('The packaged dataset does not parse.');
const read = readGazetteer(compileForPages(loaded.value));
if (!read.ok) throw new Error(read.error);
const gazetteer = read.value;
const finder = createNameFinder(gazetteer);

const page = { host: '', title: '', refused: [] as string[] };
const throwError = (error: unknown) => {
  throw error;
};
const find = (question: Partial<NameQuestion>, onError: (error: unknown) => void = throwError) =>
  finder.find({ ...page, sections: [], ...question }, onError);
/** The names found in each text, as they are written there. */
const namesIn = (...texts: string[]) =>
  find({ sections: [{ heading: '', texts }] }).map((mentions, i) =>
    mentions.map(({ start, end }) => texts[i]?.slice(start, end)),
  );

describe('texts of a page', () => {
  test('are searched each for itself: no name reaches from one into the next', () => {
    expect(namesIn('浙里', '办了', '浙里办', '', '广东、浙江')).toEqual([
      [],
      [],
      ['浙里办'],
      [],
      ['广东', '浙江'],
    ]);
  });

  test('are the same with glosses, in a cell as in a sentence', () => {
    expect(namesIn('北　京', '京通(tōng)', '——')).toEqual([['北　京'], ['京通'], []]);
    expect(namesIn('爱山东(dōng)\n下载', '打开京通（tōng）(tong)')).toEqual([['爱山东'], ['京通']]);
  });

  test('are read under their heading, and on their host', () => {
    const texts = ['市民打开“一网通办”'];
    const [under, beside] = find({
      sections: [
        { heading: '上海市', texts },
        { heading: '', texts },
      ],
    });
    expect([under, beside].map((found) => found?.[0]?.entity)).toEqual([
      'CN-SH/yiwangtongban',
      'CN/yiwangtongban',
    ]);
  });

  test.each([
    ['浙里办', '浙里办与“浙 里辦”APP'],
    ['浙裡辦', '浙里办与“浙 里辦”APP'],
  ])('lack what is refused, in whatever script and spacing: %s', (form, text) => {
    const sections = [{ heading: '', texts: [text, '浙江'] }];
    const found = find({ refused: [form], sections });
    expect(found.map((mentions) => mentions.map(({ entity }) => entity))).toEqual([[], ['CN-ZJ']]);
  });
});

test('a text that makes the search fail is left out and told of; the others are searched', () => {
  const told = vi.fn();
  const texts = ['广东', '错', '浙江'];
  const detector = createDetector(gazetteer);
  const failing = createNameFinder(gazetteer, {
    ...detector,
    detect(text, context) {
      if (text.includes('错')) throw new Error('a rule fails');
      return detector.detect(text, context);
    },
  });
  const found = failing.find({ ...page, sections: [{ heading: '', texts }] }, told);
  expect(found.map(({ length }) => length)).toEqual([1, 0, 1]);
  expect(told).toHaveBeenCalledTimes(1);
});

test('what was found survives the journey to the page, but for its reasons', () => {
  const sections = [{ heading: '', texts: ['浙江的浙里办与广东', '', '智慧政务平台、免申即享'] }];
  const found = find({ sections });
  const from = { version: 'v', hostDivision: null };
  const travelled = structuredClone(packFound(found, from));
  expect(unpackFound(travelled)).toEqual(
    found.map((mentions) => mentions.map((each) => ({ ...each, reasons: [] }))),
  );
});

test.each([
  ['numbers that end too early', { names: [], numbers: [1, 0, 2] }],
  ['a name that is none', { names: [], numbers: [1, 0, 2, 0, 0] }],
])('a message with %s is refused whole', (_, { names, numbers }) => {
  expect(() => unpackFound({ version: 'v', hostDivision: null, names, numbers })).toThrow();
});
