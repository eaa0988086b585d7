import { expect } from 'vitest';
import { describeBrowsers } from './describe-browsers';
import { waitForRegistry } from './registry';

/**
 * What a stretch of markup should have marked, in the words of the marks in it. A name stops at
 * whatever a reader sees as a break, and at nothing else. [what, markup, marked texts]
 */
const CASES: [string, string, string[]][] = [
  [
    'inline elements do not break a name',
    '<p>用<b>浙</b><a href="#">里</a><i>办</i>办事</p>',
    ['浙里办'],
  ],
  ['a comment does not', '<p>用浙<!-- 注 -->里办</p>', ['浙里办']],
  ['a place to break the line does not', '<p>用浙<wbr>里<wbr>办</p>', ['浙里办']],
  ['a zero-width space does not', '<p>用浙&#8203;里办</p>', ['浙\u200b里办']],
  ['empty elements do not', '<p>用浙<span></span>里<span class="icon"></span>办</p>', ['浙里办']],
  ['a line end of the source does not', '<p>用浙\n里办</p>', ['浙\n里办']],
  [
    'ruby does not',
    '<p>用<ruby>浙<rp>(</rp><rt>zhè</rt><rp>)</rp>里<rt>lǐ</rt></ruby>办</p>',
    ['浙(zhè)里lǐ办'],
  ],
  ['hidden text does not', '<p>用浙<span style="display:none">藏</span>里办</p>', ['浙藏里办']],
  ['text hidden by a class does not', '<p>用浙<span class="gone">藏</span>里办</p>', ['浙藏里办']],
  ['a script does not', '<p>用浙<script>0</script>里办</p>', ['浙0里办']],
  ['elements nobody has heard of do not', '<p>用浙<o:p></o:p>里<st1:x>办</st1:x></p>', ['浙里办']],
  [
    'a box without room around it does not',
    '<p>用浙<span style="display:inline-block">里</span>办</p>',
    ['浙里办'],
  ],
  ['a line break does', '<p>用浙<br>里办</p>', []],
  ['a line break that only wraps a heading does not', '<h1>推广用浙<br>里办</h1>', ['浙里办']],
  [
    'letters set one by one do not',
    '<p style="display:flex;gap:1em"><b>浙</b><b>里</b><b>办</b></p>',
    ['浙里办'],
  ],
  ['block edges do', '<div>用浙<div>里办</div></div>', []],
  ['table cells do', '<table><tr><td>用浙</td><td>里办</td></tr></table>', []],
  ['a picture does', '<p>用浙<img alt="" width="9">里办</p>', []],
  ['a field does', '<p>用浙<input size="1">里办</p>', []],
  [
    'an inline element shown as a block does',
    '<p>用浙<span style="display:block">里办</span></p>',
    [],
  ],
  ['items of a flexible row do', '<p style="display:flex"><a>用浙</a><a>里办</a></p>', []],
  ['floating items do', '<p><a style="float:left">用浙</a><a style="float:left">里办</a></p>', []],
  [
    'a box with room around it does',
    '<p>用浙<a style="display:inline-block;padding:0 9px">里办</a></p>',
    [],
  ],
  [
    'links with room between them are not one name',
    '<p><a style="margin-right:2em">北京</a> <a>通办</a></p>',
    ['北京'],
  ],
  ['neighbours of a menu are not one name', '<ul><li>北京</li><li>通办</li></ul>', ['北京']],
  [
    'text to write in is not read',
    '<div contenteditable>浙里办</div><textarea>浙里办</textarea>',
    [],
  ],
  ['code is not read', '<p><code>浙里办</code></p>', []],
  ['list options are not read', '<select><option>浙里办</option></select>', []],
  ['a button is read', '<button>打开浙里办</button>', ['浙里办']],
  [
    'a closed part is read, for when it opens',
    '<details><summary>附</summary>浙里办</details>',
    ['浙里办'],
  ],
  ['text in a drawing is read', '<svg><text y="20">浙里办</text></svg>', ['浙里办']],
  ['text as its source has it is read', '<pre>浙里办</pre>', ['浙里办']],
  ['what hides between two blocks is read', '甲<div hidden>浙里办</div>乙', ['浙里办']],
];

const ADDRESS = 'http://www.example.gov.cn/reading.html';

describeBrowsers('reading a page', (test) => {
  test('a name stops at what a reader sees as a break, and at nothing else', async (browser) => {
    const sections = CASES.map(([, markup], i) => `<section id="case-${i}">${markup}</section>`);
    const style = '<style>.gone { display: none }</style>';
    browser.server.serve(ADDRESS, `<meta charset="utf-8">${style}${sections.join('\n')}`);
    const every = { 'settings.firstOnly': false, 'settings.scope': 'everywhere' };
    await browser.inExtension((api, all) => api.storage.sync.set(all), every);
    const tab = await browser.open(ADDRESS);
    await waitForRegistry(tab);
    const marked = await tab.evaluate((count) => {
      const found: string[][] = Array.from({ length: count }, () => []);
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('govgloss-')) continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          const section = startContainer.parentElement?.closest('section');
          found[Number(section?.id.slice(5))]?.push(range.toString());
        }
      }
      return found;
    }, CASES.length);
    const got = CASES.map(([what], i) => [what, marked[i]]);
    expect(got).toEqual(CASES.map(([what, , texts]) => [what, texts]));
  });

  test('a page nested deeper than any parser nests is read like any other', async (browser) => {
    browser.server.serve(ADDRESS, '<meta charset="utf-8"><p>浙江</p>');
    const tab = await browser.open(ADDRESS);
    await tab.evaluate(() => {
      // Browsers themselves give up at some five thousand.
      const outer = document.createElement('div');
      let inner = outer;
      for (let depth = 0; depth < 1500; depth++) {
        const child = document.createElement('div');
        inner.append(child);
        inner = child;
      }
      inner.append('浙里办');
      document.body.append(outer);
    });
    const registry = await waitForRegistry(
      tab,
      (now) => (now['govgloss-platform'] ?? []).length > 0,
    );
    expect(registry['govgloss-platform']).toEqual(['浙里办']);
  });

  test('text in open shadow roots is read, what is slotted into them too', async (browser) => {
    browser.server.serve(
      ADDRESS,
      `<meta charset="utf-8"><p>要闻</p><x-card>四川的<b>天府通办</b></x-card>
       <script>
         document.querySelector('x-card').attachShadow({ mode: 'open' }).innerHTML =
           '<h2>贵州的云上贵州</h2><slot>浙里办</slot>';
       </script>`,
    );
    const tab = await browser.open(ADDRESS);
    const registry = await waitForRegistry(tab);
    expect(registry['govgloss-platform']?.toSorted()).toEqual(['云上贵州', '天府通办']);
  });
});
