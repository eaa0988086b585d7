// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { ImportPreview, type ImportPreviewProps } from '@/components/library/ImportPreview';
import { mount, t } from '../mount';

const FEED = { url: 'https://data.example.gov.cn/feed/', publicKey: btoa('k'.repeat(32)) };
const NOTHING = () => {};
const preview = {
  ...{
    file: 'backup.json',
    added: 1,
    changed: 0,
    conflicting: 0,
    same: 0,
    malformed: [],
    leftOut: [],
    unreadable: [],
  },
  ...{ settings: true, conflict: 'newer' as const, skipMalformed: false },
  ...{ takeSettings: true, takeFeed: false },
};
const shown = (
  feed: typeof FEED | null,
  onTakeFeed = NOTHING as (take: boolean) => void,
  change: Partial<ImportPreviewProps['preview']> = {},
) =>
  mount(
    <ImportPreview
      t={t}
      preview={{ ...preview, feed, ...change }}
      onConflict={NOTHING}
      onSkipMalformed={NOTHING}
      onTakeSettings={NOTHING}
      onTakeFeed={onTakeFeed}
      onImport={NOTHING}
    />,
  );

test('a feed in the file is named with its key, and has a question of its own', () => {
  const onTakeFeed = vi.fn();
  const view = shown(FEED, onTakeFeed);
  expect(view.text()).toContain(FEED.url);
  expect(view.text()).toContain(FEED.publicKey);
  const boxes = [...view.root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  // The settings are wanted; the feed is not, until the reader says so.
  expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
  boxes[1]?.click();
  expect(onTakeFeed).toHaveBeenCalledWith(true);
});

test('without one there is no such question', () => {
  expect(shown(null).root.querySelectorAll('input[type=checkbox]')).toHaveLength(1);
});

test('what is left out is said by its reasons, in the reader’s language, and hinders nothing', () => {
  const view = shown(null, NOTHING, {
    malformed: [
      { where: '1', why: 'reply' },
      { where: '2', why: 'reply' },
    ],
    leftOut: [{ where: '3', what: 'tags' }],
  });
  expect(view.text()).toContain('是回复，没有摘录原文（2 条）');
  expect(view.text()).toContain('有标签太长、太多，或读不出来（1 条）');
  expect(view.root.querySelector<HTMLButtonElement>('[data-weight="main"]')?.disabled).toBe(false);
});

test('what is broken is named, and skipped only by consent', () => {
  const view = shown(null, NOTHING, { malformed: [{ where: '4', why: 'no-address' }] });
  expect(view.text()).toContain('没有可用的网址（1 条）');
  expect(view.root.querySelector<HTMLButtonElement>('[data-weight="main"]')?.disabled).toBe(true);
});
