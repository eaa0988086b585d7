import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formerPageKey, mayHaveKey, pageKey } from '@/lib/address/page-key';

const PAGE = 'https://www.zj.gov.cn/art/2021/3/1/art_1229.html';
const KEY = 'zj.gov.cn/art/2021/3/1/art_1229.html';

describe('addresses of one page share a key', () => {
  test.each([
    [PAGE],
    ['http://www.zj.gov.cn/art/2021/3/1/art_1229.html'],
    ['https://zj.gov.cn/art/2021/3/1/art_1229.html'],
    ['https://m.zj.gov.cn/art/2021/3/1/art_1229.html'],
    ['https://wap.zj.gov.cn/art/2021/3/1/art_1229.html'],
    ['https://WWW.ZJ.GOV.CN:443/art/2021/3/1/art_1229.html'],
    [`${PAGE}#section-2`],
    [`${PAGE}#:~:text=浙里办`],
    [`${PAGE}?utm_source=weibo&utm_medium=social`],
    [`${PAGE}?spm=a2c4g.11186623&from=timeline&isappinstalled=0`],
    [`${PAGE}?UTM_Campaign=x`],
  ])('%s', (address) => expect(pageKey(address)).toBe(KEY));

  test.each([
    ['https://www.sc.gov.cn/zwfw/', 'sc.gov.cn/zwfw'],
    ['https://www.sc.gov.cn/zwfw/index.shtml', 'sc.gov.cn/zwfw'],
    ['https://www.sc.gov.cn/zwfw/index.html?from=singlemessage', 'sc.gov.cn/zwfw'],
    ['https://www.sc.gov.cn/zwfw/default.aspx', 'sc.gov.cn/zwfw'],
    ['https://www.sc.gov.cn', 'sc.gov.cn/'],
    ['https://www.cn/a', 'www.cn/a'],
    ['https://m.cn', 'm.cn/'],
    ['https://www.sc.gov.cn/index.htm', 'sc.gov.cn/'],
  ])('%s is %s', (address, key) => expect(pageKey(address)).toBe(key));

  test.each([
    [
      'a session of Java',
      'https://gz.gov.cn/a.do;jsessionid=0A1B2C.node1?id=5',
      'gz.gov.cn/a.do?id=5',
    ],
    ['a session of PHP', 'https://gz.gov.cn/a.php?id=5&PHPSESSID=q1w2e3', 'gz.gov.cn/a.php?id=5'],
    ['a number against caches', 'https://gz.gov.cn/a?_=1709251200000&id=5', 'gz.gov.cn/a?id=5'],
    ['a time in seconds', 'https://gz.gov.cn/a?id=5&t=1709251200', 'gz.gov.cn/a?id=5'],
    ['a fraction by chance', 'https://gz.gov.cn/a?r=0.8432170954&id=5', 'gz.gov.cn/a?id=5'],
    ['its version on paper', 'https://gz.gov.cn/a?id=5&print=1', 'gz.gov.cn/a?id=5'],
    ['escapes in another case', 'https://gz.gov.cn/%e6%94%bf/a', 'gz.gov.cn/%E6%94%BF/a'],
    ['empty steps', 'https://gz.gov.cn//zwgk///a.html', 'gz.gov.cn/zwgk/a.html'],
    [
      'who led to a route',
      'https://gz.gov.cn/#/news/1?from=timeline&id=5',
      'gz.gov.cn/#/news/1?id=5',
    ],
    ['a time in a route', 'https://gz.gov.cn/#/news/1?_=1709251200000', 'gz.gov.cn/#/news/1'],
  ])('%s', (_, address, key) => {
    expect(pageKey(address)).toBe(key);
  });

  test('parameters in another order', () => {
    expect(pageKey('https://gz.gov.cn/a?id=5&col=2')).toBe(
      pageKey('http://gz.gov.cn/a?col=2&id=5'),
    );
  });
});

