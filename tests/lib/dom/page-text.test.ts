// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { Block } from '@/lib/dom/block';
import { PageText } from '@/lib/dom/page-text';

/** A block of an element's text nodes, as the reader makes them. */
function blockOf(element: Element): Block {
  const nodes: Text[] = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) nodes.push(walk.currentNode as Text);
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  return { text, nodes, starts };
}

function pageOf(markup: string): { text: PageText; blocks: Block[] } {
  document.body.innerHTML = markup;
  vi.stubGlobal('getComputedStyle', (element: Element) => ({
    userSelect: element.matches('sup, .n') ? 'none' : 'auto',
  }));
  const blocks = [...document.querySelectorAll('p')].map(blockOf);
  return { text: new PageText(blocks), blocks };
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  [
    'the mark of a note',
    '<p>浙江省推出<sup>[1]</sup>新的服务<sup>[2]</sup>方式。</p>',
    '浙江省推出新的服务方式。',
  ],
  [
    'the number of a line',
    '<p><span class="n">12</span>第一行文字</p><p>后文</p>',
    '第一行文字\n后文',
  ],
])('leaves out what no selection shows: %s', (_, markup, shown) => {
  expect(pageOf(markup).text.text).toBe(shown);
});

test('a place after it, and a span around it, are found in the page', () => {
  const { text, blocks } = pageOf(
    '<p>前文</p><p>浙江省推出<sup>[1]</sup>新的服务<sup>[2]</sup>方式。</p>',
  );
  const block = blocks[1] as Block;
  const at = text.text.indexOf('推出新的');
  expect(text.offsetOf({ node: block.nodes[2] as Text, offset: 0 })).toBe(at + 2);
  expect(text.offsetOf({ node: block.nodes[1] as Text, offset: 1 })).toBe(at + 2);
  const [part] = text.parts({ start: at, end: at + 4 });
  expect(block.text.slice(part?.span.start, part?.span.end)).toBe('推出[1]新的');
  const [before] = text.parts({ start: at, end: at + 2 });
  expect(block.text.slice(before?.span.start, before?.span.end)).toBe('推出');
  const [after] = text.parts({ start: at + 2, end: at + 4 });
  expect(block.text.slice(after?.span.start, after?.span.end)).toBe('新的');
});

test('a page that lets nothing be selected has its text', () => {
  const { text } = pageOf('<p><span class="n">浙江省</span><b class="n">推出</b></p>');
  expect(text.text).toBe('浙江省推出');
});
