import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HtmlBlocks } from '../../scripts/annotate/html';
import { linesOf } from '../../scripts/annotate/lines';
import { readOptions } from '../../scripts/annotate/options';

const COMMAND = path.join(import.meta.dirname, '../../scripts/annotate.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'govgloss-annotate-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command from another folder than the repository's, as a researcher would. */
function annotate(args: string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder });
    const run: Run = { code: null, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      run.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      run.err += text;
    });
    child.on('close', (code) => resolve({ ...run, code }));
    child.stdin.end(input);
  });
}

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
  return place;
}

describe('annotate', { timeout: 60_000 }, () => {
  it('answers each line of JSON Lines in order, named or not', async () => {
    const lines = [
      { id: 'a', text: '浙江省推广“浙里办”' },
      { id: 7, text: '隆重庆祝' },
      { id: 'c', text: '' },
    ];
    const { out, code } = await annotate([], lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        id: 'a',
        spans: [
          { start: 0, end: 3, entity: 'CN-ZJ', kind: 'division' },
          { start: 6, end: 9, entity: 'CN-ZJ/zheliban', kind: 'platform' },
        ],
      },
      { id: 7, spans: [] },
      { id: 'c', spans: [] },
    ]);
  });

  it('reads a folder of pages and texts, and writes a table', async () => {
    const page =
      '<title>要闻</title><h2>上海</h2><p>登录“一网<b>通</b>办”平台</p><script>北京</script>';
    file('pages/a.html', page);
    file('pages/b.txt', '青海湖\n青海省与<p>甘肃\n');
    const { out } = await annotate(['--tsv', 'pages']);
    expect(out.split('\n')).toEqual([
      'id\tstart\tend\ttext\tkind\tentity\tname\trivals',
      'pages/a.html#1\t0\t2\t上海\tdivision\tCN-SH\t上海市\t',
      'pages/a.html#2\t3\t7\t一网通办\tplatform\tCN-SH/yiwangtongban\t上海“一网通办”总门户\t',
      'pages/b.txt#2\t0\t3\t青海省\tdivision\tCN-QH\t青海省\t',
      'pages/b.txt#2\t7\t9\t甘肃\tdivision\tCN-GS\t甘肃省\t',
      '',
    ]);
  });

  it('reads the pages of a folder as HTML and leaves what they bring along', async () => {
    file('saved/page.htm', '<p><b>上海</b></p><p>登录“一网通办”平台</p>');
    file('saved/page_files/style.css', '北京');
    const { out } = await annotate(['--html', 'saved']);
    const entities = out
      .trim()
      .split('\n')
      .flatMap((line) => JSON.parse(line).spans.map((span: { entity: string }) => span.entity));
    expect(entities).toEqual(['CN-SH', 'CN-SH/yiwangtongban']);
  });

  it('answers many lines on all cores in their order', async () => {
    const lines = Array.from({ length: 3000 }, (_, id) =>
      JSON.stringify({ id, text: `${'浙江与上海。'.repeat(20 + (id % 60))}` }),
    );
    const { out, code } = await annotate([], lines.join('\n'));
    expect(code).toBe(0);
    const ids = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual(lines.map((_, id) => id));
  });

  it('reads pages in the encoding they declare', async () => {
    const ascii = new TextEncoder().encode('<meta charset="gbk"><p>');
    const zhejiang = Uint8Array.from([0xd5, 0xe3, 0xbd, 0xad]);
    const place = file('gbk.html', Uint8Array.from([...ascii, ...zhejiang]));
    const { out } = await annotate([place]);
    expect(JSON.parse(out)).toMatchObject({ text: '浙江', spans: [{ entity: 'CN-ZJ' }] });
  });

  it('explains what it marks and what it does not', async () => {
    const { out } = await annotate(['--text', '--explain'], '隆重庆祝，北京');
    expect(out).toContain('隆[重庆]祝');
    expect(out).toContain('not CN-CQ');
    expect(out).toContain('words ‘隆重’');
    expect(out).toMatch(/\[北京\].*CN-BJ/);
  });

  it('uses the host it is told', async () => {
    const line = JSON.stringify({ id: 1, text: '请登录“一网通办”平台' });
    const told = await annotate(['--host', 'www.shanghai.gov.cn'], line);
    expect(JSON.parse(told.out).spans[0].entity).toBe('CN-SH/yiwangtongban');
  });

  it('tells what is only pointed at when asked, by the host and the title of each line', async () => {
    const lines = [
      { id: 1, text: '我省印发浙政发〔2012〕3号', host: 'www.zj.gov.cn' },
      { id: 2, text: '全省推开', title: '江西新闻' },
      { id: 3, text: '全市推开' },
    ];
    const input = lines.map((line) => JSON.stringify(line)).join('\n');
    const { out } = await annotate(['--pointed'], input);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).spans),
    ).toEqual([
      [
        { start: 0, end: 2, entity: 'CN-ZJ', kind: 'division', quiet: 'pointing' },
        { start: 4, end: 15, entity: 'CN-ZJ', kind: 'division', quiet: 'numbered' },
      ],
      [{ start: 0, end: 2, entity: 'CN-JX', kind: 'division', quiet: 'pointing' }],
      [],
    ]);
    expect((await annotate([], input)).out).not.toContain('CN-ZJ');
  });

  it('says in one sentence what is wrong, with exit code 1', async () => {
    const wrong = await annotate([], '{"id":1}');
    expect(wrong).toMatchObject({
      code: 1,
      out: '',
      err: 'annotate: stdin:1: needs a string "text".\n',
    });
    const missing = await annotate([path.join(folder, 'nothing.html')]);
    expect(missing.code).toBe(1);
    expect(missing.err.trim().split('\n')).toHaveLength(1);
  });

  it('tells how it is used', async () => {
    const { out, code } = await annotate(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--explain');
  });
});

