/**
 * Makes the demo article's other two renderings from the simplified one, which is written by hand:
 * traditional, and traditional with pinyin in brackets after characters, as some sites serve it.
 * Run with `npx tsx scripts/demo-pages.ts` after a change of tests/pages/demo/simplified.html.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';

const FOLDER = join(import.meta.dirname, '../tests/pages/demo');
const ARTICLE = /<!-- article -->.*<!-- \/article -->/s;
const RUBY = /<ruby>.*?<\/ruby>/gs;
const TEXT_OR_TAG = /<!--.*?-->|<[^>]*>|&[#\w]+;|[^<&]+/gs;
const HAN = /\p{Script=Han}/u;

/** In the traditional script; OpenCC's plain standard writes 裏 for 里, as such sites do. */
export function traditional(html: string): string {
  const convert = Converter({ from: 'cn', to: 't' });
  return convert(html).replace('lang="zh-Hans"', 'lang="zh-Hant"');
}

/** With a gloss after every third character of the script, always the same ones: 數(shù)字. */
export function glossed(html: string): string {
  return html.replace(ARTICLE, (article) => {
    const rubies = article.match(RUBY) ?? [];
    const parts = article.split(RUBY).map(glossParts);
    return parts.map((part, i) => part + (rubies[i] ?? '')).join('');
  });
}

function glossParts(html: string): string {
  const parts = html.match(TEXT_OR_TAG) ?? [];
  return parts.map((part) => (/^[<&]/.test(part) ? part : glossText(part))).join('');
}

function glossText(text: string): string {
  const readings = pinyin(text, { type: 'all', toneType: 'symbol' });
  return readings
    .map(({ origin, pinyin: reading }) => {
      const isGlossed = HAN.test(origin) && (origin.codePointAt(0) ?? 0) % 3 === 2;
      return isGlossed ? `${origin}(${reading})` : origin;
    })
    .join('');
}

if (import.meta.filename === process.argv[1]) {
  const simplified = readFileSync(join(FOLDER, 'simplified.html'), 'utf8');
  writeFileSync(join(FOLDER, 'traditional.html'), traditional(simplified));
  writeFileSync(join(FOLDER, 'glossed.html'), glossed(traditional(simplified)));
}
