import { describe, expect, it, test } from 'vitest';
import { findDirective, type TextDirective } from '@/lib/address/text-directive';
import { withTextFragment } from '@/lib/address/text-fragment';
import { isSureEdge, isWordEdge } from '@/lib/address/word-edges';
import { describe as describePassage } from '@/lib/anchor/describe';

/** A passage as others keep it: words alone, or with what stands around them. */
const quote = (exact: string, prefix = '', suffix = '') => ({
  quote: { type: 'TextQuoteSelector' as const, exact, prefix, suffix },
});
const alone = (exact: string, prefix = '', suffix = '') => ({
  ...quote(exact, prefix, suffix),
  rivals: [],
});
const directive = (url: string) => decodeURIComponent(url.split(':~:text=')[1] ?? '');

/** A directive read back, as the specification parses it. */
function parsed(url: string): TextDirective {
  const parts = (url.split(':~:text=')[1] ?? '').split(',');
  const prefix = parts[0]?.endsWith('-') ? (parts.shift() ?? '').slice(0, -1) : '';
  const suffix = parts.at(-1)?.startsWith('-') ? (parts.pop() ?? '').slice(1) : '';
  const [start = '', end = ''] = parts.map(decodeURIComponent);
  return { prefix: decodeURIComponent(prefix), start, end, suffix: decodeURIComponent(suffix) };
}

describe('withTextFragment', () => {
  it('names a short quote whole', () => {
    const url = withTextFragment('https://www.zj.gov.cn/a.html', alone('“浙里办”上线'));
    expect(url.startsWith('https://www.zj.gov.cn/a.html#:~:text=')).toBe(true);
    expect(directive(url)).toBe('“浙里办”上线');
  });

  it('names a long quote by its ends, without cutting a character in two', () => {
    const exact = `𠮷${'数据'.repeat(100)}𠮷`;
    const [start, end] = directive(withTextFragment('https://a.cn/', alone(exact))).split(',');
    expect(exact.startsWith(start ?? '-')).toBe(true);
    expect(exact.endsWith(end ?? '-')).toBe(true);
    expect([...(start ?? '')].at(0)).toBe('𠮷');
    expect([...(end ?? '')].at(-1)).toBe('𠮷');
  });

  it('names a quote over two paragraphs by its ends: a directive cannot cross blocks', () => {
    const url = withTextFragment('https://a.cn/', alone('第一段\n第二段'));
    expect(directive(url)).toBe('第一段,第二段');
  });

  it('escapes what separates the parts of a directive', () => {
    const url = withTextFragment('https://a.cn/', alone('A-B, C&D'));
    expect(url).toBe('https://a.cn/#:~:text=A%2DB%2C%20C%26D');
  });

  it("keeps the page's own fragment and replaces an older directive", () => {
    const url = withTextFragment('https://a.cn/#/news/3:~:text=old', alone('新'));
    expect(url).toBe(`https://a.cn/#/news/3:~:text=${encodeURIComponent('新')}`);
  });

  it('survives half a character, which a page or an import may have cut', () => {
    const url = withTextFragment('https://a.cn/', alone('数据\ud842'));
    expect(directive(url)).toBe('数据\ufffd');
  });

  it('gives words that end within a word a suffix that does not', () => {
    const { start, suffix } = parsed(
      withTextFragment('https://a.cn/', alone('一体化政', '建成', '务服务平台，群众')),
    );
    expect(start).toBe('一体化政');
    expect(suffix).toBe('务服务平台');
  });

  it('gives words that may stand elsewhere their contexts, cut where every dictionary has an edge', () => {
    const url = withTextFragment(
      'https://a.cn/',
      quote('浙江', '在上一句。近年来为推进数字政府建设，', '省率先上线了新的平台，2019年年底'),
    );
    expect(directive(url)).toBe(
      '一句。近年来为推进数字政府建设，-,浙江,-省率先上线了新的平台，2019年',
    );
  });

  it('takes a context from the block beside where the quote fills its own', () => {
    const page = '排名\n第一\n浙江\n第二\n广东\n第一\n浙江\n末行';
    const start = page.lastIndexOf('浙江');
    const kept = describePassage(page, { start, end: start + 2 });
    expect(parsed(withTextFragment('https://a.cn/', kept))).toMatchObject({ prefix: '第一' });
  });

  it.each([
    'urn:govgloss:book:%E8%AE%BA',
    'zotero://open-pdf/library/items/A?page=1',
    'no address',
  ])('leaves what is no web address as it is: %s', (address) =>
    expect(withTextFragment(address, alone('数据'))).toBe(address),
  );

  it('leaves the address plain where no directive would lead there', () => {
    // The very same words stand before, and the browser would stop there.
    const kept = quote('浙江', '浙江\n浙江\n');
    expect(withTextFragment('https://a.cn/b', kept)).toBe('https://a.cn/b');
  });
});

