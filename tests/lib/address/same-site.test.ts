import { describe, expect, test } from 'vitest';
import { isSameSite, siteOfHost } from '@/lib/address/same-site';

describe('one site', () => {
  test.each([
    ['http://www.zj.gov.cn/a.html', 'http://www.zj.gov.cn/b/c?d=1#e'],
    ['http://www.zj.gov.cn/', 'https://zj.gov.cn/a'],
    ['https://m.zj.gov.cn/share', 'http://www.zj.gov.cn/art'],
    ['http://WWW.ZJ.gov.cn./', 'https://wap.zj.gov.cn/'],
    ['http://www.zj.gov.cn:80/', 'https://www.zj.gov.cn:443/'],
    ['https://reader.github.io/a', 'https://www.reader.github.io/b'],
    ['http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/b'],
    ['file:///home/reader/a.html#x', 'file:///home/reader/a.html'],
  ])('%s and %s', (a, b) => {
    expect(isSameSite(a, b)).toBe(true);
    expect(isSameSite(b, a)).toBe(true);
  });
});

describe('two sites', () => {
  test.each([
    ['a county and the nation', 'http://evil-county.gov.cn/', 'http://www.gov.cn/a'],
    ['a host below it', 'http://evil2.zj.gov.cn/', 'http://zj.gov.cn/'],
    ['a host beside it', 'http://evil2.zj.gov.cn/', 'http://www.zj.gov.cn/'],
    ['hosts that only end alike', 'http://xzj.gov.cn/', 'http://zj.gov.cn/'],
    ['www and m below a public suffix', 'http://www.gov.cn/', 'http://m.gov.cn/'],
    ['a public suffix and www below it', 'http://gov.cn/', 'http://www.gov.cn/'],
    ['the same of companies', 'http://www.com.cn/', 'http://com.cn/'],
    ['the same of mobile companies', 'http://m.com.cn/', 'http://wap.com.cn/'],
    ['two readers of one host', 'https://m.github.io/', 'https://www.github.io/'],
    ['a reader and the host itself', 'https://m.github.io/', 'https://github.io/'],
    ['two readers with names', 'https://a.github.io/', 'https://b.github.io/'],
    ['a province’s own suffix', 'http://www.zj.cn/', 'http://m.zj.cn/'],
    ['Chinese suffixes', 'http://www.公司.cn/', 'http://m.公司.cn/'],
    ['ports', 'http://www.zj.gov.cn:8080/', 'http://www.zj.gov.cn/'],
    ['hosts inside', 'http://www/', 'http://m/'],
    ['numbers', 'http://10.0.0.1/', 'http://10.0.0.2/'],
    ['files', 'file:///home/reader/a.html', 'file:///home/reader/b.html'],
    ['a file and a page', 'file:///home/reader/a.html', 'http://www.zj.gov.cn/'],
    ['no address and a page', '', 'http://www.zj.gov.cn/'],
    ['a host in the name of the reader', 'http://zj.gov.cn@evil.cn/', 'http://zj.gov.cn/'],
  ])('%s', (_, a, b) => {
    expect(isSameSite(a, b)).toBe(false);
    expect(isSameSite(b, a)).toBe(false);
  });
});

describe('what is added with a host, when it is to be marked', () => {
  test.each([
    ['politics.people.com.cn', 'people.com.cn'],
    ['people.com.cn', 'people.com.cn'],
    ['m.thepaper.cn', 'thepaper.cn'],
    ['a.b.org.hk', 'b.org.hk'],
    ['www.city.kawasaki.jp', 'city.kawasaki.jp'],
    ['news.shop.kawasaki.jp', 'news.shop.kawasaki.jp'],
    ['www.gov.uk', 'www.gov.uk'],
    ['data.公司.cn', 'data.公司.cn'],
    ['someone.github.io', 'someone.github.io'],
    ['a.someone.pages.dev', 'someone.pages.dev'],
  ])('%s: the site %s and all below it', (host, site) => {
    expect(siteOfHost(host)).toEqual({ site, origin: `*://*.${site}/*` });
  });

  test.each([
    'gov.cn',
    'com.cn',
    'github.io',
    'kawasaki.jp',
    'localhost',
    '192.168.1.10',
    'mp.weixin.qq.com',
  ])('%s: itself alone', (host) => {
    expect(siteOfHost(host)).toEqual({ site: host, origin: `*://${host}/*` });
  });
});
