// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Block } from '@/lib/dom/block';
import { BlockReader } from '@/lib/dom/block-reader';
import { PagePlaces } from '@/lib/dom/page-places';

const SENTENCE = '近年来各地各部门推进政务服务改革，群众办事更加方便，企业满意度不断提高。';
const TITLE = '关于推进政务服务平台建设情况的报道';
const article = `<div class="con"><p>${SENTENCE.repeat(3)}</p><p>浙江省的做法如下。</p><table><tr><td>福建</td></tr></table></div>`;
const row = (...names: string[]) =>
  names.map((name) => `<li><a href="/x">${name}</a></li>`).join('');
const list = (...names: string[]) => `<ul>${row(...names)}</ul>`;
const headlines = list(
  '浙江：数字政府建设推进会召开，部署下一阶段任务',
  '广东出台措施支持民营企业发展壮大',
  '四川推动成渝地区双城经济圈建设提速',
);
const provinces = list('浙江', '广东', '四川', '贵州');

function blocksOf(root: Node): Block[] {
  const blocks: Block[] = [];
  const options = {
    isOurs: () => false,
    onHost: () => {},
    onError: (error: unknown) => {
      throw error;
    },
  };
  const reader = new BlockReader(root, options);
  while (reader.read(blocks, 1e6, 1e6) === 'more');
  return blocks;
}

/** Where the block with a text stands. */
function placeIn(markup: string, text: string, title = `${TITLE}_某某网`) {
  document.body.innerHTML = markup;
  const places = new PagePlaces(() => title, 'www.zj.gov.cn');
  const blocks = blocksOf(document.body);
  places.take(blocks, []);
  places.settle();
  const block = blocks.find((each) => each.text.includes(text));
  return block ? places.of(block) : null;
}

test.each([
  ['a sentence of an article', article, '近年来', 'article'],
  ['a short line in it', article, '浙江省的做法', 'article'],
  ['a cell of its table', article, '福建', 'article'],
  ['its title, above it', `<div><h1>${TITLE}</h1></div>${article}`, TITLE, 'article'],
  ['provinces in a row of links beside it', article + provinces, '贵州', 'furniture'],
  ['headlines beside it', article + headlines, '成渝', 'furniture'],
  ['a row of links in its midst', article.replace('</p>', `</p>${provinces}`), '贵州', 'furniture'],
  [
    'the trail to it',
    `<div>您现在的位置：<a>首页</a>&gt;<a>浙江要闻</a></div>${article}`,
    '首页',
    'furniture',
  ],
  [
    'what a comment says',
    `${article}<div class="comment"><p>${SENTENCE}江西</p></div>`,
    '江西',
    'furniture',
  ],
  [
    'who runs the site',
    `${article}<div><p>主办单位：浙江省人民政府</p><p>浙ICP备123号</p></div>`,
    '主办',
    'furniture',
  ],
  [
    'an address beside that',
    `${article}<div><p>地址：浙江省杭州市</p><p>浙ICP备123号</p></div>`,
    '地址',
    'furniture',
  ],
  [
    'a footer, whatever it says',
    `${article}<footer><p>浙江省人民政府</p></footer>`,
    '浙江省人民',
    'furniture',
  ],
])('on an article’s page: %s', (_, markup, text, place) => {
  expect(placeIn(markup, text)).toBe(place);
});

test.each([
  ['headlines are what one reads', headlines, '成渝', 'headlines'],
  ['rows of names are menus', headlines + provinces, '贵州', 'furniture'],
  [
    'so are links to other sites',
    headlines + row('北京市人民政府').replace('/x', '//www.beijing.gov.cn').repeat(4),
    '北京',
    'furniture',
  ],
  [
    'texts in other sites are headlines as its own are',
    list('广东通报五起大案', '山西晒出成绩单', '江苏推进一网通办').replaceAll(
      '/x',
      'https://mp.weixin.qq.com/s/9x2',
    ),
    '晒出',
    'headlines',
  ],
  [
    'the foot of an entry is not the site’s',
    `<ul>${row('x', 'y', 'z').replaceAll(/[xyz](?=<\/a>)/g, '<footer>上海推出随申办新服务</footer>')}</ul>`,
    '随申办',
    'headlines',
  ],
  ['what calls itself navigation', `<nav>${headlines}</nav>`, '成渝', 'furniture'],
  ['a lone link is text', '<p><a href="/x">浙江</a></p>', '浙江', 'article'],
  [
    'a layout of tables',
    `<table><tr><td>${headlines}</td><td>${provinces}</td></tr></table>`,
    '成渝',
    'headlines',
  ],
])('on a page of lists: %s', (_, markup, text, place) => {
  expect(placeIn(markup, text, '某某省人民政府')).toBe(place);
});

