// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hasHanText } from '@/lib/dom/has-han';
import { whenHan } from '@/lib/dom/when-han';

const paragraphs = (count: number) => '<p>Nothing to read.</p>'.repeat(count);

// Browsers have the getter on the prototype of all nodes, happy-dom on those of elements and shadow roots.
vi.mock('@/lib/dom/dom-members', async (original) => ({
  ...(await original<typeof import('@/lib/dom/dom-members')>()),
  textOf: (node: Node) => node.textContent,
}));

const ending = new AbortController();

beforeEach(() => {
  document.body.innerHTML = '';
});
afterEach(() => ending.abort());

test.each([
  ['in its first text', '<p>浙江</p>', true],
  ['after hundreds of others', `${paragraphs(300)}<p>浙江</p>`, true],
  ['in the last of few', `${paragraphs(3)}<p>a<b>b<i>浙</i></b></p>`, true],
  ['nowhere', paragraphs(300), false],
  ['nowhere, and no text either', '<p></p><div></div>', false],
])('a page has Chinese text %s', (_, markup, has) => {
  document.body.innerHTML = markup;
  expect(hasHanText(document.body)).toBe(has);
});

test('text in a shadow root counts, however deep', () => {
  document.body.innerHTML = `${paragraphs(30)}<x-a></x-a>`;
  const outer = document.querySelector('x-a')?.attachShadow({ mode: 'open' });
  const host = outer?.appendChild(document.createElement('div'));
  const inner = host?.attachShadow({ mode: 'open' });
  expect(hasHanText(document.body)).toBe(false);
  inner?.append('浙江');
  expect(hasHanText(document.body)).toBe(true);
});

test('a text by itself counts', () => {
  expect(hasHanText(document.createTextNode('浙江'))).toBe(true);
  expect(hasHanText(document.createTextNode('a'))).toBe(false);
});

test('what arrives among a thousand changes is noticed', async () => {
  document.body.innerHTML = paragraphs(2);
  const onHan = vi.fn();
  whenHan(onHan, ending.signal);
  for (let i = 0; i < 1100; i++) document.body.append(document.createElement('i'));
  const last = document.body.appendChild(document.createElement('p'));
  last.append('浙江');
  await vi.waitFor(() => expect(onHan).toHaveBeenCalledOnce());
});
