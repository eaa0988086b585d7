// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Card, type CardProps } from '@/components/card/Card';
import { Glance } from '@/components/card/Glance';
import { CARDS } from '@/tests/components/fixtures/cards';
import { mount, PREFS, t } from '@/tests/components/mount';

function card(change: Partial<CardProps> = {}) {
  const props: CardProps = {
    data: CARDS.platform!,
    prefs: PREFS,
    t,
    pinned: false,
    headingId: 'name',
    onOpenProfile: vi.fn(),
    onKeepSentence: vi.fn(),
    onNotThis: vi.fn(),
    onPin: vi.fn(),
    onClose: vi.fn(),
    onChoose: vi.fn(),
    ...change,
  };
  return { props, ...mount(<Card {...props} />) };
}

describe('Card', () => {
  it('is a dialog that its name names', () => {
    const { root } = card();
    const dialog = root.querySelector('[role="dialog"]');
    expect(dialog?.getAttribute('aria-labelledby')).toBe('name');
    expect(root.querySelector('#name')?.textContent).toBe('浙里办');
  });

  it('says what the name means, where, and the facts with date and source', () => {
    const { root, text } = card();
    for (const part of [
      '平台',
      '移动应用、小程序',
      'Zhèlǐbàn',
      'Zheliban',
      '浙江省',
      '2024年8月',
    ]) {
      expect(text()).toContain(part);
    }
    expect(root.querySelector('time')?.dateTime).toBe('2024-08-01');
    expect(root.querySelector('.source-note a')?.getAttribute('href')).toMatch(/^https:/);
  });

  it('writes names in the script the reader reads', () => {
    const { root } = card({ prefs: { ...PREFS, script: 'zh-Hant' } });
    expect(root.querySelector('#name')?.textContent).toBe('浙裏辦');
    expect(root.querySelector('#name')?.getAttribute('lang')).toBe('zh-Hant');
  });

  it('says plainly that of a document only what its number says is known', () => {
    const issuer = { zh: '浙江省人民政府', en: 'People’s Government of Zhejiang Province' };
    const numbered = { text: '浙政发〔2018〕5号', year: '2018', issuer };
    const data = { ...CARDS.division!, numbered };
    const glance = mount(<Glance data={data} prefs={PREFS} t={t} headingId="name" />);
    for (const text of [card({ data }).text(), glance.text()]) {
      expect(text).toContain('浙政发〔2018〕5号：浙江省人民政府，2018年。');
      expect(text).toContain('没有收录');
    }
    expect(card({ data: CARDS.division! }).text()).not.toContain('没有收录');
  });

  it('leaves pinyin out when the reader wants none', () => {
    expect(card({ prefs: { ...PREFS, pinyin: false } }).text()).not.toContain('Zhèlǐbàn');
  });

  it('marks a claim as a claim', () => {
    const entity = CARDS.platform!.entity;
    const facts = entity.facts.filter((fact) => fact.claim);
    const data = { ...CARDS.platform!, entity: { ...entity, facts } };
    expect(card({ data }).root.querySelector('.fact-claim')?.textContent).toBe('据称');
  });

  it('names but does not link a source of which only a copy was found', () => {
    const entity = CARDS.policy!.entity;
    const facts = entity.facts.map((fact) => ({ ...fact, copyOnly: true as const }));
    const { root, text } = card({ data: { ...CARDS.policy!, entity: { ...entity, facts } } });
    expect(root.querySelector('.source-note a')).toBeNull();
    expect(text()).toContain('仅见转载');
  });

  it('lists rivals, and lets the reader choose', () => {
    const { press, props } = card({ data: CARDS.ambiguous! });
    press('平台浙里办浙江省');
    expect(props.onChoose).toHaveBeenCalledWith('CN-ZJ/zheliban');
  });

  it('asks where before it stops marking a name', () => {
    const { press, props, text } = card();
    press('不是这个');
    expect(props.onNotThis).not.toHaveBeenCalled();
    press('返回');
    expect(text()).toContain('完整资料');
    press('不是这个');
    press('在本站');
    expect(props.onNotThis).toHaveBeenCalledWith('site');
  });

  it('says beside what was pressed why a name could not be refused', () => {
    const { press, root } = card({ notThisFailure: 'full' });
    press('不是这个');
    expect(root.querySelector('[role="alert"]')?.textContent).toMatch(/^未能保存：/);
    expect(root.textContent).toContain('在所有网站');
  });

  it('shows that it is pinned', () => {
    const { root, press, props } = card({ pinned: true });
    expect(root.querySelector('[aria-pressed]')?.getAttribute('aria-pressed')).toBe('true');
    press('固定卡片');
    press('关闭（Esc）');
    press('完整资料');
    press('摘录此句');
    for (const call of [props.onPin, props.onClose, props.onKeepSentence]) {
      expect(call).toHaveBeenCalledOnce();
    }
    expect(props.onOpenProfile).toHaveBeenCalledWith('CN-ZJ/zheliban');
  });
});