const imprint = '<div><p>主办单位：浙江省人民政府办公厅</p><p>浙ICP备123号</p></div>';
const menus = list('首页', '政务公开', '互动交流', '数据发布') + provinces + imprint;
const platforms = ['浙江省</td><td>浙里办', '广东省</td><td>粤省事', '四川省</td><td>天府通办'];
const table = `<table>${platforms.map((row) => `<tr><td>${row}</td></tr>`).join('')}</table>`;

test.each([
  [
    'a notice of two lines under the title',
    '<h1>关于浙里办停机维护的公告</h1><p>浙里办今晚升级。</p>',
    '今晚',
    '关于浙里办停机维护的公告_某某局',
  ],
  ['a table of names, and nothing else', `<div>${table.repeat(2)}</div>`, '天府通办', '名录'],
  [
    'a letter and its answer',
    '<dl><dt>来信</dt><dd>您好，浙里办打不开怎么办？</dd><dt>答复</dt><dd>请更新版本后再试，谢谢关心。</dd></dl>',
    '浙里办',
    '网民来信',
  ],
])('on a page of few words among menus: %s', (_, words, text, title) => {
  expect(placeIn(`<div>${words}</div>${menus}`, text, title)).toBe('article');
  expect(placeIn(`${menus}<div>${words}</div>`, '贵州', title)).toBe('furniture');
  expect(placeIn(`<div><div>${words}</div>${menus}</div>`, '主办', title)).toBe('furniture');
});

test.each(['', 'foot'])(
  'the name of its owner makes no article of a page of lists: %s',
  (called) => {
    const owner = '中华人民共和国某某和某某委员会';
    const foot = `<div class="${called}"><p>${called ? '' : '版权所有：'}${owner}办公厅</p></div>`;
    const lead = `<div><p>${SENTENCE.repeat(3)}</p></div>`;
    expect(placeIn(lead + headlines.repeat(4) + foot, '成渝', `${owner}办公厅`)).toBe('headlines');
  },
);

test('files that hang on a text belong to it', () => {
  const files = ['1.浙江清单.doc', '2.福建清单.XLSX', '3.四川清单.pdf'].map(
    (name) => `<p><a href="/f/${name}">${name}</a></p>`,
  );
  const attached = article.replace('</table>', `</table><div>${files.join('')}</div>`);
  expect(placeIn(attached, '福建清单')).toBe('article');
});

test.each([
  ['the name of the site, at its head', '浙江省人民政府门户网站 The Government of Zhejiang'],
  ['words to search by', '热门搜索：<a href="/s">浙里办</a> <a href="/t">浙江</a>'],
  ['the tags of a text', '标签：<a href="/s">浙江</a> <a href="/t">福建</a>'],
])('is none of a text: %s', (_, line) => {
  for (const page of [
    `<div>${line}</div>${article}`,
    article.replace('</table>', `</table><p>${line}</p>`),
  ])
    expect(placeIn(page, line.match(/^[^<：]+/)?.[0] ?? '')).toBe('furniture');
});

const teaser = (name: string) =>
  `<li><h3><a href="/t">${name}召开推进会部署下一阶段工作</a></h3><p>${SENTENCE.repeat(3)}${name}的做法受到关注。</p></li>`;
const teasers = `<ul>${['江西', '湖南', '湖北', '河南', '河北', '安徽'].map(teaser).join('')}</ul>`;
const dated = Array.from(
  { length: 40 },
  (_, i) => `<li><a href="/d">贵州第${i}次会议部署工作</a><span>11-${i} 08:30:15</span></li>`,
).join('');

test.each([
  ['summaries of other texts, more of them than of the text', teasers, '江西的做法', 'furniture'],
  ['the heads of those', teasers, '湖南召开', 'furniture'],
  ['a list of links with dates, longer than the text', `<ul>${dated}</ul>`, '第7次', 'furniture'],
])('beside an article under its title: %s', (_, others, text, place) => {
  const whole = `<div><div><h1>${TITLE}</h1>${article}</div><div>${others}</div></div>`;
  expect(placeIn(whole, '近年来')).toBe('article');
  expect(placeIn(whole, '浙江省的做法')).toBe('article');
  expect(placeIn(whole, text)).toBe(place);
});

test('on a page of summaries these are what is read', () => {
  expect(placeIn(`<div>${teasers}</div>`, '江西的做法', '要闻_某某网')).toBe('article');
});

test.each([
  ['as its site does', `${TITLE}_某某网`],
  [
    'before a longer name in Latin letters',
    `${TITLE} | News and Government Services of Zhejiang 浙江`,
  ],
])('one sentence under its title among headlines is an article: %s', (_, title) => {
  const page = `<div><div><h1>${TITLE}</h1><p>浙江省昨日就此召开会议，具体内容尚未透露，记者将继续关注。</p></div>${headlines.repeat(5)}</div>`;
  expect(placeIn(page, '昨日', title)).toBe('article');
  expect(placeIn(page, '成渝', title)).toBe('furniture');
});

