// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Block } from '@/lib/dom/block';
import { PageReader, type ReaderOptions } from '@/lib/dom/page-reader';
import { PageText } from '@/lib/dom/page-text';

let reader: PageReader;
let errors: unknown[];
let settled: number;
/** The texts of the blocks that are there, as who listens is told. */
let texts: string[];

function open(markup: string, options: Partial<ReaderOptions> = {}): void {
  document.body.innerHTML = markup;
  reader = new PageReader({
    isOurs: () => false,
    onBlocks: hear,
    onShadow: () => {},
    onShadowGone: () => {},
    onFramesWent: () => {},
    onSettled: () => {
      settled++;
    },
    onError: (error) => errors.push(error),
    ...options,
  });
  reader.start();
}

function hear(fresh: Block[], gone: Block[]): void {
  const left = gone.map(({ text }) => text);
  texts = texts.filter((text) => !left.includes(text)).concat(fresh.map(({ text }) => text));
}

/** Waits until all that changed has been read. */
async function reading(): Promise<void> {
  const before = settled;
  await vi.waitFor(() => expect(settled).toBeGreaterThan(before));
}

beforeEach(() => {
  errors = [];
  texts = [];
  settled = 0;
  vi.spyOn(document, 'elementFromPoint').mockReturnValue(null);
});
afterEach(() => {
  reader.stop();
  vi.restoreAllMocks();
});

const add = (tag: string, text: string) => {
  const element = document.createElement(tag);
  element.append(text);
  document.body.append(element);
  return element;
};

test('who is told may fail: what comes after is told of all the same', async () => {
  const failure = new Error('a rule');
  open('<p>甲</p>', {
    onBlocks: (fresh, gone) => {
      hear(fresh, gone);
      throw failure;
    },
  });
  await reading();
  add('p', '乙');
  await reading();
  expect(texts).toEqual(['甲', '乙']);
  expect(errors).toEqual([failure, failure]);
});

test.each(['onSettled', 'onShadow', 'onFramesWent'] as const)(
  'a failing %s ends nothing',
  async (name) => {
    open('<p>甲</p><iframe></iframe>', {
      [name]: () => {
        settled++;
        throw new Error(name);
      },
    });
    await vi.waitFor(() => expect(texts).toEqual(['甲']));
    const host = add('x-box', '');
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>乙</p>';
    document.querySelector('iframe')?.remove();
    await vi.waitFor(() => expect(texts).toEqual(['甲', '乙']));
    await vi.waitFor(() => expect(errors).not.toEqual([]));
  },
);

/** Asked about an element with this id, who is to say whether it is ours fails. */
const failsAt = (id: string) => ({
  isOurs: (node: Node) => {
    if ((node as Element).id === id) throw new Error('shadowed');
    return false;
  },
});

test('an element that fails when it is asked is left out, with what it holds', async () => {
  open('<p>甲</p><div id="odd"><p>乙</p></div><p>丙</p>', failsAt('odd'));
  await reading();
  expect(texts).toEqual(['甲', '丙']);
  expect(errors).toHaveLength(1);
});

test('changes that cannot be told apart make it look at everything again', async () => {
  open('<p>甲</p>', failsAt('odd'));
  await reading();
  add('p', '乙').id = 'odd';
  add('p', '丙');
  await vi.waitFor(() => expect(texts).toEqual(['甲', '丙']));
  // By who looked at what changed, and by who read it.
  expect(errors).toHaveLength(2);
});

test('fields of a form that are called as members of nodes are change nothing', async () => {
  const names = `parentNode parentElement firstChild nextSibling nodeType localName shadowRoot
    isConnected attributes getAttribute hasAttributes hasAttribute closest children`;
  open('<p>甲</p><form><p>乙</p>丁</form><p>丙</p>');
  const form = document.querySelector('form') as Element;
  // What engines do where a form has fields of these names.
  for (const name of names.split(/\s+/))
    Object.defineProperty(form, name, {
      configurable: true,
      value: document.createElement('input'),
    });
  await reading();
  expect(texts).toEqual(['甲', '乙', '丁', '丙']);
  document.querySelector('form p')?.append('了');
  await vi.waitFor(() => expect(texts).toContain('乙了'));
  expect(errors).toEqual([]);
  for (const name of names.split(/\s+/)) Reflect.deleteProperty(form, name);
});

