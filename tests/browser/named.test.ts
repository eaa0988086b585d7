import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { EntityKind } from '@/lib/model/entity';
import { compareSpans } from '@/lib/model/span';
import { found, marked, packagedDetector } from '../lib/detect/packaged-detector';
import * as bearers from '../lib/detect/sentences-bearers';
import * as divisions from '../lib/detect/sentences-divisions';
import * as named from '../lib/detect/sentences-named';
import * as news from '../lib/detect/sentences-news';
import * as platforms from '../lib/detect/sentences-platforms';
import * as straddles from '../lib/detect/sentences-straddles';
import { describeBrowsers } from './describe-browsers';
import type { TestBrowser } from './driver/test-browser';
import { waitForRegistry } from './registry';

/** Each sentence of the detector's own tables, a paragraph each. */
const SENTENCES = [bearers, divisions, named, news, platforms, straddles]
  .flatMap((table) => Object.values(table))
  .flatMap((block) => block.split('\n'))
  .filter((line) => line !== '')
  .map((line) => marked(line).text);

/** Sentences a page: of a page with far more names only those near the window are painted. */
const A_PAGE = 250;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * An article as its site serves it, in traditional script mixed with simplified and wrongly
 * converted characters and with glosses, and what it names. Not ours to publish: the folder beside
 * this project, or the one that GOVGLOSS_SHARED names, may hold it.
 */
const SHARED = process.env.GOVGLOSS_SHARED ?? join(import.meta.dirname, '../../../shared');
const ARTICLE = join(SHARED, 'pages/roadmap-2020.txt');
const NAMED = join(SHARED, 'facts/roadmap-systems.json');

interface Row {
  kind: EntityKind;
  name: string;
  spelling: string[];
}

const GLOSS = /\(\p{Script=Latin}+\)/gu;

const isHere = existsSync(ARTICLE) && existsSync(NAMED);
if (!isHere) console.log(`No article at ${ARTICLE}: it is left out of the browser tests.`);

/** The names of divisions and platforms marked in each sentence, in the words of `found`. */
async function spansOnPage(browser: TestBrowser, sentences: string[]): Promise<string[][]> {
  // One page a sentence would be its own context; headings keep the sentences apart on one page.
  const body = sentences.map((text) => `<h2>·</h2><p>${escaped(text)}</p>`).join('\n');
  const tab = await browser.open(
    browser.server.serve('http://www.example.gov.cn/same.html', `<meta charset="utf-8">${body}`),
  );
  await waitForRegistry(tab);
  const spans = await tab.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('p')];
    const rows: [number, number][][] = paragraphs.map(() => []);
    for (const name of ['govgloss-division', 'govgloss-platform']) {
      for (const range of CSS.highlights.get(name) ?? []) {
        const at = paragraphs.indexOf(range.startContainer.parentElement as HTMLParagraphElement);
        rows[at]?.push([range.startOffset, range.endOffset]);
      }
    }
    return rows;
  });
  await tab.close();
  return spans.map((row, at) =>
    row
      .sort(([a], [b]) => a - b)
      .map(([start, end]) => `${start} ${sentences[at]?.slice(start, end)}`),
  );
}

describeBrowsers('what a page names', (test) => {
  test('a text has the same names in the browser as on the command line', async (browser) => {
    const detector = await packagedDetector();
    await browser.inExtension((api) => api.storage.sync.set({ 'settings.firstOnly': false }));
    const different: string[] = [];
    for (let first = 0; first < SENTENCES.length; first += A_PAGE) {
      const sentences = SENTENCES.slice(first, first + A_PAGE);
      const seen = await spansOnPage(browser, sentences);
      const differs = (text: string, at: number) => {
        const spans = detector.detect(text).toSorted(compareSpans);
        return found(text, spans, []).join() !== seen[at]?.join();
      };
      different.push(...sentences.filter(differs));
    }
    expect(different).toEqual([]);
  });

  if (!isHere) return;

  test('every platform, policy, concept and division it names is marked', async (browser) => {
    const rows: Row[] = JSON.parse(readFileSync(NAMED, 'utf8'));
    const paragraphs = readFileSync(ARTICLE, 'utf8').split('\n').filter(Boolean);
    const body = paragraphs.map((line) => `<p>${escaped(line)}</p>`).join('\n');
    const tab = await browser.open(
      browser.server.serve('http://www.mot.gov.cn/news.html', `<meta charset="utf-8">${body}`),
    );
    const registry = await waitForRegistry(tab);
    // Some of what the article calls a province's platform is a word used all over the country.
    const texts = Object.values(registry).flatMap((each) =>
      each.map((text) => text.replace(GLOSS, '')),
    );
    const missed = rows.filter(({ spelling }) => {
      return !spelling.some((form) => texts.some((text) => text.startsWith(form)));
    });
    expect(missed.map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
  });
});