describe('readOptions', () => {
  it.each([
    [['--html', '--text'], 'Choose one of --html and --text.'],
    [['--tsv', '--explain'], 'Choose one of --tsv and --explain.'],
    [['--nonsense'], '--nonsense'],
  ])('refuses %s', (argv, message) => {
    expect(() => readOptions(argv)).toThrow(message);
  });
});

describe('linesOf', () => {
  async function* chunks(...parts: string[]) {
    yield* parts;
  }
  const collect = async (lines: AsyncIterable<string>) => {
    const all: string[] = [];
    for await (const line of lines) all.push(line);
    return all;
  };

  it('joins lines that chunks part and drops carriage returns', async () => {
    expect(await collect(linesOf(chunks('一\r', '\n二', '三\n'), { cut: false }))).toEqual([
      '一',
      '二三',
    ]);
  });

  it('cuts a line without end after a sentence, so that memory is steady', async () => {
    const long = '浙江发展。'.repeat(500_000);
    const lines = await collect(linesOf(chunks(long, long), { cut: true }));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('')).toBe(long + long);
    expect(lines.slice(0, -1).every((line) => line.endsWith('。'))).toBe(true);
  });
});

describe('HtmlBlocks', () => {
  it('takes a short line in bold for a heading, and no longer one or one that ends a sentence', () => {
    const blocks = new HtmlBlocks('x');
    const bold = (text: string) => `<p><strong>${text}</strong></p><p>后</p>`;
    const read = blocks.take(bold('北京经验') + bold('他说完了。') + bold('长'.repeat(41)));
    const sections = [...read, ...blocks.end()].map(({ section }) => section);
    expect(sections).toEqual(['', ...Array(5).fill('北京经验')]);
  });

  it('gives a block for each stretch of text, with page title and nearest heading', () => {
    const blocks = new HtmlBlocks('x');
    const first = blocks.take('<title>题</title><div>前<h1>章');
    const rest = blocks.take(
      '</h1>浙<i>江</i><wbr>省<br>人民</div><select><option>北京</option></select>尾',
    );
    expect([...first, ...rest, ...blocks.end()]).toEqual(
      [
        ['前', ''],
        ['章', ''],
        ['浙江省', '章'],
        ['人民', '章'],
        ['尾', '章'],
      ].map(([text, section], index) => ({
        id: `x#${index + 1}`,
        text,
        title: '题',
        section,
        always: false,
      })),
    );
  });
});
