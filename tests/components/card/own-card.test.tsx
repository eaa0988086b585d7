// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { Card } from '@/components/card/Card';
import { EntryText } from '@/components/card/EntryText';
import { OwnCard } from '@/components/card/OwnCard';
import { ownEntity } from '@/lib/dataset/own-entries';
import type { HiddenEntry } from '@/lib/model/views';
import { CARDS } from '@/tests/components/fixtures/cards';
import { mount, PREFS, t } from '@/tests/components/mount';

const ENTRY: HiddenEntry = { id: 'CN/own-a', kind: 'concept', isHidden: true };
const DO = {
  ...{ onOpenProfile: vi.fn(), onKeepSentence: vi.fn(), onNotThis: vi.fn(), onPin: vi.fn() },
  ...{ onClose: vi.fn(), onChoose: vi.fn(), onFrame: vi.fn() },
};
const VIEW = { prefs: PREFS, t, pinned: false, headingId: 'name' };
const own = (full: boolean, token = 'a') => (
  <OwnCard
    {...VIEW}
    {...DO}
    data={{ entity: ENTRY, rivals: [], token }}
    full={full}
    frame="about:blank"
  />
);

test('the frame of an own entry stays while its glance grows, and is another for another entry', () => {
  const { root } = mount(own(false));
  const draw = (card: VNode) => act(() => render(card, root));
  const frame = root.querySelector('iframe');
  expect(root.querySelectorAll('button')).toHaveLength(0);
  draw(own(true));
  expect(root.querySelectorAll('button').length).toBeGreaterThan(3);
  expect(root.querySelector('iframe')).toBe(frame);
  draw(own(true, 'b'));
  expect(root.querySelector('iframe')).not.toBe(frame);
});

test('an own entry that a name may mean instead is named as one, and can be chosen', () => {
  const data = { ...CARDS.platform!, rivals: [ENTRY] };
  const { root } = mount(<Card {...VIEW} {...DO} data={data} />);
  const rival = root.querySelector<HTMLElement>('.card-rivals button');
  expect(rival?.textContent).toContain(t('card_own_entry'));
  rival?.click();
  expect(DO.onChoose).toHaveBeenCalledWith(ENTRY.id);
});

test('an own entry is told once: its Latin name, and no list of facts where there are none', () => {
  const written = {
    name: '数字张家',
    en: 'Digital Zhangjia',
    what: '县里的平台',
    link: '',
    note: '',
  };
  const entity = ownEntity({ ...written, kind: 'concept' }, 'source');
  const { root } = mount(<EntryText data={{ ...CARDS.platform!, entity }} prefs={PREFS} t={t} />);
  expect(root.textContent?.split('Digital Zhangjia')).toHaveLength(2);
  expect(root.textContent).toContain('县里的平台');
  expect(root.querySelector('.card-facts')).toBeNull();
});
