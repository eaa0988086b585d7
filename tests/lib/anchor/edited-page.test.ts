import { expect, describe as group, test } from 'vitest';
import { anchor } from '@/lib/anchor/anchor';
import { describe } from '@/lib/anchor/describe';
import type { Anchoring } from '@/lib/model/anchoring';
import { PAGES } from './pages';

/** Saves the nth occurrence of a passage and looks for it after an edit; gives what is then marked. */
function afterEdit(page: string, passage: string, edit: (page: string) => string, nth = 0) {
  let start = page.indexOf(passage);
  for (let i = 0; i < nth; i++) start = page.indexOf(passage, start + 1);
  if (start < 0) throw new Error(`the page does not say ${passage}`);
  const edited = edit(page);
  const anchoring = anchor(edited, describe(page, { start, end: start + passage.length }));
  return { anchoring, marked: shown(edited, anchoring), edited };
}

function shown(text: string, anchoring: Anchoring): string {
  if (anchoring.state !== 'found') return anchoring.state;
  return text.slice(anchoring.span.start, anchoring.span.end);
}

const page = PAGES.simplified;
const QUOTE = '把查询、预约和办理放进一个应用';

group('a passage that still stands is found', () => {
  test.each([
    [
      'after words before it changed',
      (t: string) => t.replace('推出“浙里办”', '上线“浙里办”手机端'),
    ],
    ['after words behind it changed', (t: string) => t.replace('2019年底有', '到2019年末已有')],
    ['after a paragraph was put in before it', (t: string) => `本网讯：四月一日。\n${t}`],
    ['after the paragraph before it was taken out', (t: string) => t.replace('浙江省\n', '')],
    ['after its paragraph moved to the end', moveLine('浙江省推出')],
    ['after other paragraphs moved', moveLine('“浙政钉”')],
    ['after spaces and line ends changed', (t: string) => t.replace('查询、', '查询、\u3000\n ')],
    ['after the page was split anew', (t: string) => t.replace('，把', '，\n把')],
  ])('%s', (_, edit) => {
    const { marked } = afterEdit(page, QUOTE, edit);
    expect(marked.replace(/\s/g, '')).toBe(QUOTE);
  });

  test('when the page is served in the other script, with glosses', () => {
    const { quote, position } = describe(PAGES.traditional, spanIn(PAGES.traditional, '浙裏辦'));
    const found = anchor(PAGES.glossed, { quote, position });
    expect(shown(PAGES.glossed, found)).toBe('浙裏(lǐ)辦');
  });

  test('when the glosses it was saved with are gone', () => {
    const quote = '把查詢(xún)、預(yù)約(yuē)和辦(bàn)理';
    const edit = (text: string) => `新${text.replace(/(?<=\p{Script=Han})\(\p{L}+\)/gu, '')}`;
    const { marked } = afterEdit(PAGES.glossed, quote, edit);
    expect(marked).toBe('把查詢、預約和辦理');
  });

  test('though it is nothing but what looks like a gloss', () => {
    const { marked } = afterEdit(PAGES.glossed, 'APP', (text) => `前言\n${text}`);
    expect(marked).toBe('APP');
  });

  test('with the space that was selected at its start', () => {
    const { marked } = afterEdit(page, ' > 要闻', (text) => `通知\n${text}`);
    expect(marked).toBe(' > 要闻');
  });

  test('with the space that was selected at its end', () => {
    const { marked } = afterEdit(page, '首页 ', (text) => `通知\n${text}`);
    expect(marked).toBe('首页 ');
  });
});

group('a passage edited within is found, whole', () => {
  test.each([
    ['a word replaced', '把查询、预约和申办放进一个应用'],
    ['a word put in', '把查询、预约、缴费和办理放进一个应用'],
    ['a word taken out', '把查询和办理放进一个应用'],
  ])('%s', (_, now) => {
    const { marked } = afterEdit(page, QUOTE, (text) => text.replace(QUOTE, now));
    expect(marked).toBe(now);
  });

  test('much of it changed, while the passage like it stays where it was', () => {
    const now = '把查找、预订和申办放进一个应用';
    const edit = (text: string) => text.replace(QUOTE, now);
    expect(afterEdit(page, QUOTE, edit).marked).toBe(now);
  });

  test('of six characters one', () => {
    const edit = (text: string) => text.replace('六级机构', '五级机构');
    expect(afterEdit(page, '到村的六级', edit).marked).toBe('到村的五级');
  });
});

