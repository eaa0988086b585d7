import { describe, expect, it } from 'vitest';
import { untold } from '@/components/profile/untold';
import type { Fact } from '@/lib/model/entity';

const fact = (zh: string, source = 'a'): Fact => ({ zh, en: '', asOf: '2026', sources: [source] });

const AT_LENGTH = fact(
  '“一云一网一平台”2019年5月建成上线；到2020年1月，云上结构化数据增加到1626TB。',
);

describe('untold', () => {
  it.each([
    ['said again among more', '“一云一网一平台”2019年5月建成上线。'],
    [
      'said again in almost the same words',
      '“一云一网一平台”建成上线，2020年云上结构化数据增到1626TB。',
    ],
  ])('leaves out what is %s', (_, zh) => {
    expect(untold([fact(zh)], [AT_LENGTH])).toEqual([]);
  });

  it.each([
    ['of another matter', fact('除审计外，省级20家单位的23张业务专网全部打通。')],
    ['from another source', fact(AT_LENGTH.zh, 'b')],
  ])('keeps what is %s', (_, kept) => {
    expect(untold([kept], [AT_LENGTH])).toEqual([kept]);
  });
});
