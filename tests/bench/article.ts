import type { TestBrowser } from '@/tests/browser/driver/test-browser';
import { newsNames, todaysDataset } from './scan';
import { makeText } from './scan-text';

/** Names strewn into a million units of news; see scan.ts. */
const NEWS_RATE = 3200;
const PARAGRAPH_UNITS = 400;
/** Every second paragraph has an inline element: 5,000 text nodes in a million units. */
const INLINE = ['strong', 'a', 'span', 'em'];
const PARAGRAPHS_A_HEADING = 20;

let million: Promise<string> | null = null;

async function textOf(units: number, perMillion: number): Promise<string> {
  const names = newsNames(await todaysDataset());
  if (perMillion !== NEWS_RATE) return makeText({ units, seed: 5, names, perMillion });
  million ??= Promise.resolve(makeText({ units: 1_000_000, seed: 4, names, perMillion }));
  const text = await million;
  return text.repeat(Math.ceil(units / text.length)).slice(0, units);
}

function paragraph(text: string, index: number): string {
  if (index % PARAGRAPHS_A_HEADING === 0) return `<h2>${text.slice(0, 24)}</h2><p>${text}</p>`;
  if (index % 2 === 0) return `<p>${text}</p>`;
  const tag = INLINE[(index >> 1) % INLINE.length];
  const cut = Math.floor(text.length / 3);
  return `<p>${text.slice(0, cut)}<${tag}>${text.slice(cut, cut + 12)}</${tag}>${text.slice(cut + 12)}</p>`;
}

/**
 * An article of so many UTF-16 units of text: paragraphs, headings, an inline element in every
 * second paragraph, white space between the blocks; as many names as news has unless said.
 */
export async function makeArticle(units: number, perMillion = NEWS_RATE): Promise<string> {
  const text = await textOf(units, perMillion);
  const paragraphs: string[] = [];
  for (let at = 0; at < text.length; at += PARAGRAPH_UNITS)
    paragraphs.push(paragraph(text.slice(at, at + PARAGRAPH_UNITS), paragraphs.length));
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>文章</title>
<style>body{max-width:50em;margin:2em auto;font:16px/1.8 serif}</style>
<h1>文章</h1>
${paragraphs.join('\n')}`;
}

let served = 0;

/** Puts a page at an address of its own on a host the extension reads, so that no cache helps. */
export function servePage(browser: TestBrowser, body: string, host = 'www.bench.gov.cn'): string {
  // Precise clocks are given only to pages that are isolated from other origins.
  const headers = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  return browser.server.serve(`https://${host}/page-${++served}.html`, { body, headers });
}
