import { describe, expect, it } from 'vitest';
import { withTextFragment } from '@/lib/address/text-fragment';

const quote = (exact: string) => ({
  type: 'TextQuoteSelector' as const,
  exact,
  prefix: '',
  suffix: '',
});
const directive = (url: string) => decodeURIComponent(url.split(':~:text=')[1] ?? '');

describe('withTextFragment', () => {
  it('names a short quote whole', () => {
    const url = withTextFragment('https://www.zj.gov.cn/a.html', quote('“浙里办”上线'));
    expect(url.startsWith('https://www.zj.gov.cn/a.html#:~:text=')).toBe(true);
    expect(directive(url)).toBe('“浙里办”上线');
  });

  it('names a long quote by its ends, without cutting a character in two', () => {
    const exact = `𠮷${'数据'.repeat(100)}𠮷`;
    const [start, end] = directive(withTextFragment('https://a.cn/', quote(exact))).split(',');
    expect(exact.startsWith(start ?? '-')).toBe(true);
    expect(exact.endsWith(end ?? '-')).toBe(true);
    expect([...(start ?? '')].at(0)).toBe('𠮷');
    expect([...(end ?? '')].at(-1)).toBe('𠮷');
  });

  it('names a quote over two paragraphs by its ends: a directive cannot cross blocks', () => {
    const url = withTextFragment('https://a.cn/', quote('第一段\n第二段'));
    expect(directive(url)).toBe('第一段,第二段');
  });

  it('escapes what separates the parts of a directive', () => {
    const url = withTextFragment('https://a.cn/', quote('A-B, C&D'));
    expect(url).toBe('https://a.cn/#:~:text=A%2DB%2C%20C%26D');
  });

  it("keeps the page's own fragment and replaces an older directive", () => {
    const url = withTextFragment('https://a.cn/#/news/3:~:text=old', quote('新'));
    expect(url).toBe(`https://a.cn/#/news/3:~:text=${encodeURIComponent('新')}`);
  });

  it('survives half a character, which a page or an import may have cut', () => {
    const url = withTextFragment('https://a.cn/', quote('数据\ud842'));
    expect(directive(url)).toBe('数据\ufffd');
  });
});
