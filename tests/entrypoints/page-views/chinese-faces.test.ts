import { expect, it } from 'vitest';
import { chineseFaces } from '@/entrypoints/page-views/chinese-faces';

it.each([
  ['"Microsoft YaHei", 微软雅黑, Arial, sans-serif', '"Microsoft YaHei", 微软雅黑'],
  ['Arial, "PingFang SC", "Hiragino Sans GB", sans-serif', '"PingFang SC", "Hiragino Sans GB"'],
  ['FZXiaoBiaoSong-B05, 方正小标宋, SimSun, serif', 'FZXiaoBiaoSong-B05, 方正小标宋, SimSun'],
  [
    '"Noto Serif CJK TC", "Songti TC", PMingLiU, serif',
    '"Noto Serif CJK TC", "Songti TC", PMingLiU',
  ],
  ['"仿宋_GB2312", FangSong', '"仿宋_GB2312", FangSong'],
])('of %s the Chinese families are worn', (page, worn) => {
  expect(chineseFaces(page)).toBe(worn);
});

it.each(['Arial, Helvetica, sans-serif', 'iconfont', '"my-scrambled, font", serif', ''])(
  'nothing of %s is worn',
  (page) => {
    expect(chineseFaces(page)).toBeNull();
  },
);