describe('different pages keep different keys', () => {
  test.each([
    ['https://gz.gov.cn/a?id=5', 'https://gz.gov.cn/a?id=6'],
    ['https://gz.gov.cn/a', 'https://fj.gov.cn/a'],
    ['https://gz.gov.cn/a', 'https://gz.gov.cn/b'],
    ['https://gz.gov.cn/#/news/1', 'https://gz.gov.cn/#/news/2'],
    ['https://gz.gov.cn/index2.html', 'https://gz.gov.cn/'],
    ['https://gz.gov.cn/a?t=1', 'https://gz.gov.cn/a?t=2'],
    ['https://gz.gov.cn/a?time=2024', 'https://gz.gov.cn/a?time=2025'],
    ['https://gz.gov.cn/#/news?id=1', 'https://gz.gov.cn/#/news?id=2'],
    ['https://gz.gov.cn/a?print=2024', 'https://gz.gov.cn/a'],
    ['https://gz.gov.cn:8443/a', 'https://gz.gov.cn/a'],
  ])('%s and %s', (a, b) => expect(pageKey(a)).not.toBe(pageKey(b)));
});

describe('the canonical link', () => {
  test('of the same site decides', () => {
    expect(pageKey('https://m.zj.gov.cn/share?aid=7', '/art/2021/3/1/art_1229.html')).toBe(
      'zj.gov.cn/art/2021/3/1/art_1229.html',
    );
  });
  test.each([
    ['of another site', 'https://news.example.com/art'],
    ['of the host above', 'https://gov.cn/zhengce/content_1.htm'],
    ['of the nation', 'http://www.gov.cn/zhengce/content_1.htm'],
    ['of a host below', 'https://evil2.www.zj.gov.cn/art'],
    ['of a host beside it', 'https://news.zj.gov.cn/art'],
    ['of another port', 'https://www.zj.gov.cn:8443/art'],
    ['that only begins like it', 'https://www.zj.gov.cn.evil.cn/art'],
    ['that hides another host', 'https://www.zj.gov.cn@evil.cn/art'],
  ])('%s is ignored', (_, canonical) => {
    expect(pageKey(PAGE, canonical)).toBe(KEY);
    expect(mayHaveKey(PAGE, pageKey(canonical))).toBe(false);
  });
  test('that names the front page on every page is ignored', () => {
    expect(pageKey(PAGE, 'https://www.zj.gov.cn/')).toBe(KEY);
  });
  test.each([['http://'], ['javascript:alert(1)'], ['']])('malformed: %s', (canonical) =>
    expect(pageKey(PAGE, canonical)).toBe(KEY),
  );
});

describe('where 0.1.0 kept highlights of a page', () => {
  test.each([
    [
      'by a canonical link to the host above',
      'http://evil2.zj.gov.cn/a',
      'http://www.gov.cn/b',
      'gov.cn/b',
    ],
    [
      'by one to a host below',
      'http://www.zj.gov.cn/a',
      'http://news.zj.gov.cn/b',
      'news.zj.gov.cn/b',
    ],
    ['by one to the same host: as now', 'http://m.zj.gov.cn/a', 'http://www.zj.gov.cn/b', null],
    ['by one to another site: it never counted', 'http://www.zj.gov.cn/a', 'http://x.cn/b', null],
    ['by one to a front page: it never counted', 'http://a.zj.gov.cn/a', 'http://zj.gov.cn/', null],
    ['without one', 'http://www.zj.gov.cn/a', null, null],
    ['with the session', 'http://www.zj.gov.cn/a;jsessionid=1', null, 'zj.gov.cn/a;jsessionid=1'],
    [
      'with a canonical link in its own words',
      'http://a.cn/b',
      '/c?_=1709251200',
      'a.cn/c?_=1709251200',
    ],
  ])('%s', (_, address, canonical, key) => expect(formerPageKey(address, canonical)).toBe(key));
});

test('a key is a fixed point: the page at the key has the same key', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const key = pageKey(address);
      expect(pageKey(`https://${key}`)).toBe(key);
    }),
  );
});

test('what is no web address is its own key', () => {
  expect(pageKey('file:///home/a.html#x')).toBe('file:///home/a.html');
  expect(pageKey('not an address')).toBe('not an address');
});
