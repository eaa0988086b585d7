// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { publicationOf } from '@/lib/dom/publication';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');

test.each<[string, string, object]>([
  [
    'the names of China’s standard for government sites',
    `<meta name="SiteName" content="浙江省人民政府门户网站"><meta name="ContentSource" content="浙江日报">
     <meta name="PubDate" content="2026-03-01 09:30">`,
    { publisher: '浙江日报', published: '2026-03-01' },
  ],
  [
    'a site’s name where no source is named',
    '<meta name="SiteName" content="中国政府网"><meta name="PubDate" content="2026年3月1日">',
    { publisher: '中国政府网', published: '2026-03-01' },
  ],
  [
    'Dublin Core',
    '<meta name="DC.publisher" content="国务院办公厅"><meta name="DCTERMS.issued" content="2026-03">',
    { publisher: '国务院办公厅', published: '2026-03' },
  ],
  [
    'Open Graph',
    `<meta property="article:published_time" content="2026-03-01T01:02:03+08:00">
     <meta property="og:site_name" content="新华网">`,
    { publisher: '新华网', published: '2026-03-01' },
  ],
  [
    'JSON-LD',
    `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-01T00:00:00Z",
     "publisher":{"@type":"Organization","name":"人民网"}}</script>`,
    { publisher: '人民网', published: '2026-03-01' },
  ],
  [
    'a byline',
    '<p>正文没有说。</p><div>发布时间：2026-3-1 08:00　来源：浙江省大数据局 字号：大 中 小</div>',
    { publisher: '浙江省大数据局', published: '2026-03-01' },
  ],
  [
    'metadata that are empty, or no names',
    '<meta name="author" content="https://a.cn/"><meta name="PubDate" content="">',
    {},
  ],
  ['nothing', '<p>2026年3月1日，某市召开会议。</p>', {}],
])('who published a page and when, from %s', (_, html, expected) => {
  expect(publicationOf(page(html))).toEqual(expected);
});
