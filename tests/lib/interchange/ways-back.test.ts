import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import { describe as describePassage } from '@/lib/anchor/describe';
import { readImport } from '@/lib/interchange/read-import';
import { readTable } from '@/lib/interchange/table';
import { writeHypothesis } from '@/lib/interchange/write-hypothesis';
import { obsidianAddress, obsidianNotes, writeObsidian } from '@/lib/interchange/write-obsidian';
import { writeReadwise } from '@/lib/interchange/write-readwise';
import { writeWebAnnotations } from '@/lib/interchange/write-web-annotations';
import { anyLibrary, highlight } from './highlights';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const other = highlight({ id: 'b', note: '', tags: [], createdAt: '2026-03-03T08:00:00.000Z' });

describe('positions in Web Annotations', () => {
  const PAGE = '🇨🇳 数字政府😀建设：一体化平台𠮷上线。';
  const exact = '一体化平台𠮷';
  const start = PAGE.indexOf(exact);
  const kept = highlight({
    selectors: describePassage(PAGE, { start, end: start + exact.length }),
  });
  const selectorOf = (file: string, type: string) =>
    JSON.parse(file).items[0].target.selector.find((each: { type: string }) => each.type === type);

  test('count characters, as the model demands', () => {
    const { start: from, end } = selectorOf(writeWebAnnotations([kept]), 'TextPositionSelector');
    expect([...PAGE].slice(from, end).join('')).toBe(exact);
  });

  test('and come back as the library has them', () => {
    const read = readImport(writeWebAnnotations([kept]), NOW);
    expect(read).toMatchObject({ value: { highlights: [kept] } });
    expect(anchor(PAGE, kept.selectors)).toMatchObject({ span: { start } });
  });

  test('of a path count characters of its element', () => {
    const range = selectorOf(writeWebAnnotations([highlight()]), 'RangeSelector');
    expect(range.startSelector.refinedBy.start).toBe(4);
    expect(range.endSelector.refinedBy.start).toBe(2);
  });

  test('of highlights of 0.1.0, which counted no characters, are left to the quote', () => {
    const { quote } = kept.selectors;
    const old = highlight({
      selectors: { quote, position: { type: 'TextPositionSelector', start, end: start + 7 } },
    });
    const file = writeWebAnnotations([old]);
    expect(selectorOf(file, 'TextPositionSelector')).toBeUndefined();
    expect(readImport(file, NOW)).toMatchObject({ value: { highlights: [old] } });
  });

  test('of files that 0.1.0 wrote are in the units it counted', () => {
    const page = JSON.parse(
      writeWebAnnotations([highlight({ selectors: { quote: kept.selectors.quote } })]),
    );
    page.items[0].target.selector.push({ type: 'TextPositionSelector', start, end: start + 7 });
    expect(readImport(JSON.stringify(page), NOW)).toMatchObject({
      value: { highlights: [{ selectors: { position: { start, end: start + 7 } } }] },
    });
  });
});

describe('Hypothesis', () => {
  test('what its importer takes of an annotation is there: address, text, tags, target, document', () => {
    const file = JSON.parse(writeHypothesis([highlight()]));
    expect(file.annotations).toMatchObject([
      {
        user: expect.stringMatching(/^acct:[^@]+@/),
        uri: 'https://www.zj.gov.cn/art/1.html?from=timeline',
        text: '和2019年的数字比较',
        tags: ['数字政府', '用户数'],
        document: { title: ['浙江省推进“浙里办”'] },
        target: [
          {
            source: 'https://www.zj.gov.cn/art/1.html?from=timeline',
            selector: [
              {
                ...{ type: 'RangeSelector', startContainer: '/p[3]', startOffset: 5 },
                ...{ endContainer: '/p[3]/b[1]', endOffset: 2 },
              },
              { type: 'TextQuoteSelector', exact: '“浙里办”实名注册用户突破1亿' },
            ],
          },
        ],
      },
    ]);
  });

  test('and we read it as any other file of Hypothesis’s', () => {
    expect(readImport(writeHypothesis([highlight(), other]), NOW)).toMatchObject({
      value: { format: 'hypothesis', malformed: [], highlights: [{}, {}] },
    });
  });

  test('the same library gives the same bytes', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        expect(writeHypothesis([...library].reverse())).toBe(writeHypothesis(library));
      }),
    );
  });
});

test('Readwise: the columns it imports, tags as words with a dot, the address leads to the passage', () => {
  const table = readTable(writeReadwise([highlight()]).replace('\ufeff', ''));
  const [row] = table?.rows ?? [];
  expect(table?.columns).toEqual([
    'Highlight',
    'Title',
    'Author',
    'URL',
    'Note',
    'Location',
    'Date',
  ]);
  expect(row?.('Highlight')).toBe('“浙里办”实名注册用户突破1亿');
  expect(row?.('Note')).toBe('.数字政府\n.用户数\n和2019年的数字比较');
  expect(row?.('URL')).toContain('#:~:text=');
  expect(row?.('Date')).toBe('2026-03-01 08:00:00');
});

describe('Obsidian', () => {
  const elsewhere = highlight({ id: 'c', pageKey: 'other', title: '浙江省推进“浙里办”' });

  test('one file a page, with properties and every passage', () => {
    const [note] = obsidianNotes([highlight(), other]);
    expect(note?.name).toBe('浙江省推进“浙里办”');
    expect(note?.content).toMatch(/^---\ntitle: "浙江省推进“浙里办”"\nsource: "https:/);
    expect(note?.content).toContain(
      '\ncreated: 2026-03-01\nupdated: 2026-03-02\ntags:\n  - "数字政府"\n',
    );
    expect(note?.content.match(/^> /gm)).toHaveLength(2);
  });

  test('two pages of one title have a file each', () => {
    const files = unzipSync(writeObsidian([highlight(), elsewhere]));
    expect(Object.keys(files)).toEqual([
      'GovGloss/浙江省推进“浙里办”.md',
      'GovGloss/浙江省推进“浙里办” 2.md',
    ]);
    expect(strFromU8(Object.values(files)[0]!)).toContain('突破1亿');
  });

  test.each([
    ['a/b: "c" <d>|e?*', 'a b c d e'],
    ['..#[[^x]]', 'x'],
    ['字'.repeat(100), '字'.repeat(60)],
    ['\u0000\n', 'GovGloss'],
  ])('a title that no file may have is made one: %j', (title, name) => {
    expect(obsidianNotes([highlight({ title, pageKey: title })])[0]?.name).toBe(name);
  });

  test('any library has files of different names, whose properties end', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        const notes = obsidianNotes(library);
        expect(new Set(notes.map(({ name }) => name.toLowerCase())).size).toBe(notes.length);
        for (const { name, content } of notes) {
          expect(name).toMatch(/^[^\\/:*?"<>|#^[\]\n]+$/);
          expect(content.split('\n---\n')[0]).not.toMatch(
            /\n(?!title|source|created|updated|tags| {2}- ")/,
          );
        }
      }),
    );
  });

  test('an address that makes the note, unless it is too long for one', () => {
    const [note] = obsidianNotes([highlight()]);
    const address = new URL(obsidianAddress(note!) ?? '');
    expect(address.protocol + address.host).toBe('obsidian:new');
    expect(address.searchParams.get('content')).toBe(note?.content);
    expect(obsidianAddress({ name: 'x', content: '字'.repeat(5000) })).toBeNull();
  });
});