const ARTICLE = `浙江省推进“最多跑一次”改革
　　2018年，浙江省上线“浙里办”APP。浙江省政务服务网同时改版，浙江的平台接入事项3000项。
　　广东省推出“粤省事”，浙江的经验被写进国家文件。The platform's 3.0 release wasn't late.
浙江
广东
浙江的经验被写进国家文件。`;

test('every link to every occurrence of a word leads to that occurrence, on the whole page', () => {
  for (const word of ['浙江', '浙江省', '平台', '浙江的经验', '改', '3.0', 'wasn', '务服']) {
    for (let at = ARTICLE.indexOf(word); at >= 0; at = ARTICLE.indexOf(word, at + 1)) {
      const kept = describePassage(ARTICLE, { start: at, end: at + word.length });
      const link = withTextFragment('https://www.zj.gov.cn/a.html', kept);
      expect(
        findDirective(ARTICLE, parsed(link), isWordEdge),
        `${word} at ${at}: ${directive(link)}`,
      ).toEqual({
        start: at,
        end: at + word.length,
      });
    }
  }
});

describe('a directive is matched as browsers match it', () => {
  const at = (text: string, wanted: Partial<TextDirective>) =>
    findDirective(text, { prefix: '', start: '', end: '', suffix: '', ...wanted }, isWordEdge);

  test.each<[string, Partial<TextDirective>, string | null]>([
    ['a b c', { start: 'b' }, 'b'],
    ['abc b', { start: 'b' }, 'b'],
    ['abc', { start: 'b' }, null],
    ['A B', { start: 'a b' }, 'A B'],
    ['the cat, the dog', { prefix: 'the', start: 'dog' }, 'dog'],
    ['cat one cat two', { start: 'cat', suffix: 'two' }, 'cat'],
    ['unhappy', { start: 'happy' }, null],
    ['one\ntwo', { start: 'one two' }, null],
    ['one\ntwo', { prefix: 'one', start: 'two' }, 'two'],
    ['one two three four', { start: 'two', end: 'four' }, 'two three four'],
    ['one two end three end', { start: 'two', end: 'end', suffix: 'three' }, 'two end'],
    ['one two end three end', { start: 'two', end: 'end', suffix: 'none' }, null],
    ['a a b', { prefix: 'a', start: 'b' }, 'b'],
  ])('%j with %j', (text, wanted, found) => {
    const span = at(text, wanted);
    expect(span && text.slice(span.start, span.end)).toBe(found);
  });
});

test.each<[string, number, boolean]>([
  ['数据，共享', 2, true],
  ['数据共享', 1, false],
  ['2018年', 4, true],
  ['3.14', 1, false],
  ["can't", 3, false],
  ['APP上线', 3, true],
  ['a_b', 1, false],
  ['办”上', 2, true],
])('what every dictionary takes for an edge: %s at %i', (text, at, isEdge) => {
  expect(isSureEdge(text, at)).toBe(isEdge);
  if (isEdge) expect(isWordEdge(text, at)).toBe(true);
});
