import { describe, expect, test } from 'vitest';
import { learnReadings } from '@/lib/text/readings';

const read = learnReadings([
  { zhHans: '重庆市', pinyin: 'Chóngqìng Shì' },
  { zhHans: '重点工作', pinyin: 'zhòngdiǎn gōngzuò' },
  { zhHans: '重点任务', pinyin: 'zhòngdiǎn rènwù' },
  { zhHans: '“政务”APP', pinyin: '“zhèngwù” APP' },
]);

describe('a name without pinyin is read like the names that have it', () => {
  test.each([
    ['庆市', [['qing', 'shi']]],
    ['重庆政务', [['chong', 'qing', 'zheng', 'wu']]],
    ['重点市', [['zhong', 'dian', 'shi']]],
    ['市重', [['shi', 'zhong']]],
    ['政务APP', [['zheng', 'wu', 'app']]],
    ['工作“重点”', [['gong', 'zuo', 'zhong', 'dian']]],
    ['政務', [['zheng']]],
    ['庆鑫市', [['qing'], ['shi']]],
    ['鑫', []],
  ])('%s', (name, syllables) => expect(read(name)).toEqual(syllables));
});
