// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { FeedPart, type FeedProblem } from '@/components/options/FeedPart';
import { snake } from '@/lib/language/translate';
import { mount, PREFS, t } from './mount';

const nothing = () => {};
const FEED = { url: 'https://data.example.gov.cn/feed/', publicKey: 'key' };
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));

function draw(feed: typeof FEED, answer: FeedProblem | null) {
  const saved: unknown[] = [];
  const part = (
    <FeedPart
      {...{ t, prefs: PREFS, feed, progress: null, outcome: null, rolledBack: null }}
      {...{ onCheck: nothing, onCancel: nothing, onRollBack: nothing }}
      onSave={async (typed) => {
        saved.push(typed);
        return answer;
      }}
    />
  );
  return { view: mount(part), saved };
}

test.each(['bad-address', 'bad-key', 'not-saved'] as const)(
  'a feed that was not taken (%s) is still there as it was typed, with a sentence why',
  async (problem) => {
    const { view, saved } = draw({ url: '', publicKey: '' }, problem);
    const [address = null, key = null] = view.root.querySelectorAll('input');
    view.type(address, FEED.url);
    view.type(key, FEED.publicKey);
    view.press(t('save'));
    await settle();
    expect(saved).toEqual([FEED]);
    expect(view.root.querySelector('[role=alert]')?.textContent).toBe(
      t(`update_${snake(problem)}`),
    );
    expect([address?.value, key?.value]).toEqual([FEED.url, FEED.publicKey]);
  },
);

test('a feed that could not be turned off says so', async () => {
  const { view, saved } = draw(FEED, 'not-saved');
  view.press(t('options_feed_turn_off'));
  await settle();
  expect(saved).toEqual([{ url: '', publicKey: '' }]);
  expect(view.text()).toContain(t('update_not_saved'));
});
