import { describe, expect, test } from 'vitest';
import { decodeText } from '@/lib/interchange/decode';
import type { Incoming } from '@/lib/interchange/incoming';
import { planImport } from '@/lib/interchange/plan-import';
import { readImport } from '@/lib/interchange/read-import';
import { readTable } from '@/lib/interchange/table';

const NOW = new Date('2026-11-23T12:00:00.000Z');

function imported(text: string): Incoming {
  const read = readImport(text, NOW);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const reasons = ({ malformed }: Incoming) => malformed.map(({ where, why }) => `${where} ${why}`);

const READWISE = `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
"一处说
“两行”, 还有 ""引号""。",数字政府研究,某人,B00INIXPYE,我的想法,blue,"favorite, 数字政府",page,3,2026-07-17 14:00:25+00:00,
没有时间的一处,数字政府研究,某人,,,,,page,10,,
,数字政府研究,某人,,只有笔记,,,page,11,2026-07-17 14:00:25+00:00,
`;

const RAINDROP = `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
847,浙江省政府,,摘要,https://www.zj.gov.cn/a.html,Unsorted,"平台, 浙江",2024-09-03T20:06:53.347Z,,"Highlight:第一处
Note:第一处的笔记

Highlight:第二处",false
848,没有摘录的书签,,,https://www.gov.cn/,Unsorted,,2024-09-03T20:06:53.347Z,,,false
`;

const KINDLE = `\ufeff数字政府 (某人)
- 您在位置 #4813-4819的标注 | 添加于 2014年10月12日星期日 下午10:23:50

两个部门，一个窗口。
==========
数字政府 (某人)
- 您在位置 #4819 的笔记 | 添加于 2014年10月12日星期日 下午10:25:00

想一想
==========
数字政府 (某人)
- 您在第 47 页（位置 #708-710）的标注 | 添加于 2021年3月5日星期五 上午12:26:56

凌晨读到的一句
==========
数字政府 (某人)
- 您在位置 #209 的书签 | 添加于 2017年12月9日星期六 下午10:09:32


==========
The Book (A. Person)
- Your Highlight on page 95 | Location 1405-7 | Added on Tuesday, September 13, 2016 7:29:09 AM

A sentence.
==========
The Book (A. Person)
- Your Note on page 96 | location 1500 | Added on Wednesday, 11 October 2023 12:09:00

A note on nothing
==========
The Book (A. Person)
- Your Highlight at location 135-136 | Added on Monday, 20 November 2023 15:00:00

<You have reached the clipping limit for this item>
==========
`;

describe('Readwise', () => {
  test('its export is read: text, book, note, tags, colour, time', () => {
    const incoming = imported(READWISE);
    expect(incoming.format).toBe('readwise');
    expect(incoming.highlights).toMatchObject([
      {
        url: 'kindle://book?action=open&asin=B00INIXPYE',
        title: '数字政府研究',
        note: '我的想法',
        tags: ['favorite', '数字政府'],
        colour: 'blue',
        createdAt: '2026-07-17T14:00:25.000Z',
      },
      { url: `urn:govgloss:book:${encodeURIComponent('数字政府研究')}`, tags: [] },
    ]);
    expect(incoming.highlights[0]?.selectors.quote.exact).toBe('一处说\n“两行”, 还有 "引号"。');
    expect(incoming.undated.size).toBe(1);
    expect(reasons(incoming)).toEqual(['4 no-text']);
  });

  test('so is the table it imports, which has addresses', () => {
    const table =
      'Highlight,Title,Author,URL,Note,Location,Date\n一句,题,,https://www.gov.cn/a,,,\n';
    expect(imported(table).highlights).toMatchObject([
      { url: 'https://www.gov.cn/a', title: '题' },
    ]);
  });
});

test('Raindrop: each highlight of a bookmark with its note; bookmarks without any are passed over', () => {
  const incoming = imported(RAINDROP);
  expect(incoming.format).toBe('raindrop');
  const said = incoming.highlights.map(({ selectors, note }) => [selectors.quote.exact, note]);
  expect(said).toEqual([
    ['第一处', '第一处的笔记'],
    ['第二处', ''],
  ]);
  expect(incoming.highlights[0]).toMatchObject({ title: '浙江省政府', tags: ['平台', '浙江'] });
  expect(incoming.malformed).toEqual([]);
});

describe('Kindle', () => {
  const incoming = imported(KINDLE);

  test('passages in Chinese and English, each with the note that stands in it', () => {
    expect(incoming.format).toBe('kindle');
    expect(incoming.highlights.map(({ selectors, note }) => [selectors.quote.exact, note])).toEqual(
      [
        ['两个部门，一个窗口。', '想一想'],
        ['凌晨读到的一句', ''],
        ['A sentence.', ''],
      ],
    );
    expect(incoming.highlights[0]?.title).toBe('数字政府 (某人)');
  });

  test('times by the clock of the device, in either language', () => {
    expect(incoming.highlights.map(({ createdAt }) => createdAt)).toEqual([
      new Date(2014, 9, 12, 22, 23, 50).toISOString(),
      new Date(2021, 2, 5, 0, 26, 56).toISOString(),
      new Date(2016, 8, 13, 7, 29, 9).toISOString(),
    ]);
  });

  test('bookmarks, notes on no passage and what the publisher cut off are named', () => {
    expect(reasons(incoming).sort()).toEqual(['4 bookmark', '6 unattached-note', '7 no-text']);
  });

  test('a passage marked twice counts once', () => {
    const [first] = KINDLE.split('==========');
    const twice = `${first}==========${first?.replace('10:23', '11:23')}==========`;
    expect(imported(twice)).toMatchObject({ malformed: [], highlights: [{}] });
  });
});

const ABOUT = encodeURIComponent(
  JSON.stringify({
    attachmentURI: 'http://zotero.org/users/1/items/RPZK4VAG',
    annotationKey: '537H37EL',
    color: '#2ea8e5',
  }),
);

describe('Zotero', () => {
  test('a note of annotations as Markdown', () => {
    const note = `# Annotations\n(2026)\n
“一体化平台” ([某人, 2005, p. 45](zotero://select/library/items/IJGQ3J8A)) ([pdf](zotero://open-pdf/library/items/VGHZA9HX?page=69&annotation=537H37EL)) 我的话\n
- “another \\[passage\\]” ([Author et al., 2025, p. 3](zotero://select/library/items/AFM3UWL7)) ([pdf](zotero://open/library/items/HUZ7PE9K?page=3))\n`;
    const incoming = imported(note);
    expect(incoming.format).toBe('zotero');
    expect(incoming.highlights).toMatchObject([
      {
        url: 'zotero://open-pdf/library/items/VGHZA9HX?page=69&annotation=537H37EL',
        title: '某人, 2005, p. 45',
        note: '我的话',
      },
      { note: '', selectors: { quote: { exact: 'another [passage]' } } },
    ]);
  });

  test.each([
    ['', ''],
    ['<a href="zotero://open-pdf/library/items/RPZK4VAG?page=1">', '</a>'],
  ])('a note of annotations as HTML %s', (before, after) => {
    const note = `<div><p><span class="highlight" data-annotation="${ABOUT}">${before}“一体化 &amp; 平台”${after}</span> <span class="citation" data-citation="%7B%7D">(<span class="citation-item">某人, 2005, p. 45</span>)</span> 我的话</p>
<p><span class="highlight" data-annotation="${ABOUT}">“第二处”</span></p></div>`;
    expect(imported(note).highlights).toMatchObject([
      {
        url: 'zotero://open-pdf/library/items/RPZK4VAG?annotation=537H37EL',
        title: '某人, 2005, p. 45',
        note: '我的话',
        colour: 'blue',
        selectors: { quote: { exact: '一体化 & 平台' } },
      },
      { selectors: { quote: { exact: '第二处' } }, note: '' },
    ]);
  });

  test('the JSON of Better BibTeX, with the address of the item', () => {
    const annotation = {
      ...{ key: '537H37EL', itemType: 'annotation', annotationType: 'highlight' },
      ...{ annotationText: '一体化平台', annotationComment: '我的话', annotationColor: '#5fb236' },
      ...{ tags: [{ tag: '平台' }], dateAdded: '2026-01-01T00:00:00Z' },
    };
    const picture = { ...annotation, key: 'X', annotationType: 'image', annotationText: undefined };
    const item = { itemType: 'report', title: '报告', url: 'https://www.gov.cn/a.pdf' };
    const attachments = [
      { itemType: 'attachment', title: 'PDF', annotations: [annotation, picture] },
    ];
    const incoming = imported(JSON.stringify({ config: {}, items: [{ ...item, attachments }] }));
    expect(incoming.highlights).toMatchObject([
      { url: 'https://www.gov.cn/a.pdf', note: '我的话', tags: ['平台'], colour: 'green' },
    ]);
    expect(reasons(incoming)).toEqual(['2 no-text']);
  });

  test('the list its own interface answers with', () => {
    const data = {
      ...{ key: 'A1', itemType: 'annotation', parentItem: 'VGHZA9HX', annotationType: 'highlight' },
      annotationText: '一体化平台',
    };
    expect(imported(JSON.stringify([{ key: 'A1', data }])).highlights).toMatchObject([
      { url: 'zotero://open-pdf/library/items/VGHZA9HX?annotation=A1' },
    ]);
  });
});

test.each([
  ['Readwise', READWISE],
  ['Raindrop', RAINDROP],
  ['Kindle', KINDLE],
])('importing the same file again, a day later, changes nothing: %s', (_, file) => {
  const first = imported(file);
  const again = readImport(file, new Date('2026-11-24T12:00:00.000Z'));
  if (!again.ok) throw new Error(again.error);
  expect(planImport(first.highlights, again.value)).toMatchObject({
    ...{ new: [], changed: [], conflicting: [] },
  });
});

describe('a table', () => {
  test.each([
    ['commas', 'a,b\r\n1,"2,\r\n""3"""\r\n'],
    ['semicolons', 'a;b\n1;"2,\r\n""3"""'],
    ['tabs', 'a\tb\r1\t"2,\r\n""3"""\r'],
  ])('apart by %s, with quotes and line ends in cells', (_, text) => {
    const table = readTable(text);
    expect(table?.columns).toEqual(['a', 'b']);
    expect(table?.rows.map((row) => [row('a'), row('B'), row('c')])).toEqual([
      ['1', '2,\r\n"3"', ''],
    ]);
  });

  test('with cells missing, or one too many, or a quote that never ends, is read as far as it goes', () => {
    const rows = readTable('a,b\n1\n,,3\n"x')?.rows.map((row) => [row('a'), row('b')]);
    expect(rows).toEqual([
      ['1', ''],
      ['', ''],
      ['x', ''],
    ]);
  });
});

describe('the bytes of a file', () => {
  const text = 'Highlight,Book Title\n一体化平台,数字政府\n';
  const utf16 = (littleEndian: boolean, withMark: boolean) => {
    const units = [...(withMark ? `\ufeff${text}` : text)].map((each) => each.charCodeAt(0));
    const view = new DataView(new ArrayBuffer(units.length * 2));
    for (const [at, unit] of units.entries()) view.setUint16(at * 2, unit, littleEndian);
    return new Uint8Array(view.buffer);
  };
  test.each<[string, Uint8Array]>([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, as Windows writes it', utf16(true, true)],
    ['UTF-16, the other way round', utf16(false, true)],
    ['UTF-16 without a mark', utf16(true, false)],
  ])('%s', (_, bytes) => expect(decodeText(bytes)).toBe(text));

  test('the encoding in which Chinese spreadsheets save', () => {
    // 政务 in GB 18030.
    const bytes = new Uint8Array([0xd5, 0xfe, 0xce, 0xf1, 0x2c, 0x61]);
    expect(decodeText(bytes)).toBe('政务,a');
  });
});
