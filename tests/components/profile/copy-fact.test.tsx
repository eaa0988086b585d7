// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { Profile } from '@/components/profile/Profile';
import type { Copying } from '@/components/text/copying';
import { PROFILES } from '@/tests/components/fixtures/profiles';
import { mount, PREFS, t } from '@/tests/components/mount';

const nothing = () => undefined;

function profile(copied: Copying | null, onCopy: (text: string) => void = nothing) {
  const [data] = Object.values(PROFILES);
  if (!data) throw new Error('There is no profile to draw.');
  const props = { data, prefs: PREFS, t, copied, onCopy };
  return mount(<Profile {...props} onOpen={nothing} onOpenHighlight={nothing} />);
}

it('a statement is copied with its date and its source, and the copying is said', () => {
  const onCopy = vi.fn<(text: string) => void>();
  profile(null, onCopy).press('连同日期和出处复制');
  const text = onCopy.mock.calls[0]?.[0] ?? '';
  expect(text).toMatch(/\[\d{4}年.*\]\n.+/);
  const { root } = profile({ text, done: true });
  expect(root.querySelector('[role="status"]')?.textContent).toBe('已复制');
});

it('a copying the browser refused is said at the statement it was asked for', () => {
  const onCopy = vi.fn<(text: string) => void>();
  profile(null, onCopy).press('连同日期和出处复制');
  const text = onCopy.mock.calls[0]?.[0] ?? '';
  const { root } = profile({ text, done: false });
  const said = [...root.querySelectorAll('.fact-refused')];
  expect(said.map((each) => each.textContent)).toEqual([expect.stringContaining('浏览器拒绝复制')]);
  expect(said[0]?.closest('.fact')?.querySelector('button')?.title).toBe('连同日期和出处复制');
  expect(root.querySelector('[role="status"]')?.textContent).toContain('浏览器拒绝复制');
});
