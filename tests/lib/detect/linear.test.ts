import { afterEach, describe, expect, it, vi } from 'vitest';
import { link, type Named } from '@/lib/detect/link';
import { packagedDetector } from './packaged-detector';

const detector = await packagedDetector();
afterEach(() => vi.restoreAllMocks());

/** Characters read one by one and cut out, while the detector reads the text: it has no other way to them. */
function charactersRead(text: string): number {
  let read = 0;
  const { charCodeAt, slice } = String.prototype;
  vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at: number) {
    read++;
    return charCodeAt.call(this, at);
  });
  vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, from, to) {
    const part = slice.call(this, from, to);
    read += part.length;
    return part;
  });
  detector.detect(text);
  vi.restoreAllMocks();
  return read;
}

/** Four times the text may cost four times as much, and little more. */
const SLACK = 4.4;
const SHORT = 300;

describe('a text four times as long', () => {
  it.each([
    ['a name that needs evidence, again and again', '一网通办'],
    ['such names after a division', '上海“一网通办”、'],
    ['names in sentences of their own', '公共数据平台。'],
    ['a name of several entities', '云上贵州'],
    ['platforms in a list', '爱山东、'],
    ['names that share characters', '上海南海南'],
    ['names with spaces inside', '一 网 通 办 '],
    ['names parted by white space', `浙里办${' '.repeat(60)}`],
    ['blank lines', '上海\n \n一网通办'],
    ['brackets that open and never close', '上海（'],
    ['quotation marks', '“上海“'],
    ['numbers', '12345热线'],
  ])('costs four times as much: %s', (_, unit) => {
    const once = charactersRead(unit.repeat(SHORT));
    const fourfold = charactersRead(unit.repeat(4 * SHORT));
    expect(fourfold).toBeLessThan(SLACK * once);
  });
});

describe('linking names', () => {
  /** How often names are looked at, where all need evidence but those at `spoken`. */
  function looks(count: number, spoken: (index: number) => boolean): number {
    let seen = 0;
    const named = Array.from({ length: count }, (_, index): Named => {
      const flags = spoken(index) ? 0 : 1;
      const entity = { id: 'CN-ZJ/x', kind: 'platform' as const, divisions: ['CN-ZJ'] };
      return {
        start: index * 2,
        end: index * 2 + 1,
        get senses() {
          seen++;
          return [{ entity, flags }];
        },
        reasons: [],
        use: {
          calledPlatform: false,
          calledIdea: false,
          aspect: null,
          titled: null,
          usedAsName: false,
          listed: false,
          commonNoun: false,
          number: false,
        },
      };
    });
    link('政。'.repeat(count), named, new Map());
    return seen;
  }

  it.each([
    ['no division is named', () => false],
    ['one is named at the beginning', (index: number) => index === 0],
    ['one is named at the end', (index: number) => index === SHORT - 1],
    ['every tenth names one', (index: number) => index % 10 === 0],
  ])('looks at each a few times where %s', (_, spoken) => {
    expect(looks(4 * SHORT, spoken)).toBeLessThan(SLACK * looks(SHORT, spoken));
  });
});