group('a passage of which much was rewritten, with all around it as it was,', () => {
  const WAS = '供公务人员沟通，覆盖从省到村的';
  const rewritten = (now: string) =>
    afterEdit(page, WAS, (text) => text.replace(WAS, now)).marked.replace(/\n.*/, '');

  test('is found while more than half of it stands', () => {
    expect(rewritten('供公务人员交流，连接从省到村的')).toBe('供公务人员交流，连接从省到村的');
  });

  test('is taken for gone when less does', () => {
    expect(rewritten('供公众交流办事，连接全省各地的')).toBe('missing');
  });
});

group('few words, when all around them is new,', () => {
  const elsewhere = (words: string) => () => `另一篇文章谈到${words}的设置，与原文毫无关系。`;

  test('are not taken for the passage, though they are the same', () => {
    expect(afterEdit(page, '六级机构', elsewhere('六级机构')).marked).toBe('missing');
  });

  test('are not taken for the passage they are like', () => {
    const { marked } = afterEdit(
      page,
      '覆盖从省到村的六级机构',
      elsewhere('覆盖从省到村的五级机构'),
    );
    expect(marked).toBe('missing');
  });

  test('are found where they are enough to be told by', () => {
    const passage = '供公务人员沟通，覆盖从省到村的';
    expect(afterEdit(page, passage, elsewhere(passage)).marked).toBe(passage);
  });
});

group('of the same words in several places', () => {
  test('the one that was saved is found, though a heading stands in every section', () => {
    const edit = (text: string) => `新增一段导语。\n${text}`;
    const { anchoring, edited } = afterEdit(page, '01 平台建设', edit, 1);
    const second = edited.lastIndexOf('01 平台建设');
    expect(anchoring).toMatchObject({ state: 'found', span: { start: second } });
  });

  test('of equal lines it is the one as far from the ends of the page', () => {
    const edit = (text: string) => text.replace('请使用', '请用');
    const { anchoring } = afterEdit(PAGES.repeated, '主流浏览器', edit, 5);
    const start = PAGES.repeated.split('主流浏览器', 6).join('主流浏览器').length - 1;
    expect(anchoring).toMatchObject({ state: 'found', span: { start } });
  });

  test('it is the nearest when nothing around tells them apart', () => {
    const lines = Array.from({ length: 30 }, () => PAGES.repeated).join('\n');
    const edit = (text: string) => text.replace('请使用', '请用');
    const { anchoring } = afterEdit(lines, '主流浏览器', edit, 180);
    const start = lines.split('主流浏览器', 181).join('主流浏览器').length - 1;
    expect(anchoring).toMatchObject({ state: 'found', span: { start } });
  });
});

group('a passage that is gone is not put on other words', () => {
  test.each([
    ['its paragraph deleted, one like it stays', QUOTE, dropLine('浙江省推出'), 0],
    [
      'its heading deleted, the same heading stays',
      '01 平台建设',
      (t: string) => t.replace('01 平台建设\n', ''),
      0,
    ],
    ['its section deleted', '“浙政钉”供公务人员沟通', dropLine('“浙政钉”'), 0],
    [
      'its words replaced by others',
      QUOTE,
      (t: string) => t.replace(QUOTE, '并设线下窗口和自助终端共八百处'),
      0,
    ],
  ])('%s', (_, passage, edit, nth) => {
    expect(afterEdit(page, passage, edit, nth).marked).toBe('missing');
  });

  test('nor a cell on the cell of another row', () => {
    const edit = (text: string) => text.replace('2\n上海\n政务服务平台\n已完成\n', '');
    expect(afterEdit(PAGES.table, '已完成', edit, 1).marked).not.toBe('已完成');
  });

  test('and the nearest thing to it is offered, with its score', () => {
    const { anchoring, edited } = afterEdit(page, QUOTE, dropLine('浙江省推出'));
    const offer = anchoring.state === 'missing' ? anchoring.candidate : null;
    expect(edited.slice(offer?.span.start, offer?.span.end)).toContain(
      '把查询、预约和办理放进一个',
    );
    expect(offer?.score).toBeGreaterThan(0);
    expect(offer?.score).toBeLessThan(1);
  });

  test('an empty page offers nothing', () => {
    expect(afterEdit(page, QUOTE, () => '').anchoring).toEqual({
      state: 'missing',
      candidate: null,
    });
  });
});

function spanIn(text: string, passage: string) {
  const start = text.indexOf(passage);
  return { start, end: start + passage.length };
}

function moveLine(beginning: string) {
  return (text: string) => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.startsWith(beginning));
    return [...lines, ...lines.splice(at, 1)].join('\n');
  };
}

function dropLine(beginning: string) {
  return (text: string) =>
    text
      .split('\n')
      .filter((line) => !line.startsWith(beginning))
      .join('\n');
}
