import { describe, expect, it } from 'vitest';
import { ARTICLE_2020 } from '@/components/atlas/article-2020';
import type { RoadmapKind } from '@/components/atlas/roadmap/entries';
import { entriesIn, lanesOf } from '@/components/atlas/roadmap/lanes';
import { REAL_ENTRIES } from './dataset';

/**
 * Every event that the article of 2020 dates, division by division. Where a better source has
 * another day than the article, the day is that of the source and stands beside a note.
 */
const EVENTS: [lane: string, date: string, kind: RoadmapKind, words: string][] = [
  ['CN-BJ', '2017-01', 'platform', '北京通'],
  ['CN-BJ', '2019-11', 'platform', '一网通查'],
  ['CN-BJ', '2019-11', 'platform', '一网通答'],
  ['CN-BJ', '2018-07', 'policy', '推进政务服务“一网通办”工作实施方案'],
  // The article says April; the city government, 30 March.
  ['CN-SH', '2018-03-30', 'policy', '全面推进“一网通办”加快建设智慧政府工作方案'],
  ['CN-SH', '2018', 'platform', '“一网通办”总门户'],
  ['CN-ZJ', '2018-07', 'policy', '数字化转型标准化建设方案'],
  ['CN-ZJ', '2019-10-21', 'platform', '政务钉钉'],
  ['CN-FJ', '2001', 'event', '“131”计划'],
  ['CN-FJ', '2002', 'platform', '电子政务专网'],
  ['CN-FJ', '2017-04', 'platform', '数字福建云计算中心'],
  ['CN-FJ', '2018', 'platform', '闽政通'],
  ['CN-FJ', '2015-04', 'event', '福建省电子政务建设和应用管理办法'],
  ['CN-GD', '2017', 'event', '启动“数字政府”改革'],
  ['CN-GD', '2018-05', 'platform', '粤省事'],
  ['CN-GD', '2018-09', 'platform', '广东政务服务网'],
  ['CN-GD', '2018-11', 'policy', '“数字政府”建设总体规划'],
  ['CN-SC', '2018', 'ranking', '新媒体传播力'],
  ['CN-SC', '2019-10-28', 'event', '改版上线'],
  ['CN-SC', '2017-10', 'policy', '加快推进“互联网+政务服务”工作方案'],
  ['CN-GZ', '2017-04', 'platform', '云上贵州'],
  ['CN-GZ', '2017-10', 'policy', '政务信息系统整合共享工作方案'],
];

describe('the roadmap of the seven', () => {
  const lanes = lanesOf(REAL_ENTRIES.entries, ARTICLE_2020, 12);

  it.each(EVENTS)('%s has in %s as %s: %s', (id, date, kind, words) => {
    const lane = lanes.find((each) => each.id === id);
    const drawn = lane && entriesIn(lane);
    const told = drawn?.filter(
      (entry) =>
        entry.kind === kind &&
        entry.date.startsWith(date) &&
        `${entry.label}${entry.text}`.includes(words),
    );
    expect(told?.length).toBeGreaterThan(0);
  });

  it('tells of Fujian in 2000 and 2001, Zhejiang in 2014, Guizhou and Guangdong in 2017', () => {
    const first = (lane: string, kind: RoadmapKind) =>
      REAL_ENTRIES.entries.filter((entry) => entry.lane === lane && entry.kind === kind)[0]?.date;
    expect(first('CN-FJ', 'event')).toBe('2000');
    expect(first('CN-ZJ', 'platform')).toBe('2014');
    expect(first('CN-GD', 'event')).toBe('2017');
    expect(first('CN-GZ', 'policy')).toBe('2017-10-13');
  });
});
