import { describe, expect, it } from 'vitest';
import { fromBase64 } from '@/lib/bytes/base64';
import { VOCABULARY } from '@/lib/detect/judge/vocabulary-lists';
import { beginsWord, readWords, SELDOM, WORDS_FORMAT, type Words } from '@/lib/detect/words';
import { PACKED_WORDS } from '@/lib/detect/words-table';
import { foldText } from '@/lib/text/fold';
import { packWords } from '../../../scripts/words/pack';

/** A table that must be whole. */
function whole(bytes: Uint8Array<ArrayBuffer>): Words {
  const read = readWords(bytes);
  if (read === null) throw new Error('not a table of words');
  return read;
}

const words = whole(fromBase64(PACKED_WORDS));
const idOf = (character: string) => words.idOf[character.charCodeAt(0)]!;
const begins = (pair: string) => beginsWord(words, idOf(pair[0]!), idOf(pair[1]!));

describe('the table of ordinary words', () => {
  it.each(['海拔', '海量', '庆祝', '隆重', '西部', '南岸', '市场', '路线'])('has %s', (word) => {
    expect(begins(word)).toBe(true);
  });

  it.each(['海庆', '庆庆', '京江'])('has nothing that begins with %s', (pair) => {
    expect(begins(pair)).toBe(false);
  });

  it('gives all writings of a character one id', () => {
    for (const [one, other] of ['庆慶', '东東', '广廣', '湾灣', '县縣', '区區', '号號'])
      expect(idOf(one!), one).toBe(idOf(other!));
  });

  it('gives characters that are hardly in a word but a river’s one id, their variants too', () => {
    for (const other of '滹岷涪驪骊') expect(idOf(other), other).toBe(idOf(SELDOM));
    expect(beginsWord(words, idOf('岷'), idOf('江'))).toBe(true);
    expect(idOf('赴')).not.toBe(idOf(SELDOM));
  });

  it('has every character that evidence looks for', () => {
    const characters = Object.values(VOCABULARY)
      .flat()
      .join('')
      .match(/[\u4e00-\u9fff]/g);
    const missing = [...new Set(characters)].filter((one) => idOf(one) === 0);
    expect(missing).toEqual([]);
  });

  it('writes every character that evidence looks for as folding does', () => {
    const characters = Object.values(VOCABULARY).flat().map(foldText).join('');
    const others = [...new Set(characters)].filter((one) => {
      const id = idOf(one);
      return id !== 0 && words.units[id] !== one.charCodeAt(0);
    });
    expect(others).toEqual([]);
  });

  it('travels in at most 84 kB', () => {
    expect(PACKED_WORDS.length).toBeLessThanOrEqual(84_000);
  });
});

describe('readWords', () => {
  const frequencies = new Map([
    ['海拔', 500],
    ['海拔高', 20],
    ['高度', 9000],
    ['以上', 30000],
  ]);
  const { bytes } = packWords(frequencies, new Map([['上', 90000]]), '上');

  it('reads what packWords wrote', () => {
    const read = whole(bytes);
    const id = (character: string) => read.idOf[character.charCodeAt(0)]!;
    expect(String.fromCharCode(...read.units.subarray(1))).toBe(
      [...'海拔高度以上'].sort().join('') + SELDOM,
    );
    expect(beginsWord(read, id('海'), id('拔'))).toBe(true);
    expect(beginsWord(read, id('拔'), id('海'))).toBe(false);
    expect(read.single[id('上')]).toBeGreaterThan(read.single[id('海')]!);
  });

  it('refuses a table of another layout', () => {
    const other = bytes.slice();
    other[0] = WORDS_FORMAT + 1;
    expect(readWords(other)).toBeNull();
  });

  it('refuses a table that is cut, wherever, or has something after it', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(readWords(bytes.slice(0, length)), `${length} bytes`).toBeNull();
    expect(readWords(Uint8Array.from([...bytes, 0]))).toBeNull();
  });

  it('refuses a table whose levels do not fit each other', () => {
    // The last bytes count the children of each node that has some.
    const other = bytes.slice();
    other[bytes.length - 1]!++;
    expect(readWords(other)).toBeNull();
  });
});
