import { describe, expect, it } from 'vitest';
import * as pointing from './kinds/pointing';
import { packagedDetector } from './packaged-detector';

const detector = await packagedDetector();

/** A sentence of kinds/pointing.ts: its text, its page, and what is to be found in it. */
function read(sentence: string) {
  const [, said = '', rest = sentence] = /^《([^》]+)》(.*)$/.exec(sentence) ?? [];
  const isHost = /^[\w.-]+$/.test(said);
  const page = { host: isHost ? said : '', title: isHost ? '' : said };
  const wanted: string[] = [];
  let text = '';
  for (const part of rest.split(/(〔[^〔〕=]*(?:〔\d+〕[^〕=]*)?=[^〕]+〕)/)) {
    const [, name, entity] = /^〔(.*)=([^〕]+)〕$/.exec(part) ?? [];
    if (name) wanted.push(`${text.length} ${name} ${entity}`);
    text += name ?? part;
  }
  return { text, page, wanted };
}

function quietIn(sentence: string): { found: string[]; wanted: string[] } {
  const { text, page, wanted } = read(sentence);
  const quiet = detector.quiet(text, detector.detect(text, page), page);
  return {
    wanted,
    found: quiet.map(
      ({ start, end, entity }) => `${start} ${text.slice(start, end)} ${entity || '?'}`,
    ),
  };
}

describe.each([
  ['words that point at a division that is settled', pointing.SETTLED],
  ['words that the rest of the page may settle', pointing.OPEN],
  ['words of which nothing says what they point at', pointing.UNSETTLED],
  ['what only looks like such a word', pointing.NO_POINTING],
  ['numbers of documents that the dataset lacks', pointing.NUMBERED],
  ['numbers of other bodies', pointing.NOT_NUMBERED],
])('%s', (_, block) => {
  it.each(block.split('\n').filter((line) => line !== ''))('%s', (sentence) => {
    const { found, wanted } = quietIn(sentence);
    expect(found).toEqual(wanted);
  });
});

describe('what is pointed at', () => {
  it('is never marked as a name', () => {
    const text = '我省、本市和全省的省委书记。';
    expect(detector.detect(text, { host: 'www.zj.gov.cn', title: '' })).toEqual([]);
  });

  it('gives way to a name that the dataset has', () => {
    const text = '北京市委和《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号）';
    const mentions = detector.detect(text);
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toContain('国发〔2022〕14号');
    expect(detector.quiet(text, mentions)).toEqual([]);
  });

  it('may be one of all divisions of its type where nothing settles it', () => {
    const [word] = detector.quiet('全省上下', []);
    expect(word?.entity).toBe('');
    expect(word?.rivals).toContain('CN-ZJ');
    expect(word?.rivals).not.toContain('CN-BJ');
  });
});
