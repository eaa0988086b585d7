import { expect, it } from 'vitest';
import { chineseStyle } from '@/entrypoints/page-views/chinese-style';

it.each([
  ['"Microsoft YaHei", 微软雅黑, Arial, sans-serif', 'sans-serif'],
  ['Arial, "PingFang SC", "Hiragino Sans GB", serif', 'sans-serif'],
  ['FZXiaoBiaoSong-B05, 方正小标宋, SimSun, serif', 'serif'],
  ['"Times New Roman", "Noto Serif CJK TC", "Songti TC", PMingLiU', 'serif'],
  ['"仿宋_GB2312", FangSong', 'serif'],
  ['SimHei, 宋体', 'sans-serif'],
  ['Georgia, serif', 'serif'],
  ['Arial, Helvetica, sans-serif', 'sans-serif'],
  ['iconfont', null],
  ['"a serif of my own"', null],
  ['', null],
])('%s sets Chinese in %s', (page, style) => {
  expect(chineseStyle(page)).toBe(style);
});