test('a title with its time, and a picture for a text, makes no list of what is beside it', () => {
  const page = `<div><div><h1>${TITLE}</h1><p>2026-11-21 16:55:34 来自重庆</p></div>${headlines.repeat(5)}</div>`;
  expect(placeIn(page, '成渝')).toBe('furniture');
});

test.each(['主办单位：浙江省人民政府', '承办：福建省电子政务中心', '技术支持：江西省大数据局'])(
  'who ran what an article tells of is said in it: %s',
  (line) => {
    const told = article.replace('<p>浙江省的', `<p>${line}</p><p>浙江省的`);
    expect(placeIn(told + imprint, line)).toBe('article');
    expect(placeIn(`${told}<div><p>${line}。</p><p>浙ICP备123号</p></div>`, `${line}。`)).toBe(
      'furniture',
    );
  },
);

test('a title among more links than it is long is the title', () => {
  const tags = row('浙江新闻', '政务服务', '数字政府', '民生实事', '营商环境', '机构改革');
  const headed = article.replace(
    '<p>',
    `<div><h1>${TITLE}</h1><ul>${tags}</ul></div><p>${SENTENCE.repeat(2)}</p><p>`,
  );
  expect(placeIn(headed, TITLE)).toBe('article');
  expect(placeIn(headed, '浙江新闻')).toBe('furniture');
});

test('a title in the head of the page is the article’s where no other is', () => {
  const head = `<header><a href="/">首页</a><h1>${TITLE}</h1></header>`;
  expect(placeIn(head + article, TITLE)).toBe('article');
  expect(placeIn(`${head}<div><h2>${TITLE}</h2></div>${article}`, TITLE)).toBe('furniture');
  expect(placeIn(`<header><p>首页 ${TITLE}</p></header>${article}`, TITLE)).toBe('furniture');
});

const many = headlines.repeat(9);
test.each([
  ['the name of its site', '某某壮族自治区人民政府门户网站 - www.gov.cn', '2026-11-21 16:55:34'],
  ['a few words', '闲话改革-某某新闻', '2009年02月20日17:29'],
  ['nothing', '', '发布时间：2026-11-21 来源：浙江日报'],
])('an article says when it is of, and its page’s title %s', (_, title, time) => {
  const page = `<div><h1>推进会召开</h1><p>${time}</p>${article}</div><div>${many}</div>`;
  expect(placeIn(page, '浙江省的做法', title)).toBe('article');
  expect(placeIn(page, '成渝', title)).toBe('furniture');
});

test('a page of headlines says of each when it is of', () => {
  const lead = `<div><h3>推进会召开</h3><p>${SENTENCE.repeat(3)}</p><p>2026-11-21 16:55</p></div>`;
  const times = many.replaceAll('</li>', '<p>2026-11-20 09:30</p></li>');
  expect(placeIn(`<div>${lead}${times}</div>`, '成渝', '要闻动态')).toBe('headlines');
});

test.each(['caas disableAsideSection', 'page has-sidebar', 'wrap no-nav js-menu-open'])(
  'a class that says what a part has, or is not, says not what it is: %s',
  (called) => {
    const more = `<div class="stream"><p>${SENTENCE.repeat(7)}</p></div>`;
    expect(placeIn(`<div class="${called}">${article}</div>${more}`, '近年来', '')).toBe('article');
  },
);

test('a name of a class is not believed of what is most of the page', () => {
  expect(placeIn(`<div class="share-area sidebar">${article}</div>`, '近年来')).toBe('article');
});

test('what comes later is judged with what is there, and what is there anew', () => {
  document.body.innerHTML = '<div id="late"></div>';
  const places = new PagePlaces(() => `${TITLE}_某某网`, 'www.zj.gov.cn');
  const late = document.querySelector('#late') as Element;
  late.innerHTML = row('浙江');
  const first = blocksOf(late);
  places.take(first, []);
  places.settle();
  expect(places.of(first[0] as Block)).toBe('article');
  late.insertAdjacentHTML('beforeend', row('广东', '四川', '贵州'));
  places.take(blocksOf(late).slice(1), []);
  places.settle();
  expect(places.of(first[0] as Block)).toBe('furniture');
});

test('until all is read only sentences count as an article’s', () => {
  document.body.innerHTML = article + provinces;
  const places = new PagePlaces(() => '', 'www.zj.gov.cn');
  const blocks = blocksOf(document.body);
  places.take(blocks, []);
  expect(blocks.map((block) => places.of(block)).slice(0, 3)).toEqual([
    'article',
    'furniture',
    'furniture',
  ]);
});
