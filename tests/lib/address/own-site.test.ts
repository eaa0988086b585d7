import { expect, test } from 'vitest';
import { ownSite, siteOrigin } from '@/lib/address/own-site';

test.each([
  ['politics.people.com.cn', 'people.com.cn'],
  ['www.people.com.cn', 'people.com.cn'],
  ['people.com.cn', 'people.com.cn'],
  ['m.thepaper.cn', 'thepaper.cn'],
  ['news.sina.com.cn', 'sina.com.cn'],
  ['www.bj.cn', 'www.bj.cn'],
  ['a.b.org.hk', 'b.org.hk'],
  ['news.example.org', 'example.org'],
  ['localhost', 'localhost'],
  ['192.168.1.10', '192.168.1.10'],
  ['someone.github.io', 'someone.github.io'],
  ['mp.weixin.qq.com', 'mp.weixin.qq.com'],
])('%s is read as a page of %s', (host, site) => {
  expect(ownSite(host)).toBe(site);
});

test('a site is asked for with what is below it, an address in numbers as it is', () => {
  expect(siteOrigin('people.com.cn')).toBe('*://*.people.com.cn/*');
  expect(siteOrigin('192.168.1.10')).toBe('*://192.168.1.10/*');
  expect(siteOrigin('localhost')).toBe('*://localhost/*');
});