test('a page may be without a body, and get another', async () => {
  open('<p>甲</p>');
  await reading();
  const { body } = document;
  body.remove();
  await vi.waitFor(() => expect(texts).toEqual([]));
  document.documentElement.append(document.createElement('body'));
  add('p', '乙');
  await vi.waitFor(() => expect(texts).toEqual(['乙']));
  document.body.replaceWith(body);
  await vi.waitFor(() => expect(texts).toEqual(['甲']));
  expect(errors).toEqual([]);
});

test('what went is told of together with what stands in its place', async () => {
  const told: string[][][] = [];
  open('<p>甲</p><p>乙</p>', {
    onBlocks: (...blocks) => told.push(blocks.map((each) => each.map(({ text }) => text))),
  });
  await reading();
  const [first] = document.querySelectorAll('p');
  (first?.firstChild as Text).data = '丙';
  await reading();
  first?.remove();
  await reading();
  expect(told).toEqual([
    [['甲', '乙'], []],
    [['丙'], ['甲']],
    [[], ['丙']],
  ]);
});

test('shadow trees that left are let go, and watched no more; they are read when they are back', async () => {
  const gone: ShadowRoot[] = [];
  let storms = 0;
  open('<p>甲</p>', {
    onShadowGone: (root) => gone.push(root),
    onFramesWent: () => {
      storms++;
    },
  });
  const host = add('x-box', '');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<section></section><p>乙</p>';
  const inner = root.firstElementChild?.attachShadow({ mode: 'open' }) as ShadowRoot;
  inner.innerHTML = '<p>丙</p>';
  await vi.waitFor(() => expect(texts).toEqual(['甲', '丙', '乙']));
  host.remove();
  await vi.waitFor(() => expect(texts).toEqual(['甲']));
  expect(gone).toEqual([root, inner]);
  expect(reader.shadowRoots.size).toBe(0);
  // What the page does to it out there is told to nobody.
  for (let i = 0; i < 1200; i++) inner.innerHTML = '<p>丁</p>';
  (document.querySelector('p')?.firstChild as Text).data = '戊';
  await vi.waitFor(() => expect(texts).toEqual(['戊']));
  expect(storms).toBe(0);
  document.body.append(host);
  await vi.waitFor(() => expect(texts.toSorted()).toEqual(['丁', '乙', '戊'].toSorted()));
  inner.innerHTML = '<p>己</p>';
  await vi.waitFor(() => expect(texts).toContain('己'));
});

test('a storm while the page is first read leaves nothing out', async () => {
  open(Array.from({ length: 400 }, (_, i) => `<p>${i}</p>`).join(''));
  for (let i = 0; i < 1200; i++) add('p', `新${i}`);
  document.querySelectorAll('p')[7]?.remove();
  await vi.waitFor(() => expect(texts).toHaveLength(1599), { timeout: 10_000 });
  expect(texts).not.toContain('7');
});

test('when it has been stopped nothing more is told', async () => {
  open('<p>甲</p>');
  add('p', '乙');
  reader.stop();
  await new Promise((done) => setTimeout(done, 100));
  expect([texts, settled, errors]).toEqual([[], 0, []]);
});

/** The text of the page as what is kept knows it. */
function keptText(): string {
  return new PageText(reader.blocks.inOrder(document)).text;
}

test.each([
  ['code', '<p>运行<code>npm test</code>即可</p>', '运行npm test即可'],
  ['keys', '<p>按 <kbd>Ctrl</kbd> <kbd>C</kbd>复制</p>', '按 Ctrl C复制'],
  ['a variable at the start', '<p><var>n</var>个单位</p><p>另一段</p>', 'n个单位\n另一段'],
  ['a formula', '<p>面积为<math><mi>a</mi><mo>×</mo><mi>b</mi></math>。</p>', '面积为a×b。'],
  ['a listing', '<p>如下</p><pre><samp>一行\n两行</samp></pre><p>完</p>', '如下\n一行\n两行\n完'],
  [
    'what can be edited',
    '<p>前</p><div contenteditable><p>正文</p></div><p>后</p>',
    '前\n正文\n后',
  ],
])('%s is text for what is kept, and none for names', async (_, markup, expected) => {
  open(markup.replace(/<(code|kbd|var|math)/g, '<$1 style="display: inline"'));
  await reading();
  expect(keptText()).toBe(expected);
  const verbatim = reader.blocks.inOrder(document).filter(({ isVerbatim }) => isVerbatim);
  expect(verbatim.length).toBeGreaterThan(0);
});

test('code that changes is read again', async () => {
  open('<p>运行<code style="display: inline">npm test</code>即可</p>');
  await reading();
  document.querySelector('code')?.replaceChildren('npm run build');
  await reading();
  expect(keptText()).toBe('运行npm run build即可');
});
