// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { Card } from '@/components/card/Card';
import { SearchView } from '@/components/reader/SearchView';
import { CARDS } from '@/tests/components/fixtures/cards';
import { mount, prefsIn, t } from '@/tests/components/mount';

const nothing = () => undefined;
const PLATFORM = CARDS.platform!;

function cardIn(dataLanguage: 'zh' | 'en', language: 'zh-Hans' | 'en') {
  const prefs = { ...prefsIn(language), dataLanguage };
  return mount(
    <Card
      data={PLATFORM}
      prefs={prefs}
      t={t}
      pinned={false}
      headingId="name"
      onOpenProfile={nothing}
      onKeepSentence={nothing}
      onNotThis={nothing}
      onPin={nothing}
      onClose={nothing}
      onChoose={nothing}
    />,
  );
}

test('a reader of a Chinese interface may have entries in English, the Chinese name beside them', () => {
  const { root, text } = cardIn('en', 'zh-Hans');
  const { names, summary } = PLATFORM.entity;
  expect(root.querySelector('.govgloss')?.getAttribute('lang')).toBe('zh-Hans');
  expect(root.querySelector('h2')?.textContent).toBe(names.en);
  expect(root.querySelector('h2')?.getAttribute('lang')).toBe('en');
  expect(root.querySelector('.card-forms')?.textContent).toContain(names.zhHans);
  expect(text()).toContain(summary.en);
  expect(text()).toContain(t('card_profile'));
});

test('a reader of an English interface may have entries in Chinese, dates as the interface writes them', () => {
  const { root, text } = cardIn('zh', 'en');
  const { names, summary } = PLATFORM.entity;
  expect(root.querySelector('h2')?.textContent).toBe(names.zhHans);
  expect(root.querySelector('.card-forms')?.textContent).toContain(names.en);
  expect(text()).toContain(summary.zh);
  expect(root.querySelector('time.fact-date')?.textContent).not.toMatch(/年/);
});

test('search shows the name in the chosen language and the other beside it', () => {
  const brief = { ...PLATFORM.division, kind: 'division' as const };
  const { root } = mount(
    <SearchView
      query="zj"
      hits={[{ brief, matched: brief.names.zhHans, score: 1 }]}
      active={0}
      prefs={{ ...prefsIn('zh-Hans'), dataLanguage: 'en' }}
      t={t}
      onOpen={nothing}
    />,
  );
  expect(root.querySelector('.hit-name span')?.textContent).toBe(brief.names.en);
  expect(root.querySelector('.hit-form')?.textContent).toBe(brief.names.zhHans);
});
