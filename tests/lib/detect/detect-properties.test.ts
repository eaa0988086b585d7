import { createRequire } from 'node:module';
import v8 from 'node:v8';
import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '@/lib/model/mention';
import { overlaps } from '@/lib/model/span';
import { packagedDetector } from './packaged-detector';
import * as divisions from './sentences-divisions';
import * as platforms from './sentences-platforms';

const require = createRequire(import.meta.url);
const { Converter } = require('opencc-js');
const detector = await packagedDetector();

const sentences = [...Object.values(divisions), ...Object.values(platforms)]
  .flatMap((block) => block.split('\n'))
  .filter((line) => line !== '')
  .map((line) => line.replace(/【([^=】]*)(?:=[^】]*)?】/g, '$1'));
const sentence = fc.constantFrom(...sentences);
/** A quotation mark that closes inside a form belongs to its span; behind a gloss it does not. */
const unquoted = fc.constantFrom(...sentences.filter((text) => !/[“”「」]/.test(text)));
const BLOCK_EDGE = '\n\n';

/** What happens to names that are accepted and are no mentions in the end. */
const FATES = new Set(['inside-longer', 'bears-name', 'no-context']);

/** Where and what, without the reasons. */
function places(mentions: readonly Mention[], offset = 0): string[] {
  return mentions.map(({ start, end, entity }) => `${start + offset}-${end + offset} ${entity}`);
}

describe('detect', () => {
  it('marks nothing twice, nothing overlapping, in the text’s order', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 6 }),
        fc.constantFrom('', '，', '。', '、'),
        (parts, by) => {
          const mentions = detector.detect(parts.join(by));
          for (const [index, mention] of mentions.entries()) {
            const next = mentions[index + 1];
            if (next === undefined) continue;
            expect(mention.start).toBeLessThan(next.start);
            expect(overlaps(mention, next)).toBe(false);
          }
        },
      ),
    );
  });

  it('reads two blocks as it reads each of them', () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const both = places(detector.detect(a + BLOCK_EDGE + b));
        const each = [
          ...places(detector.detect(a)),
          ...places(detector.detect(b), a.length + BLOCK_EDGE.length),
        ];
        expect(both).toEqual(each);
      }),
    );
  });

  it('marks the traditional rendering where it marks the simplified one', () => {
    // Character by character, so that offsets hold: what a page's writing does, not its words.
    const toTraditional = Converter({ from: 'cn', to: 't' }) as (text: string) => string;
    for (const text of sentences) {
      const traditional = [...text].map((character) => toTraditional(character)).join('');
      expect(places(detector.detect(traditional)), traditional).toEqual(
        places(detector.detect(text)),
      );
    }
  });

  it('marks a text with glosses after its characters where it marks the text', () => {
    fc.assert(
      fc.property(unquoted, fc.infiniteStream(fc.integer({ min: 0, max: 4 })), (text, choices) => {
        let glossed = '';
        const startOf: number[] = [];
        const endOf: number[] = [];
        for (const character of text) {
          startOf.push(glossed.length);
          glossed += character;
          endOf.push(glossed.length);
          const isHan = /[\u4e00-\u9fff]/.test(character);
          if (isHan && choices.next().value === 0) glossed += '(shàng)';
        }
        const expected = detector
          .detect(text)
          .map(({ start, end, entity }) => `${startOf[start]}-${endOf[end - 1]} ${entity}`);
        expect(places(detector.detect(glossed)), glossed).toEqual(expected);
      }),
    );
  });

  it('says the same when asked again', () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const first = places(detector.detect(a));
        detector.detect(b);
        expect(places(detector.detect(a))).toEqual(first);
      }),
    );
  });
});

describe('a page that is never done', () => {
  v8.setFlagsFromString('--expose-gc');
  const collect: () => void = vm.runInNewContext('gc');
  const heldBytes = () => {
    collect();
    return v8.getHeapStatistics().used_heap_size;
  };
  const LONG = '今日要闻'.repeat(5000);

  it.each([
    ['title', (n: number) => ({ host: 'www.sh.gov.cn', title: `${LONG}${n}` })],
    ['section', (n: number) => ({ host: 'www.sh.gov.cn', title: '', section: `${LONG}${n}` })],
    ['host', (n: number) => ({ host: `${LONG}${n}`, title: '' })],
  ])('costs no more memory the longer its %s goes on changing', (_, page) => {
    const before = heldBytes();
    for (let n = 0; n < 1000; n++) detector.detect('请登录“一网通办”平台', page(n));
    expect(heldBytes() - before).toBeLessThan(8_000_000);
  });

  it('means the same under a heading that comes again after many others', () => {
    const under = (section: string) =>
      places(detector.detect('请登录“一网通办”平台', { host: '', title: '', section }));
    const first = under('上海经验');
    for (let n = 0; n < 200; n++) under(`北京经验之${n}`);
    expect(under('上海经验')).toEqual(first);
    expect(first).not.toEqual(under('北京经验'));
  });
});

describe('explain', () => {
  it('accounts for every mention, and gives each refused candidate a reason against it', () => {
    for (const text of sentences) {
      const explained = detector.explain(text);
      expect(explained.flatMap(({ mention }) => mention ?? [])).toEqual(detector.detect(text));
      for (const { mention, reasons } of explained)
        if (mention === null)
          expect(reasons.some(({ code, weight }) => weight < 0 || FATES.has(code))).toBe(true);
    }
  });
});
